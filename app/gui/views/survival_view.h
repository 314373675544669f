// What the cluster survives: a heat map of failures and services, with the chosen cell in words.
// Opens a failure as the second branch; tries nothing itself.
#pragma once

#include "models/survival_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace rgsim::gui {

class HeatLegend;
class PlanningBar;
class Playback;

class SurvivalView : public QWidget {
    Q_OBJECT

public:
    SurvivalView(Document& document, Playback& playback, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    SurvivalModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }
    QTableView* map() const { return m_map; }

public slots:
    void ask();

private:
    void makeOptions();
    void makeMap();
    QWidget* makeFoot();
    void take(const std::shared_ptr<const SurviveReport>& report);
    void showRows();
    void update();
    QString sentence() const;
    void openChosen();

    Document& m_document;
    Playback& m_playback;
    PlanningTask m_task;
    SurvivalModel m_model;
    std::shared_ptr<const SurviveReport> m_report;
    PlanningBar* m_bar;
    QComboBox* m_failures = nullptr;
    QComboBox* m_order = nullptr;
    QCheckBox* m_onlyLost = nullptr;
    HeatLegend* m_legend = nullptr;
    QTableView* m_map = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace rgsim::gui
