#include "views/lesson_panel.h"

#include "report/run_report.h"
#include "views/question_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace rgsim::gui {

bool hasLesson(const Document& document)
{
    const auto& scenario = document.branch(BranchId::Main).scenario;
    return scenario && !scenario->lesson.empty();
}

LessonPanel::LessonPanel(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_lesson(document, playback)
{
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_progress = new QProgressBar(this);
    m_progress->setAccessibleName(tr("Progress of the lesson"));
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAccessibleName(tr("Why it does not go on"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(m_hint);
    layout->addWidget(makeBar());
    connect(&m_lesson, &Lesson::changed, this, &LessonPanel::update);
    connect(&m_lesson, &Lesson::stepChanged, this, [this] {
        // Asked before what has it may go.
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        update();
        if (hadFocus)
            placeFocus();
    });
    connect(&m_lesson, &Lesson::heldBack, this, &LessonPanel::tellHeldBack);
    update();
}

QWidget* LessonPanel::makeBody()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget(m_scroll);
    m_text = new QLabel(body);
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Text of the step"));
    m_question = new QuestionBox(body);
    connect(m_question, &QuestionBox::answered, &m_lesson, &Lesson::answer);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_question);
    layout->addStretch(1);
    m_scroll->setWidget(body);
    return m_scroll;
}

QWidget* LessonPanel::makeBar()
{
    auto* bar = new QWidget(this);
    m_playsUp = new QCheckBox(tr("&Play up to each step"), bar);
    m_playsUp->setToolTip(tr("Otherwise the playhead jumps there"));
    m_playsUp->setChecked(m_lesson.playsUp());
    connect(m_playsUp, &QCheckBox::toggled, &m_lesson, &Lesson::setPlaysUp);
    m_back = new QPushButton(tr("&Back"), bar);
    m_next = new QPushButton(bar);
    m_restart = new QPushButton(tr("Start &again"), bar);
    for (QPushButton* button : {m_back, m_next, m_restart})
        button->setAutoDefault(true); // Enter presses it, as Space does
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    m_restart->setObjectName(QStringLiteral("restart"));
    connect(m_back, &QPushButton::clicked, &m_lesson, &Lesson::back);
    connect(m_next, &QPushButton::clicked, &m_lesson, &Lesson::next);
    connect(m_restart, &QPushButton::clicked, &m_lesson, &Lesson::restart);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addStretch(1);
    buttons->addWidget(m_restart);
    auto* layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_playsUp);
    layout->addLayout(buttons);
    return bar;
}

void LessonPanel::update()
{
    m_title->setText(m_lesson.title());
    m_title->setVisible(m_lesson.exists());
    updateStep();
    updateBar();
}

void LessonPanel::updateStep()
{
    const bool isStep = m_lesson.exists() && !m_lesson.isAtEnd();
    const int current = m_lesson.current();
    const bool isQuestion = isStep && m_lesson.hasQuestion(current);
    if (!m_lesson.exists())
        m_text->setText(tr("This scenario has no lesson. The gallery has some: see its topic "
                           "\"lessons\"."));
    else if (isStep)
        m_text->setText(QString::fromStdString(m_lesson.step(current).text));
    else
        m_text->setText(scoreText());
    m_question->setVisible(isQuestion);
    if (isQuestion)
        m_question->show(m_lesson.step(current), m_lesson.answerOf(current));
    m_scroll->verticalScrollBar()->setValue(0);
}

void LessonPanel::updateBar()
{
    const bool exists = m_lesson.exists();
    const int count = m_lesson.stepCount();
    const int current = m_lesson.current();
    const bool isOpen = exists && !m_lesson.isAtEnd() && !m_lesson.isAnswered(current);
    m_progress->setVisible(exists);
    m_progress->setRange(0, std::max(count, 1));
    m_progress->setValue(std::min(current + 1, count));
    m_progress->setFormat(m_lesson.isAtEnd() ? tr("the end") : tr("%v of %m"));
    m_back->setEnabled(m_lesson.mayGoBack());
    m_next->setEnabled(m_lesson.mayGoOn());
    m_next->setText(current + 1 < count ? tr("&Next") : tr("&Finish"));
    m_restart->setEnabled(exists && (current > 0 || m_lesson.isAtEnd()));
    m_hint->setText(tr("Answer first: what comes next is not shown before."));
    m_hint->setVisible(isOpen);
}

QString LessonPanel::scoreText() const
{
    if (m_lesson.questionCount() == 0)
        return tr("That was the lesson.");
    QStringList lines{tr("That was the lesson. Right answers: %1 of %2.")
                          .arg(m_lesson.rightCount())
                          .arg(m_lesson.questionCount()),
                      QString()};
    for (int i = 0; i < m_lesson.stepCount(); ++i) {
        if (m_lesson.hasQuestion(i))
            lines << (m_lesson.isRight(i) ? QStringLiteral("✔ ") : QStringLiteral("✘ ")) +
                         QString::fromStdString(m_lesson.step(i).question);
    }
    return lines.join('\n');
}

void LessonPanel::tellHeldBack()
{
    for (int i = 0; i < m_lesson.stepCount(); ++i) {
        if (m_lesson.isAnswered(i))
            continue;
        m_hint->setText(
            i == m_lesson.current()
                ? tr("The playhead waits here: answer first, what comes next is not shown before.")
                : tr("The playhead waits here: at %1 the lesson asks what happens next. Go on "
                     "with Next.")
                      .arg(QString::fromStdString(clockText(m_lesson.step(i).at))));
        m_hint->show();
        return;
    }
}

// The keyboard goes on where the next thing is to be done.
void LessonPanel::placeFocus()
{
    if (m_lesson.isAtEnd())
        m_restart->setFocus();
    else if (!m_lesson.isAnswered(m_lesson.current()))
        m_question->focusFirst();
    else
        m_next->setFocus();
}

void LessonPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        m_lesson.setActive(true);
}

// Closed, and not only behind another tab or in a window that was put away.
void LessonPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_lesson.setActive(false);
}

} // namespace rgsim::gui
