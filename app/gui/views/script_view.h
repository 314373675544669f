// The panel of the switch "Script in the loop": the switch, whose script is tried, what came of it,
// and each difference with the state that caused it. What is run, and when, is ScriptTrial's
// business.
#pragma once

#include "models/script_difference_model.h"
#include "session/script_trial.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace rgsim::gui {

class ProblemLine;
class SignedText;

class ScriptView : public QWidget {
    Q_OBJECT

public:
    explicit ScriptView(Document& document, QWidget* parent = nullptr);

    ScriptTrial& trial() { return m_trial; }
    const ScriptDifferenceModel& model() const { return m_model; }
    QString sentence() const;

private:
    void makeSwitch(QBoxLayout& layout);
    QWidget* makeDifferences();
    void update();
    void showDetails();
    void goThere();
    QString currentSentence() const;

    Document& m_document;
    ScriptTrial m_trial;
    ScriptDifferenceModel m_model;
    QCheckBox* m_switch = nullptr;
    QLabel* m_script = nullptr;
    QPushButton* m_ours = nullptr;
    QLabel* m_sentence;
    QPushButton* m_goThere;
    ProblemLine* m_problems;
    QSplitter* m_differences = nullptr;
    QTableView* m_table = nullptr;
    SignedText* m_details = nullptr;
};

} // namespace rgsim::gui
