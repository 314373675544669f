// Does it hold whatever fails: asks for an exploration, says what came of it, and shows the steps
// of a counterexample, which open as the second branch. It explores nothing itself.
#pragma once

#include "models/explore_steps_model.h"
#include "session/explore_watch.h"
#include "session/planning_task.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QSpinBox;
class QTableView;

namespace rgsim::gui {

class Playback;
class PlanningBar;
class PropertyEditor;

class ExploreView : public QWidget {
    Q_OBJECT

public:
    ExploreView(Document& document, Playback& playback, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    PropertyEditor& properties() { return *m_properties; }
    ExploreStepsModel& steps() { return m_steps; }
    const PlanningBar& bar() const { return *m_bar; }
    /// Null while there is none.
    const ExplorePtr& answer() const { return m_answer; }

public slots:
    void ask();

private:
    void makeOptions();
    QWidget* makeFound();
    ExploreOptions options() const;
    void take(const ExplorePtr& answer);
    void update();
    QString sentence() const;
    QString progressSentence() const;
    QString verdict() const;
    QString figures() const;
    void openChosen();
    void openAt(SimTime at);

    Document& m_document;
    Playback& m_playback;
    PlanningTask m_task;
    ExploreStepsModel m_steps;
    ExplorePtr m_answer;
    std::shared_ptr<ExploreWatch> m_watch; ///< of the last question
    PlanningBar* m_bar;
    QSpinBox* m_depth;
    QSpinBox* m_memory;
    QCheckBox* m_phases;
    QCheckBox* m_orders;
    QCheckBox* m_folding;
    PropertyEditor* m_properties;
    QWidget* m_found = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace rgsim::gui
