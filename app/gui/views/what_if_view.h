// Which change would save most downtime: asks for a campaign of the cluster and of each change,
// and shows a bar for each, the best first, and a table. It simulates nothing itself.
#pragma once

#include "models/what_if_model.h"
#include "session/planning_task.h"

#include <QWidget>

class QTabWidget;
class QTableView;

namespace rgsim::gui {

class BarPlot;
class CampaignForm;
class PlanningBar;

class WhatIfView : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfView(Document& document, QWidget* parent = nullptr);

    const PlanningTask& task() const { return m_task; }
    WhatIfModel& model() { return m_model; }
    const PlanningBar& bar() const { return *m_bar; }
    const BarPlot& plot() const { return *m_plot; }
    /// Null while there is none.
    const WhatIfPtr& answer() const { return m_answer; }

public slots:
    void ask();

private:
    void setExports();
    void followSeed();
    void take(const WhatIfPtr& answer, const Diagnostics& problems);
    void update();
    QString sentence() const;

    Document& m_document;
    PlanningTask m_task;
    WhatIfModel m_model;
    WhatIfPtr m_answer;
    std::uint64_t m_seed = 0; ///< the scenario's, as last seen
    PlanningBar* m_bar;
    CampaignForm* m_form;
    QTabWidget* m_tabs;
    BarPlot* m_plot;
    QTableView* m_table;
};

} // namespace rgsim::gui
