#include "views/message_bar.h"

#include "views/problem_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace rgsim::gui {

namespace {
constexpr int mostShown = 6;
} // namespace

QString sentenceOf(const Diagnostic& diagnostic)
{
    return QString::fromStdString(toString(diagnostic));
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_answers(new QHBoxLayout)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Messages"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("What is wrong"));
    auto* close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setToolTip(tr("Put this message away"));
    close->setAccessibleName(tr("Put this message away"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_answers);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::show(const QString& heading, const Diagnostics& diagnostics)
{
    clearAnswers();
    setVisible(!diagnostics.empty());
    if (diagnostics.empty())
        return;
    QStringList lines{heading};
    int count = 0;
    Severity worst = Severity::Note;
    for (const Diagnostic& diagnostic : diagnostics.items())
        worst = std::max(worst, diagnostic.severity);
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        if (++count > mostShown) {
            const int more = static_cast<int>(diagnostics.items().size()) - mostShown;
            lines << tr("… and %n more", nullptr, more);
            break;
        }
        lines << sentenceOf(diagnostic);
    }
    m_text->setText(lines.join('\n'));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(severityIcon(worst, *this).pixmap(size, size));
}

void MessageBar::clearAnswers()
{
    for (QPushButton* button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
}

void MessageBar::ask(const QString& question, const QVector<Answer>& answers)
{
    clearAnswers();
    m_text->setText(question);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxQuestion).pixmap(size, size));
    for (const Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, this);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            clearAnswers();
            hide();
            if (run)
                run();
        });
        m_answers->addWidget(button);
        m_buttons.append(button);
    }
    setVisible(true);
    if (!m_buttons.isEmpty())
        m_buttons.first()->setFocus();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace rgsim::gui
