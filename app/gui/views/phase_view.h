// How downtime depends on the instant of a failure: a table of failures and services, and the
// chosen one's curve. Opens the run of an instant as the second branch; finds nothing itself.
#pragma once

#include "models/phase_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class PhasePlot;
class PlanningBar;
class Playback;

class PhaseView : public QWidget {
    Q_OBJECT

public:
    PhaseView(Document& document, Playback& playback, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    PhaseModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }
    PhasePlot* plot() const { return m_plot; }

public slots:
    void ask();

private:
    void makeOptions();
    void setExports();
    QWidget* makePlot();
    void fillOptions();
    void take(const PhaseAnswers& answers, const Diagnostics& problems, bool wasCutShort);
    void showChosen();
    void showInstant();
    void update();
    QString sentence() const;
    QString titleOf(const PhaseAnswer& answer) const;
    void openInstant();

    Document& m_document;
    Playback& m_playback;
    PlanningTask m_task;
    PhaseModel m_model;
    PhaseAnswers m_answers;
    bool m_wasCutShort = false;
    PlanningBar* m_bar;
    QComboBox* m_failure = nullptr;
    QComboBox* m_of = nullptr;
    std::vector<PlanEvent> m_failures; ///< those to choose from
    QTableView* m_table = nullptr;
    PhasePlot* m_plot = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace rgsim::gui
