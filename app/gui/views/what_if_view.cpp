#include "views/what_if_view.h"

#include "base/limits.h"
#include "plots/what_if_chart.h"
#include "views/campaign_form.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"

#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

WhatIfView::WhatIfView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_task(document),
      m_bar(new PlanningBar(m_task, tr("R&un"), this)),
      m_form(new CampaignForm(*m_bar, CampaignForm::Ends::AfterAllRuns)),
      m_tabs(new QTabWidget(this)), m_plot(new BarPlot(m_tabs))
{
    m_plot->setAccessibleName(tr("What each change saves"));
    m_table = makePlanningTable(m_model, tr("What each change saves"), m_tabs);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_plot, tr("Bars"));
    m_tabs->addTab(m_table, tr("Table"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_tabs, 1);
    connect(m_bar, &PlanningBar::asked, this, &WhatIfView::ask);
    connect(m_plot, &BarPlot::chosen, m_table, &QTableView::selectRow);
    connect(&m_task, &PlanningTask::changed, this, &WhatIfView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr, {}); });
    connect(&document, &Document::draftChanged, this, &WhatIfView::followSeed);
    followSeed();
    update();
}

// Only while there is something to write: a campaign that was ended has no answer.
void WhatIfView::setExports()
{
    if (!m_answer) {
        m_bar->setForms({});
        return;
    }
    const auto form = [this](const QString& filter, std::string (*print)(const WhatIfReport&)) {
        return PlanningBar::Form{
            filter, [this, print] { return QByteArray::fromStdString(print(m_answer->report())); }};
    };
    m_bar->setForms({form(tr("JSON (*.json)"), whatIfJson), form(tr("Table (*.csv)"), whatIfCsv),
                     form(tr("Text (*.txt)"), whatIfText)});
}

// The scenario's, as long as it is the scenario that changes it.
void WhatIfView::followSeed()
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    if (!scenario || scenario->seed == m_seed)
        return;
    m_seed = scenario->seed;
    m_form->setSeed(m_seed);
}

void WhatIfView::ask()
{
    if (!m_task.canStart())
        return;
    const Result<DefaultRates> rates = m_form->rates();
    const CampaignOptions options = m_form->options();
    Diagnostics problems = rates.diagnostics;
    const PlanningQuestion question = m_task.question();
    const auto campaign = std::make_shared<const Scenario>(
        campaignScenario(*question.scenario, rates.value.value_or(DefaultRates())));
    if (!problems.hasErrors())
        problems.append(checkCampaign(*campaign, options));
    m_bar->showProblems(problems);
    if (problems.hasErrors())
        return;
    const int threads = m_form->threads();
    m_task.start([this, campaign, options, threads](const PlanningQuestion&,
                                                    PlanningControl& planning) {
        CampaignControl control;
        control.threads = threads;
        control.cancel = &planning.stop();
        control.progress = [&planning](std::int64_t done, std::int64_t of) {
            planning.setDone(static_cast<double>(done) /
                             static_cast<double>(std::max<std::int64_t>(of, 1)));
        };
        const auto answer = std::make_shared<const WhatIfAnswer>(
            WhatIfAnswer{*campaign, options, runWhatIf(*campaign, options, control)});
        return [this, answer] {
            Diagnostics found;
            if (answer->result.endlessRun)
                found.error({},
                            tr("Run %1 was ended because it had %L2 events")
                                .arg(*answer->result.endlessRun)
                                .arg(limits::maxRunEvents)
                                .toStdString(),
                            tr("see whether something repeats for ever, or give fewer years a run")
                                .toStdString());
            take(found.empty() ? answer : nullptr, found);
        };
    });
}

void WhatIfView::take(const WhatIfPtr& answer, const Diagnostics& problems)
{
    m_answer = answer;
    m_model.setAnswer(answer);
    setExports();
    if (!problems.empty())
        m_bar->showProblems(problems);
    m_plot->setData(answer ? savingBars(*answer) : BarData());
    update();
}

QString WhatIfView::sentence() const
{
    if (!m_answer)
        return m_task.isRunning()
                   ? tr("The cluster and each change of it are being run under the same failures…")
                   : tr("Tells how much downtime each of many changes would save: other rates, "
                        "recovery, checks, times, one more node, guards, load balancers.");
    QString text =
        tr("Each change alone, on the same failures; cluster-years: %L1.")
            .arg(m_answer->result.unchanged.runs * std::int64_t{m_answer->options.years});
    if (m_answer->campaign.groups.empty())
        text += ' ' + tr("What counts is the downtime of all services together.");
    else
        text += ' ' + tr("What counts is the downtime of all groups together.");
    if (m_answer->result.wasCancelled)
        text += ' ' + tr("It was stopped: these are the runs that were done by then.");
    return text;
}

void WhatIfView::update()
{
    m_bar->setSentence(sentence());
    m_tabs->setVisible(m_answer && m_answer->result.unchanged.runs > 0);
}

} // namespace rgsim::gui
