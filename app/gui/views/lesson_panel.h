// The panel that plays a scenario's lesson: a step's text, its question, back and next, the score
// at the end. What a step does to the document is session/lesson's business.
#pragma once

#include "session/lesson.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace rgsim::gui {

class QuestionBox;

class LessonPanel : public QWidget {
    Q_OBJECT

public:
    LessonPanel(Document& document, Playback& playback, QWidget* parent = nullptr);

    const Lesson& lesson() const { return m_lesson; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBody();
    QWidget* makeBar();
    void update();
    void updateStep();
    void updateBar();
    QString scoreText() const;
    void tellHeldBack();
    void placeFocus();

    Lesson m_lesson;
    QLabel* m_title = nullptr;
    QProgressBar* m_progress = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_text = nullptr;
    QuestionBox* m_question = nullptr;
    QLabel* m_hint = nullptr;
    QCheckBox* m_playsUp = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_restart = nullptr;
};

/// Whether @p document has a lesson to show.
bool hasLesson(const Document& document);

} // namespace rgsim::gui
