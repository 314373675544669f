// A lesson being taken: the step, the answers given so far, how far the outcome may be seen. It
// moves the playhead, the highlights and the horizon of the document; it shows nothing itself.
#pragma once

#include "session/document.h"
#include "session/playback.h"

#include <QObject>

#include <optional>
#include <vector>

namespace rgsim::gui {

class Lesson : public QObject {
    Q_OBJECT

public:
    Lesson(Document& document, Playback& playback, QObject* parent = nullptr);

    bool exists() const { return !m_steps.empty(); }
    QString title() const;
    int stepCount() const { return static_cast<int>(m_steps.size()); }
    /// From 0; stepCount(): the end, where the score stands.
    int current() const { return m_current; }
    bool isAtEnd() const { return m_current == stepCount(); }
    const LessonStep& step(int i) const { return m_steps[static_cast<std::size_t>(i)]; }
    bool hasQuestion(int i) const { return step(i).answer >= 0; }
    /// Nothing if there is no question, or it is not answered yet.
    std::optional<int> answerOf(int i) const { return m_answers[static_cast<std::size_t>(i)]; }
    bool isAnswered(int i) const { return !hasQuestion(i) || answerOf(i).has_value(); }
    bool isRight(int i) const { return answerOf(i) == step(i).answer; }
    int questionCount() const;
    int rightCount() const;
    /// Only what is not being asked for: a question is answered first.
    bool mayGoOn() const { return exists() && !isAtEnd() && isAnswered(m_current); }
    bool mayGoBack() const { return m_current > 0; }

    /// While it is not active it holds nothing back and highlights nothing.
    void setActive(bool isActive);
    /// The next steps are played up to, or jumped to.
    void setPlaysUp(bool playsUp) { m_playsUp = playsUp; }
    bool playsUp() const { return m_playsUp; }

    void next();
    void back();
    void restart();
    /// Once for each question.
    void answer(int choice);

signals:
    /// Another lesson, or none.
    void changed();
    /// Another step, or an answer was given.
    void stepChanged();
    /// Somebody wanted to see more than may be seen before the question is answered.
    void heldBack();

private:
    void take();
    void begin();
    void goTo(int step);
    void update();
    std::optional<SimTime> horizon() const;

    Document& m_document;
    Playback& m_playback;
    std::vector<LessonStep> m_steps;
    std::vector<std::optional<int>> m_answers; ///< by step
    int m_current = 0;
    bool m_isActive = false;
    bool m_playsUp = true;
};

} // namespace rgsim::gui
