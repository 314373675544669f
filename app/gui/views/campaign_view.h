// How available it will be: asks for a campaign and shows its answer as a table and as bars of
// availability, causes of downtime and lengths of outages. It simulates nothing itself.
#pragma once

#include "models/campaign_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QTabWidget;
class QTableView;

namespace rgsim::gui {

class BarPlot;
class CampaignForm;
class PlanningBar;

class CampaignView : public QWidget {
    Q_OBJECT

public:
    explicit CampaignView(Document& document, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    CampaignModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }
    /// Null while there is none.
    const CampaignPtr& answer() const { return m_answer; }

public slots:
    void ask();

private:
    void makeTabs();
    void followSeed();
    void setExports();
    void take(const CampaignPtr& answer, const Diagnostics& problems);
    void update();
    void showOutages();
    QString sentence() const;

    Document& m_document;
    PlanningTask m_task;
    CampaignModel m_model;
    CampaignPtr m_answer;
    std::uint64_t m_seed = 0; ///< the scenario's, as last seen
    PlanningBar* m_bar;
    CampaignForm* m_form;
    QTabWidget* m_tabs;
    QTableView* m_table;
    BarPlot* m_availability = nullptr;
    BarPlot* m_downtime = nullptr;
    BarPlot* m_outages = nullptr;
};

} // namespace rgsim::gui
