// A question with choices to answer, and what was right once it is answered. It keeps no score and
// knows no lesson.
#pragma once

#include <QFrame>

#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace rgsim {
struct LessonStep;
}

namespace rgsim::gui {

class QuestionBox : public QFrame {
    Q_OBJECT

public:
    explicit QuestionBox(QWidget* parent = nullptr);

    /// @p answer: what was answered, if it was.
    void show(const LessonStep& step, std::optional<int> answer);
    /// Where the keyboard begins.
    void focusFirst();

signals:
    void answered(int choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addChoice(const QString& text, int number, const LessonStep& step,
                   std::optional<int> answer);
    void submit();

    QLabel* m_question;
    QWidget* m_choices = nullptr;
    QVBoxLayout* m_choiceLayout = nullptr;
    QButtonGroup* m_group = nullptr;
    QPushButton* m_submit;
    QLabel* m_verdict;
    QLabel* m_explanation;
};

} // namespace rgsim::gui
