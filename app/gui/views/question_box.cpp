#include "views/question_box.h"

#include "simulation/scenario.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

QLabel* makeText(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

QuestionBox::QuestionBox(QWidget* parent)
    : QFrame(parent), m_question(makeText(this)), m_submit(new QPushButton(tr("&Answer"), this)),
      m_verdict(makeText(this)), m_explanation(makeText(this))
{
    setFrameShape(QFrame::StyledPanel);
    QFont bold = font();
    bold.setBold(true);
    m_question->setFont(bold);
    m_verdict->setFont(bold);
    m_verdict->setAccessibleName(tr("Whether the answer was right"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_explanation->setAccessibleName(tr("Explanation"));
    m_submit->setObjectName(QStringLiteral("answer"));
    connect(m_submit, &QPushButton::clicked, this, &QuestionBox::submit);
    m_choiceLayout = new QVBoxLayout;
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_question);
    layout->addLayout(m_choiceLayout);
    layout->addWidget(m_submit, 0, Qt::AlignLeft);
    layout->addWidget(m_verdict);
    layout->addWidget(m_explanation);
}

void QuestionBox::show(const LessonStep& step, std::optional<int> answer)
{
    if (m_choices) { // later: the answer may just have come from one of them
        m_choices->hide();
        m_choices->setParent(nullptr);
        m_choices->deleteLater();
    }
    m_choices = new QWidget(this);
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    m_choiceLayout->addWidget(m_choices);
    m_group = new QButtonGroup(m_choices);
    m_question->setText(QString::fromStdString(step.question));
    for (std::size_t i = 0; i < step.choices.size(); ++i)
        addChoice(QString::fromStdString(step.choices[i]), static_cast<int>(i), step, answer);
    m_submit->setVisible(!answer);
    m_submit->setEnabled(false);
    connect(m_group, &QButtonGroup::idToggled, m_submit, [this] { m_submit->setEnabled(true); });
    m_verdict->setVisible(answer.has_value());
    m_explanation->setVisible(answer.has_value());
    if (!answer)
        return;
    m_verdict->setText(*answer == step.answer
                           ? tr("✔ Right.")
                           : tr("✘ Wrong. Right is: %1")
                                 .arg(QString::fromStdString(
                                     step.choices[static_cast<std::size_t>(step.answer)])));
    m_explanation->setText(QString::fromStdString(step.explanation));
}

// A radio button's own text would not be wrapped.
void QuestionBox::addChoice(const QString& text, int number, const LessonStep& step,
                            std::optional<int> answer)
{
    auto* row = new QWidget(m_choices);
    auto* radio = new QRadioButton(row);
    radio->setObjectName(QStringLiteral("choice%1").arg(number));
    radio->setAccessibleName(text);
    radio->setMinimumHeight(fontMetrics().lineSpacing()); // level with the first line
    radio->setEnabled(!answer);
    radio->setChecked(answer == number);
    radio->installEventFilter(this);
    m_group->addButton(radio, number);
    QString shown = text;
    if (answer && number == step.answer)
        shown = QStringLiteral("✔ ") + text;
    else if (answer == number)
        shown = QStringLiteral("✘ ") + text;
    auto* label = makeText(row);
    label->setText(shown);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setProperty("choice", number);
    label->installEventFilter(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(radio, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    m_choices->layout()->addWidget(row);
}

bool QuestionBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease && watched->property("choice").isValid()) {
        m_group->button(watched->property("choice").toInt())->click();
        return true;
    }
    if (event->type() == QEvent::KeyPress && qobject_cast<QRadioButton*>(watched)) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            submit();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void QuestionBox::focusFirst()
{
    if (m_group && !m_group->buttons().isEmpty())
        m_group->buttons().constFirst()->setFocus();
}

void QuestionBox::submit()
{
    if (m_group->checkedId() >= 0)
        emit answered(m_group->checkedId());
}

} // namespace rgsim::gui
