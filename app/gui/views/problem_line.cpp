#include "views/problem_line.h"

#include "models/problem_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace rgsim::gui {

QIcon severityIcon(Severity severity, const QWidget& widget)
{
    const QStyle::StandardPixmap icon = severity == Severity::Error ? QStyle::SP_MessageBoxCritical
                                        : severity == Severity::Warning
                                            ? QStyle::SP_MessageBoxWarning
                                            : QStyle::SP_MessageBoxInformation;
    return widget.style()->standardIcon(icon);
}

ProblemLine::ProblemLine(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Problem"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void ProblemLine::show(const QVector<Diagnostic>& problems)
{
    QStringList lines;
    m_severity = Severity::Note;
    for (const Diagnostic& problem : problems) {
        m_severity = std::max(m_severity, problem.severity);
        if (const QString line = problemText(problem); !lines.contains(line))
            lines << line;
    }
    m_text->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
    showIcon();
}

QString ProblemLine::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void ProblemLine::showIcon()
{
    const int size = fontMetrics().height();
    m_icon->setPixmap(severityIcon(m_severity, *this).pixmap(size, size));
}

void ProblemLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        showIcon();
    QWidget::changeEvent(event);
}

} // namespace rgsim::gui
