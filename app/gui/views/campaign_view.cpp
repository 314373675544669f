#include "views/campaign_view.h"

#include "base/limits.h"
#include "models/model_csv.h"
#include "plots/campaign_charts.h"
#include "report/campaign_json.h"
#include "report/campaign_text.h"
#include "report/campaign_words.h"
#include "views/campaign_form.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"

#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

struct Outcome {
    CampaignPtr answer;
    Diagnostics problems;
};

Outcome runIt(const Scenario& scenario, const Scenario& campaign, const CampaignOptions& options,
              const CampaignControl& control)
{
    const CampaignResult result = runCampaign(campaign, options, control);
    Outcome outcome;
    if (result.endlessRun) {
        outcome.problems.error(
            {},
            CampaignView::tr("Run %1 was ended because it had %L2 events")
                .arg(*result.endlessRun)
                .arg(limits::maxRunEvents)
                .toStdString(),
            CampaignView::tr("see whether something repeats for ever, or give fewer years a run")
                .toStdString());
        return outcome;
    }
    const std::size_t all = scenario.plan.events.size();
    outcome.answer = std::make_shared<const CampaignAnswer>(CampaignAnswer{
        campaign, options, summarizeCampaign(campaign, options, result.tally), result.wasCancelled,
        result.isPreciseEnough, all - std::min(all, campaign.plan.events.size())});
    return outcome;
}

} // namespace

CampaignView::CampaignView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_task(document),
      m_bar(new PlanningBar(m_task, tr("R&un"), this)), m_form(new CampaignForm(*m_bar)),
      m_tabs(new QTabWidget(this))
{
    m_table = makePlanningTable(m_model, tr("Availability"), m_tabs);
    makeTabs();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_tabs, 1);
    connect(m_bar, &PlanningBar::asked, this, &CampaignView::ask);
    connect(&m_task, &PlanningTask::changed, this, &CampaignView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr, {}); });
    connect(&document, &Document::draftChanged, this, &CampaignView::followSeed);
    followSeed();
    update();
}

// The scenario's, as long as it is the scenario that changes it.
void CampaignView::followSeed()
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    if (!scenario || scenario->seed == m_seed)
        return;
    m_seed = scenario->seed;
    m_form->setSeed(m_seed);
}

void CampaignView::makeTabs()
{
    m_availability = new BarPlot(m_tabs);
    m_availability->setAccessibleName(tr("Availability in nines"));
    m_downtime = new BarPlot(m_tabs);
    m_downtime->setAccessibleName(tr("Downtime by cause"));
    m_outages = new BarPlot(m_tabs);
    m_outages->setAccessibleName(tr("Outages by length"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_table, tr("Table"));
    m_tabs->addTab(m_availability, tr("Nines"));
    m_tabs->addTab(m_downtime, tr("Causes"));
    m_tabs->addTab(m_outages, tr("Outages"));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CampaignView::showOutages);
    // Any bar leads to the same row everywhere.
    for (BarPlot* plot : {m_availability, m_downtime})
        connect(plot, &BarPlot::chosen, m_table, &QTableView::selectRow);
}

// Only while there is something to write: a campaign that was ended has no answer.
void CampaignView::setExports()
{
    if (!m_answer) {
        m_bar->setForms({});
        return;
    }
    m_bar->setForms(
        {{tr("JSON (*.json)"),
          [this] { return QByteArray::fromStdString(campaignJson(m_answer->report())); }},
         {tr("Table (*.csv)"), [this] { return csvOf(m_model); }},
         {tr("Text (*.txt)"),
          [this] { return QByteArray::fromStdString(campaignText(m_answer->report())); }}});
}

void CampaignView::ask()
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
    m_task.start([this, campaign, options, threads](const PlanningQuestion& asked,
                                                    PlanningControl& planning) {
        CampaignControl control;
        control.threads = threads;
        control.cancel = &planning.stop();
        control.progress = [&planning](std::int64_t done, std::int64_t of) {
            planning.setDone(static_cast<double>(done) /
                             static_cast<double>(std::max<std::int64_t>(of, 1)));
        };
        const Outcome outcome = runIt(*asked.scenario, *campaign, options, control);
        return [this, outcome] { take(outcome.answer, outcome.problems); };
    });
}

void CampaignView::take(const CampaignPtr& answer, const Diagnostics& problems)
{
    m_answer = answer;
    setExports();
    m_model.setAnswer(answer);
    if (!problems.empty())
        m_bar->showProblems(problems);
    m_availability->setData(answer ? availabilityBars(*answer) : BarData());
    m_downtime->setData(answer ? downtimeBars(*answer) : BarData());
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showOutages();
    update();
}

void CampaignView::showOutages()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool hasRow = m_answer && !rows.isEmpty();
    m_outages->setData(hasRow ? outageBars(*m_answer, static_cast<std::size_t>(rows.first().row()))
                              : BarData());
}

QString CampaignView::sentence() const
{
    if (!m_answer)
        return m_task.isRunning() ? tr("The cluster is being run under random failures…")
                                  : tr("Runs the cluster again and again for years under random "
                                       "failures, and tells how available its services are.");
    const CampaignSummary& summary = m_answer->summary;
    QString text = tr("Cluster-years: %L1. Failures a year: %2.")
                       .arg(summary.clusterYears)
                       .arg(QString::fromStdString(fixedText(summary.failuresPerYear, 1)));
    if (m_answer->isPartial)
        text += ' ' + tr("It was stopped: these are the runs that were done by then.");
    if (m_answer->isPreciseEnough)
        text += ' ' + tr("The wanted precision is reached.");
    if (m_answer->leftOut > 0)
        text += ' ' + tr("Events of the scenario are left out: only what the rates bring happens.");
    return text;
}

void CampaignView::update()
{
    m_bar->setSentence(sentence());
    m_tabs->setVisible(m_answer && m_answer->summary.runs > 0);
}

} // namespace rgsim::gui
