#include "session/lesson.h"

#include "base/ensure.h"

#include <algorithm>
#include <tuple>

namespace rgsim::gui {

namespace {

bool isSame(const LessonStep& a, const LessonStep& b)
{
    const auto all = [](const LessonStep& step) {
        return std::tie(step.text, step.at, step.highlight, step.question, step.choices,
                        step.answer, step.explanation);
    };
    return all(a) == all(b);
}

} // namespace

Lesson::Lesson(Document& document, Playback& playback, QObject* parent)
    : QObject(parent), m_document(document), m_playback(playback)
{
    connect(&document, &Document::reopened, this, [this] {
        m_steps.clear();
        begin();
        emit changed(); // a draft, perhaps with a lesson, follows
    });
    connect(&document, &Document::draftChanged, this, &Lesson::take);
    connect(&document, &Document::horizonReached, this, [this] {
        if (m_isActive)
            emit heldBack();
    });
    take();
}

// An edit of the scenario leaves the lesson where it is, unless it changes the lesson.
void Lesson::take()
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    const std::vector<LessonStep> steps = scenario ? scenario->lesson : std::vector<LessonStep>();
    if (std::equal(steps.begin(), steps.end(), m_steps.begin(), m_steps.end(), isSame))
        return;
    m_steps = steps;
    begin();
    emit changed();
}

void Lesson::begin()
{
    m_answers.assign(m_steps.size(), std::nullopt);
    m_current = 0;
    update();
    if (m_isActive && exists())
        m_document.setPlayhead(step(0).at);
}

QString Lesson::title() const
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    return scenario ? QString::fromStdString(scenario->title) : QString();
}

int Lesson::questionCount() const
{
    int count = 0;
    for (int i = 0; i < stepCount(); ++i)
        count += hasQuestion(i) ? 1 : 0;
    return count;
}

int Lesson::rightCount() const
{
    int count = 0;
    for (int i = 0; i < stepCount(); ++i)
        count += hasQuestion(i) && isRight(i) ? 1 : 0;
    return count;
}

// The first question that is open hides what comes after it; what the step at hand shows may be
// seen in any case.
std::optional<SimTime> Lesson::horizon() const
{
    for (int i = 0; i < stepCount(); ++i) {
        if (!isAnswered(i))
            return std::max(step(i).at, step(m_current).at);
    }
    return std::nullopt;
}

void Lesson::update()
{
    const bool isShown = m_isActive && exists();
    m_document.setHorizon(isShown ? horizon() : std::nullopt);
    QStringList names;
    if (isShown && !isAtEnd()) {
        for (const std::string& name : step(m_current).highlight)
            names << QString::fromStdString(name);
    }
    m_document.setHighlights(names);
}

void Lesson::setActive(bool isActive)
{
    if (isActive == m_isActive)
        return;
    m_isActive = isActive;
    update();
    if (isActive && exists() && !isAtEnd())
        m_document.setPlayhead(step(m_current).at);
}

void Lesson::goTo(int to)
{
    const bool isForward = to > m_current;
    m_current = to;
    update();
    if (!isAtEnd()) {
        if (isForward && m_playsUp) {
            m_playback.playTo(step(to).at);
        } else {
            m_playback.pause();
            m_document.setPlayhead(step(to).at);
        }
    }
    emit stepChanged();
}

void Lesson::next()
{
    if (mayGoOn())
        goTo(m_current + 1);
}

void Lesson::back()
{
    if (mayGoBack())
        goTo(m_current - 1);
}

void Lesson::restart()
{
    m_playback.pause();
    begin();
    emit stepChanged();
}

void Lesson::answer(int choice)
{
    ENSURE(!isAtEnd() && hasQuestion(m_current));
    if (answerOf(m_current))
        return;
    m_answers[static_cast<std::size_t>(m_current)] = choice;
    update();
    emit stepChanged();
}

} // namespace rgsim::gui
