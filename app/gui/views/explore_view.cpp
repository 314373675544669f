#include "views/explore_view.h"

#include "planning/base_scenario.h"
#include "report/campaign_words.h"
#include "session/planning_case.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"
#include "views/property_editor.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

constexpr int mostDepth = 99;
constexpr int mostMegabytes = 1'000'000;
constexpr std::int64_t megabyte = std::int64_t{1} << 20;

QString shareText(double share)
{
    constexpr double percent = 100;
    return QString::fromStdString(fixedText(share * percent, 1)) + QStringLiteral(" %");
}

QString wholeText(double number)
{
    return QStringLiteral("%L1").arg(std::llround(number));
}

bool isPossible(const Scenario& base, const std::vector<Property>& properties,
                const ExploreOptions& options)
{
    return !checkExplore(base, properties, options).hasErrors();
}

// What a person can change in the fields so that the memory is enough.
QString smallerQuestion(const Scenario& base, const std::vector<Property>& properties,
                        const ExploreOptions& options)
{
    ExploreOptions smaller = options;
    while (smaller.depth > 0 && !isPossible(base, properties, smaller))
        --smaller.depth;
    ExploreOptions atRest = options;
    atRest.phases = false;
    if (options.phases && isPossible(base, properties, atRest))
        return ExploreView::tr("choose depth %1, leave out the phases, or allow more memory")
            .arg(smaller.depth);
    return ExploreView::tr("choose depth %1, or allow more memory").arg(smaller.depth);
}

// As checkExplore(), in the words of the fields.
Diagnostics whatForbids(const Scenario& base, const std::vector<Property>& properties,
                        const ExploreOptions& options)
{
    Diagnostics problems;
    if (properties.empty()) {
        problems.error({}, ExploreView::tr("There is nothing to look for").toStdString(),
                       ExploreView::tr("add what must hold to the list below").toStdString());
        return problems;
    }
    ExploreOptions coldStart = options;
    coldStart.depth = 0;
    coldStart.orders = false;
    problems = checkExplore(base, properties, coldStart);
    if (problems.hasErrors())
        return problems;
    coldStart.orders = options.orders;
    for (Diagnostic problem : checkExplore(base, properties, coldStart).items()) {
        problem.remedy =
            ExploreView::tr("leave out the orders, or ask about a smaller cluster").toStdString();
        problems.add(problem);
    }
    if (problems.hasErrors())
        return problems;
    for (Diagnostic problem : checkExplore(base, properties, options).items()) {
        problem.remedy = smallerQuestion(base, properties, options).toStdString();
        problems.add(problem);
    }
    return problems;
}

} // namespace

ExploreView::ExploreView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback), m_task(document),
      m_bar(new PlanningBar(m_task, tr("Exp&lore"), this)), m_depth(new QSpinBox(this)),
      m_memory(new QSpinBox(this)), m_phases(new QCheckBox(tr("Ph&ases"), this)),
      m_orders(new QCheckBox(tr("O&rders"), this)), m_folding(new QCheckBox(tr("F&old"), this)),
      m_properties(new PropertyEditor(document, this))
{
    makeOptions();
    m_bar->setForms({{tr("JSON (*.json)"), [this] { return exploreJson(m_answer->report()); }},
                     {tr("Text (*.txt)"), [this] {
                          return QByteArray::fromStdString(exploreText(m_answer->report()));
                      }}});
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_properties);
    splitter->addWidget(makeFound());
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    connect(m_bar, &PlanningBar::asked, this, &ExploreView::ask);
    connect(&m_task, &PlanningTask::changed, this, &ExploreView::update);
    connect(&m_task, &PlanningTask::progressed, this, [this] { m_bar->setSentence(sentence()); });
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr); });
    update();
}

void ExploreView::makeOptions()
{
    const ExploreOptions usual;
    m_depth->setObjectName(QStringLiteral("depth"));
    m_depth->setRange(0, mostDepth);
    m_depth->setValue(usual.depth);
    m_depth->setToolTip(tr("Sequences of up to so many failures and recoveries. 0: only the cold "
                           "start"));
    m_bar->addOption(tr("&Depth"), m_depth);
    m_phases->setObjectName(QStringLiteral("phases"));
    m_phases->setToolTip(tr("Strike at every instant of the status cycle that makes a difference, "
                            "not only when the cluster has come to rest"));
    m_bar->addOption({}, m_phases);
    m_orders->setObjectName(QStringLiteral("orders"));
    m_orders->setToolTip(tr("Try every order of what happens at the same instant, too"));
    m_bar->addOption({}, m_orders);
    m_folding->setObjectName(QStringLiteral("folding"));
    m_folding->setChecked(usual.folding);
    m_folding->setToolTip(tr("Leave out what cannot make a difference: the same verdict, sooner"));
    m_bar->addOption({}, m_folding);
    m_memory->setObjectName(QStringLiteral("memory"));
    m_memory->setRange(1, mostMegabytes);
    m_memory->setValue(static_cast<int>(usual.memory / megabyte));
    m_memory->setSuffix(tr(" MB"));
    m_memory->setToolTip(tr("For the states that have to be remembered"));
    m_bar->addOption(tr("&Memory"), m_memory);
}

QWidget* ExploreView::makeFound()
{
    m_found = new QWidget(this);
    m_table = makePlanningTable(m_steps, tr("The steps that violate it"), m_found);
    m_table->setObjectName(QStringLiteral("steps"));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_open = new QPushButton(tr("Open in the t&imeline"), m_found);
    m_open->setObjectName(QStringLiteral("openCase"));
    m_open->setToolTip(tr("The sequence as a second branch, played from a moment before"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_found);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &ExploreView::openChosen);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { openAt(m_steps.timeOf(index.row())); });
    return m_found;
}

ExploreOptions ExploreView::options() const
{
    ExploreOptions options;
    options.depth = m_depth->value();
    options.phases = m_phases->isChecked();
    options.orders = m_orders->isChecked();
    options.folding = m_folding->isChecked();
    options.memory = m_memory->value() * megabyte;
    return options;
}

void ExploreView::ask()
{
    if (!m_task.canStart())
        return;
    const ExploreOptions options = this->options();
    const Result<std::vector<Property>> properties = m_properties->model().properties();
    const auto base = std::make_shared<const Scenario>(baseScenario(*m_task.question().scenario));
    Diagnostics problems = properties.diagnostics;
    if (properties.ok())
        problems.append(whatForbids(*base, *properties, options));
    m_bar->showProblems(problems);
    if (problems.hasErrors())
        return;
    const auto watch = std::make_shared<ExploreWatch>(options.depth);
    m_watch = watch;
    m_task.start([this, base, asked = *properties, options, watch](const PlanningQuestion&,
                                                                   PlanningControl& planning) {
        ExploreControl control;
        control.threads = PlanningTask::threads();
        control.cancel = &planning.stop();
        control.progress = [&](const ExploreProgress& now) {
            watch->note(now);
            planning.setDone(watch->done());
        };
        Explored explored = exploreAndProve(*base, asked, options, control);
        const auto answer = std::make_shared<const ExploreAnswer>(
            ExploreAnswer{*base, asked, options, std::move(explored), watch->seconds()});
        return [this, answer] { take(answer); };
    });
}

void ExploreView::take(const ExplorePtr& answer)
{
    m_answer = answer;
    m_steps.setAnswer(answer);
    m_properties->model().setAnswer(answer);
    update();
}

QString ExploreView::progressSentence() const
{
    const ExploreProgress now = m_watch->latest();
    if (now.level == 0)
        return tr("The cluster starts cold…");
    return tr("Sequences of %1 steps, of at most %2. States: %L3, %4 a second; folded: %5.")
        .arg(now.level)
        .arg(m_depth->value())
        .arg(now.states)
        .arg(wholeText(m_watch->speed()), shareText(now.foldedShare()));
}

QString ExploreView::verdict() const
{
    const ExploreResult& result = m_answer->explored.result;
    if (const auto& found = m_answer->found()) {
        const QString property = QString::fromStdString(
            propertyText(m_answer->base.cluster, m_answer->properties[found->breach.property]));
        if (found->events.empty())
            return tr("Violated at a cold start, without any failure: %1.").arg(property);
        return found->events.size() == 1
                   ? tr("Violated by a single step: %1.").arg(property)
                   : tr("Violated by %L1 steps, none of which can be left out: %2.")
                         .arg(found->events.size())
                         .arg(property);
    }
    const int depth = result.completeDepth;
    if (m_answer->holds())
        return depth == 0 ? tr("No violation at a cold start.")
                          : tr("No violation within depth %1: all sequences of up to so many "
                               "failures and recoveries hold.")
                                .arg(depth);
    const QString known = depth < 0 ? tr("Nothing is known yet.")
                          : depth == 0
                              ? tr("All that is known: no violation at a cold start.")
                              : tr("All that is known: no violation within depth %1.").arg(depth);
    return (result.end == ExploreEnd::OutOfMemory
                ? tr("The memory did not suffice: allow more, or choose a smaller depth.")
                : tr("It was stopped before its end.")) +
           ' ' + known;
}

QString ExploreView::figures() const
{
    const ExploreResult& result = m_answer->explored.result;
    QString text = tr("States: %L1, %2 a second; folded: %3.")
                       .arg(result.states)
                       .arg(wholeText(m_answer->report().speed()), shareText(result.foldedShare()));
    if (result.orders > 0)
        text += ' ' + tr("Other orders that were tried: %L1, of them without consequences: %L2.")
                          .arg(result.orders)
                          .arg(result.likeOrders);
    if (result.droppedServices > 0)
        text += ' ' + tr("Services that can make no difference and did not take part: %L1.")
                          .arg(result.droppedServices);
    if (result.unsettled > 0)
        text += ' ' + tr("States that did not come to rest within an hour: %L1; what comes later "
                         "was not looked at.")
                          .arg(result.unsettled);
    if (m_answer->explored.wasRepeated)
        text += ' ' + tr("It was repeated without folding.");
    return text;
}

QString ExploreView::sentence() const
{
    if (m_task.isRunning())
        return progressSentence();
    if (m_answer)
        return verdict() + ' ' + figures();
    return tr("Tries every sequence of failures and recoveries up to a length, shortest first, and "
              "tells the first that violates something in the list, or that none does.");
}

void ExploreView::update()
{
    const bool isFound = m_answer && m_answer->found();
    setWindowTitle(!m_answer           ? tr("Exploration")
                   : isFound           ? tr("Exploration (violated)")
                   : m_answer->holds() ? tr("Exploration (holds)")
                                       : tr("Exploration (not complete)"));
    m_bar->setSentence(sentence());
    m_properties->setEnabled(!m_task.isRunning());
    m_found->setVisible(isFound);
    m_open->setEnabled(isFound && !m_task.isRunning());
}

void ExploreView::openChosen()
{
    const auto& found = m_answer->found();
    const SimTime last = found->events.empty() ? found->breach.from : found->events.back().at;
    openAt(std::min(last, found->breach.from));
}

void ExploreView::openAt(SimTime at)
{
    if (!m_answer || !m_answer->found() || m_task.isRunning())
        return;
    const PlanningQuestion question = *m_task.answered();
    const Counterexample& found = *m_answer->found();
    const Property& property = m_answer->properties[found.breach.property];
    playCase(m_document, m_playback, question, found.scenario, tr("Open the counterexample"), at,
             property.services.empty() ? noService : property.services.front());
}

} // namespace rgsim::gui
