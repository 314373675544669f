#include "views/survival_view.h"

#include "models/model_csv.h"
#include "report/survive_json.h"
#include "report/survive_text.h"
#include "session/outcome_words.h"
#include "session/planning_case.h"
#include "views/heat_delegate.h"
#include "views/heat_legend.h"
#include "views/planning_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int widestRowName = 44; ///< characters
constexpr int narrowestColumn = 8;

} // namespace

SurvivalView::SurvivalView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback), m_task(document),
      m_bar(new PlanningBar(m_task, tr("Tr&y"), this))
{
    makeOptions();
    makeMap();
    m_legend = new HeatLegend(this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_legend);
    layout->addWidget(m_map, 1);
    layout->addWidget(makeFoot());
    connect(m_bar, &PlanningBar::asked, this, &SurvivalView::ask);
    connect(&m_task, &PlanningTask::changed, this, &SurvivalView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr); });
    connect(m_map->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SurvivalView::update);
    connect(m_map, &QTableView::activated, this, &SurvivalView::openChosen);
    update();
}

void SurvivalView::makeOptions()
{
    m_failures = new QComboBox(this);
    m_failures->setObjectName(QStringLiteral("failures"));
    m_failures->addItems({tr("one at a time"), tr("one, and two in a row")});
    m_failures->setToolTip(tr("Each failure strikes when the cluster has come to rest"));
    m_bar->addOption(tr("Fail&ures"), m_failures);
    m_order = new QComboBox(this);
    m_order->setObjectName(QStringLiteral("order"));
    m_order->addItem(tr("the worst"), int(SurvivalModel::Order::WorstFirst));
    m_order->addItem(tr("single ones"), int(SurvivalModel::Order::AsTried));
    m_order->setToolTip(tr("The worst: broken rules, then services that are not back, then the "
                           "longest downtime"));
    m_bar->addOption(tr("First sho&w"), m_order);
    m_onlyLost = new QCheckBox(tr("&Only what is not survived"), this);
    m_onlyLost->setObjectName(QStringLiteral("onlyLost"));
    m_bar->addOption({}, m_onlyLost);
    m_bar->setForms(
        {{tr("JSON (*.json)"),
          [this] { return surviveJson(m_task.answered()->scenario->cluster, *m_report); }},
         {tr("Table (*.csv)"), [this] { return csvOf(m_model, true); }},
         {tr("Text (*.txt)"), [this] {
              return QByteArray::fromStdString(
                  surviveText(m_task.answered()->scenario->cluster, *m_report, true));
          }}});
    m_model.setOrder(SurvivalModel::Order::WorstFirst);
    connect(m_order, &QComboBox::currentIndexChanged, this, &SurvivalView::showRows);
    connect(m_onlyLost, &QCheckBox::toggled, this, &SurvivalView::showRows);
}

void SurvivalView::makeMap()
{
    m_map = new QTableView(this);
    m_map->setModel(&m_model);
    m_map->setItemDelegate(new HeatDelegate(m_map));
    m_map->setAccessibleName(tr("What each failure does to each service"));
    m_map->setSelectionMode(QAbstractItemView::SingleSelection);
    m_map->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_map->setTabKeyNavigation(false);
    m_map->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_map->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_map->setMinimumHeight(fontMetrics().height() * 5);
    // All cells are of one size: nothing of many thousand cells is ever measured.
    for (QHeaderView* header : {m_map->verticalHeader(), m_map->horizontalHeader()}) {
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setTextElideMode(Qt::ElideMiddle);
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

QWidget* SurvivalView::makeFoot()
{
    auto* foot = new QWidget(this);
    m_details = new QLabel(foot);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setAccessibleName(tr("The chosen cell"));
    m_open = new QPushButton(tr("Open in the t&imeline"), foot);
    m_open->setObjectName(QStringLiteral("openCase"));
    m_open->setToolTip(tr("The failure as a second branch, played from a moment before (Return)"));
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_open);
    layout->addWidget(m_details, 1);
    connect(m_open, &QPushButton::clicked, this, &SurvivalView::openChosen);
    return foot;
}

void SurvivalView::ask()
{
    if (!m_task.canStart())
        return;
    SurviveOptions options;
    options.failures = m_failures->currentIndex() + 1;
    options.threads = PlanningTask::threads();
    Diagnostics problems;
    if (const auto problem = whatForbidsSurviving(*m_task.question().scenario, options))
        problems.add(*problem);
    m_bar->showProblems(problems);
    if (problems.hasErrors())
        return;
    m_task.start([this, options](const PlanningQuestion& question, PlanningControl& control) {
        SurviveOptions watched = options;
        watched.progress = [&control](double done) {
            control.setDone(done);
            return !control.isStopped();
        };
        const auto report =
            std::make_shared<const SurviveReport>(survive(*question.scenario, watched));
        return [this, report] { take(report); };
    });
}

void SurvivalView::take(const std::shared_ptr<const SurviveReport>& report)
{
    m_report = report;
    m_model.setReport(report, report ? m_task.answered()->scenario : nullptr);
    showRows();
}

void SurvivalView::showRows()
{
    m_model.setOrder(static_cast<SurvivalModel::Order>(m_order->currentData().toInt()));
    m_model.setOnlyLost(m_onlyLost->isChecked());
    const QFontMetrics font = fontMetrics();
    const QSize cell = heatSize(font, m_model.longestText())
                           .expandedTo({font.averageCharWidth() * narrowestColumn, 0});
    m_map->horizontalHeader()->setDefaultSectionSize(cell.width());
    m_map->verticalHeader()->setDefaultSectionSize(cell.height());
    m_map->verticalHeader()->setMaximumWidth(font.averageCharWidth() * widestRowName);
    if (m_model.rowCount() > 0)
        m_map->setCurrentIndex(m_model.index(0, 0));
    update();
}

QString SurvivalView::sentence() const
{
    if (!m_report)
        return m_task.isRunning() ? tr("Every failure is being tried…")
                                  : tr("Tries a cold start and every failure, and shows what each "
                                       "does to every service: where it runs then, and how long "
                                       "it was down.");
    const auto tried = m_report->failures.size();
    QString text =
        m_model.lost() == 0
            ? tr("All is survived. Failures that were tried, with the cold start: %L1.").arg(tried)
            : tr("Failures that were tried, with the cold start: %L1. Not survived (a service is "
                 "not back, or a rule is broken): %L2.")
                  .arg(tried)
                  .arg(m_model.lost());
    if (m_report->wasCutShort)
        text += ' ' + tr("It was stopped before its end: there may be more.");
    return text;
}

void SurvivalView::update()
{
    setWindowTitle(m_report ? tr("Survival (%L1)").arg(m_model.lost()) : tr("Survival"));
    m_bar->setSentence(sentence());
    for (QWidget* widget : {static_cast<QWidget*>(m_map), static_cast<QWidget*>(m_legend)})
        widget->setVisible(m_report != nullptr);
    const QModelIndex chosen = m_map->currentIndex();
    m_open->setVisible(m_report != nullptr);
    m_open->setEnabled(chosen.isValid());
    m_details->setText(chosen.isValid() ? m_model.sentence(chosen) : QString());
}

void SurvivalView::openChosen()
{
    const QModelIndex chosen = m_map->currentIndex();
    if (!chosen.isValid())
        return;
    const PlanningQuestion question = *m_task.answered();
    const SurvivedFailure failure = m_model.failureAt(chosen.row());
    playCase(
        m_document, m_playback, question, scenarioOf(*question.scenario, failure),
        tr("Open the failure: %1").arg(failureWords(question.scenario->cluster, failure.events)),
        failure.events.empty() ? SimTime() : failure.events.back().at, chosen.column());
}

} // namespace rgsim::gui
