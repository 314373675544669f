// Tells what is wrong, and asks, in the window and not in a box before it: a heading, the problems
// with place and remedy, a button to put it away. It never keeps anybody from going on.
#pragma once

#include "base/diagnostic.h"

#include <QFrame>
#include <QVector>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rgsim::gui {

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// The worst first; of many, the rest is in the tool tip. Hides itself if there is nothing to
    /// tell.
    void show(const QString& heading, const Diagnostics& diagnostics);
    /// One thing a person can choose in answer to a question.
    struct Answer {
        QString text;
        std::function<void()> run; ///< may be empty: only puts the question away
    };
    /// Asks in place; the first answer gets the focus.
    void ask(const QString& question, const QVector<Answer>& answers);
    bool isAsking() const { return isVisible() && !m_buttons.isEmpty(); }
    QString text() const;

private:
    void clearAnswers();

    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_answers;
    QVector<QPushButton*> m_buttons;
};

/// "what (field): remedy" with the file and line where they are known, for one line in a list.
QString sentenceOf(const Diagnostic& diagnostic);

} // namespace rgsim::gui
