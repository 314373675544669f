#include "views/message_bar.h"

#include "views/problem_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace rgsim::gui {

namespace {
constexpr int mostShown = 6;
constexpr int mostInToolTip = 40;
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
    std::vector<Diagnostic> problems = diagnostics.items();
    std::stable_sort(
        problems.begin(), problems.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.severity > b.severity; });
    QStringList lines{heading};
    for (const Diagnostic& problem : problems)
        lines << sentenceOf(problem);
    const auto more = static_cast<int>(problems.size()) - mostShown;
    m_text->setToolTip(more > 0 ? lines.mid(0, mostInToolTip).join('\n') : QString());
    if (more > 0)
        lines = lines.mid(0, mostShown + 1) << tr("… and %n more", nullptr, more);
    m_text->setText(lines.join('\n'));
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(severityIcon(problems.front().severity, *this).pixmap(size, size));
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
    m_text->setToolTip({});
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
