#include "views/phase_view.h"

#include "planning/base_scenario.h"
#include "planning/failures.h"
#include "planning/trial.h"
#include "plots/phase_plot.h"
#include "report/phase_csv.h"
#include "report/phase_json.h"
#include "report/phase_text.h"
#include "report/run_report.h"
#include "session/outcome_words.h"
#include "session/planning_case.h"
#include "session/state_words.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int usual = -1; ///< the combos' first entry
constexpr QSize pictureSize{900, 500};
constexpr double pictureScale = 2;

QString span(SimDuration duration)
{
    return QString::fromStdString(spanText(duration));
}

struct Outcome {
    PhaseAnswers answers;
    Diagnostics problems;
    bool wasCutShort = false;
};

std::vector<PhaseQuestion> questionsOf(const Scenario& scenario,
                                       const std::optional<PlanEvent>& failure, ServiceIndex of)
{
    if (failure)
        return questionsAbout(scenario, *failure, of);
    std::vector<PhaseQuestion> questions = usualQuestions(scenario);
    if (of != noService)
        std::erase_if(questions, [of](const PhaseQuestion& q) { return q.service != of; });
    return questions;
}

Outcome findPhases(const Scenario& scenario, const std::optional<PlanEvent>& failure,
                   ServiceIndex of, PlanningControl& control)
{
    Outcome outcome;
    const std::vector<PhaseQuestion> questions = questionsOf(scenario, failure, of);
    if (const auto problem = whatForbidsPhase(scenario, questions)) {
        outcome.problems.add(*problem);
        return outcome;
    }
    PhaseOptions options;
    options.threads = PlanningTask::threads();
    options.progress = [&control](double done) {
        control.setDone(done);
        return !control.isStopped();
    };
    outcome.answers =
        std::make_shared<const std::vector<PhaseAnswer>>(phasesOf(scenario, questions, options));
    outcome.wasCutShort = outcome.answers->size() < questions.size();
    return outcome;
}

// What is chosen stays chosen by its text.
void refill(QComboBox& combo, const QString& first, const QStringList& others)
{
    const QString chosen = combo.currentText();
    combo.clear();
    combo.addItem(first, usual);
    for (int i = 0; i < others.size(); ++i)
        combo.addItem(others[i], i);
    combo.setCurrentIndex(std::max(0, combo.findText(chosen)));
}

} // namespace

PhaseView::PhaseView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback), m_task(document),
      m_bar(new PlanningBar(m_task, tr("Fi&nd out"), this))
{
    makeOptions();
    m_table = makePlanningTable(m_model, tr("Failures and their downtimes"), this);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    splitter->addWidget(makePlot());
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({1, 1});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    connect(m_bar, &PlanningBar::asked, this, &PhaseView::ask);
    connect(&m_task, &PlanningTask::changed, this, &PhaseView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr, {}, false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PhaseView::showChosen);
    connect(m_table, &QTableView::activated, this, &PhaseView::openInstant);
    connect(&document, &Document::draftChanged, this, &PhaseView::fillOptions);
    connect(&document, &Document::reopened, this, &PhaseView::fillOptions);
    fillOptions();
    showInstant();
    update();
}

void PhaseView::makeOptions()
{
    m_failure = new QComboBox(this);
    m_failure->setObjectName(QStringLiteral("failure"));
    m_of = new QComboBox(this);
    m_of->setObjectName(QStringLiteral("of"));
    for (QComboBox* combo : {m_failure, m_of}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(24);
    }
    m_bar->addOption(tr("Fail&ure"), m_failure);
    m_bar->addOption(tr("do&wntime of"), m_of);
}

// Only while there is something to write.
void PhaseView::setExports()
{
    if (!m_answers) {
        m_bar->setForms({});
        return;
    }
    const auto cluster = [this]() -> const Cluster& {
        return m_task.answered()->scenario->cluster;
    };
    m_bar->setForms(
        {{tr("Picture (*.png)"), [this] { return m_plot->png(pictureSize, pictureScale); }},
         {tr("Vector graphics (*.svg)"), [this] { return m_plot->svg(pictureSize); }},
         {tr("Table (*.csv)"),
          [=, this] { return QByteArray::fromStdString(phaseCsv(cluster(), *m_answers)); }},
         {tr("JSON (*.json)"), [=, this] { return phaseJson(cluster(), *m_answers); }},
         {tr("Text (*.txt)"),
          [=, this] { return QByteArray::fromStdString(phaseText(cluster(), *m_answers)); }}});
}

QWidget* PhaseView::makePlot()
{
    auto* side = new QWidget(this);
    m_plot = new PhasePlot(side);
    m_plot->setAccessibleName(tr("Downtime by the instant of the failure"));
    m_details = new QLabel(side);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setAccessibleName(tr("The chosen instant"));
    m_open = new QPushButton(tr("Open in the t&imeline"), side);
    m_open->setObjectName(QStringLiteral("openCase"));
    m_open->setToolTip(tr("The failure at the chosen instant as a second branch, played from a "
                          "moment before (Return)"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_open);
    foot->addWidget(m_details, 1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot, 1);
    layout->addLayout(foot);
    connect(m_plot, &PhasePlot::cursorMoved, this, &PhaseView::showInstant);
    connect(m_plot, &PhasePlot::chosen, this, &PhaseView::openInstant);
    connect(m_open, &QPushButton::clicked, this, &PhaseView::openInstant);
    return side;
}

void PhaseView::fillOptions()
{
    QStringList failures;
    QStringList services;
    m_failures.clear();
    if (const auto& scenario = m_document.branch(BranchId::Main).scenario) {
        m_failures = singleFailures(scenario->cluster);
        for (const PlanEvent& failure : m_failures)
            failures << failureWords(scenario->cluster, {failure});
        for (const Service& service : scenario->cluster.services)
            services << QString::fromStdString(service.fullName);
    }
    refill(*m_failure, tr("each process, and its node"), failures);
    refill(*m_of, tr("whatever it hits"), services);
}

void PhaseView::ask()
{
    if (!m_task.canStart())
        return;
    m_bar->showProblems({});
    std::optional<PlanEvent> failure;
    if (const int chosen = m_failure->currentData().toInt(); chosen != usual)
        failure = m_failures[static_cast<std::size_t>(chosen)];
    const int service = m_of->currentData().toInt();
    const ServiceIndex of = service == usual ? noService : static_cast<ServiceIndex>(service);
    m_task.start([this, failure, of](const PlanningQuestion& question, PlanningControl& control) {
        const Outcome outcome = findPhases(*question.scenario, failure, of, control);
        return [this, outcome] { take(outcome.answers, outcome.problems, outcome.wasCutShort); };
    });
}

void PhaseView::take(const PhaseAnswers& answers, const Diagnostics& problems, bool wasCutShort)
{
    m_answers = answers;
    m_wasCutShort = wasCutShort;
    setExports();
    m_model.setAnswers(answers, answers ? m_task.answered()->scenario->cluster : Cluster());
    if (!problems.empty())
        m_bar->showProblems(problems);
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
    update();
}

QString PhaseView::titleOf(const PhaseAnswer& answer) const
{
    const Cluster& cluster = m_task.answered()->scenario->cluster;
    return tr("%1 after %2")
        .arg(QString::fromStdString(cluster.service(answer.question.service).fullName),
             failureWords(cluster, {answer.question.failure}));
}

void PhaseView::showChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const PhaseAnswer* answer = rows.isEmpty() ? nullptr : m_model.answerAt(rows.first().row());
    m_plot->setAnswer(answer ? std::optional(*answer) : std::nullopt,
                      answer ? titleOf(*answer) : QString());
    showInstant();
}

void PhaseView::showInstant()
{
    const auto& answer = m_plot->answer();
    m_open->setEnabled(answer.has_value());
    if (!answer) {
        m_details->clear();
        return;
    }
    const SimDuration at = m_plot->cursor();
    const auto piece = std::find_if(answer->pieces.begin(), answer->pieces.end(),
                                    [at](const PhasePiece& one) { return one.contains(at); });
    QString what = tr("it does not come back");
    if (piece->end == ServiceEnd::Runs)
        what = tr("down for %1").arg(span(piece->downtimeAt(at)));
    else if (piece->end == ServiceEnd::Circles)
        what = tr("it is stopped and started for ever");
    const QString text = tr("A failure %1 after the beginning of the cycle of %2: %3.")
                             .arg(span(at), span(answer->cycle), what);
    m_details->setText(text);
    m_plot->setAccessibleDescription(text);
}

QString PhaseView::sentence() const
{
    if (!m_answers)
        return m_task.isRunning() ? tr("Every instant of the cycle is being tried…")
                                  : tr("Tells how long a service is down, depending on the instant "
                                       "of the failure within the cycle of status checks: exactly, "
                                       "not from samples.");
    const auto lost =
        std::count_if(m_answers->begin(), m_answers->end(),
                      [](const PhaseAnswer& answer) { return !answer.isAlwaysBack(); });
    QString text = lost == 0
                       ? tr("The services are back whenever it happens.")
                       : tr("Failures after which a service is not always back: %L1.").arg(lost);
    if (m_wasCutShort)
        text += ' ' + tr("It was stopped before its end: some answers are missing.");
    return text;
}

void PhaseView::update()
{
    m_bar->setSentence(sentence());
}

void PhaseView::openInstant()
{
    const auto answer = m_plot->answer();
    if (!answer)
        return;
    const PlanningQuestion question = *m_task.answered();
    PlanEvent failure = answer->question.failure;
    failure.at = answer->origin + m_plot->cursor();
    const Trial trial = makeTrial(baseScenario(*question.scenario), {failure});
    playCase(m_document, m_playback, question, *trial.scenario,
             tr("Open the failure: %1")
                 .arg(failureWords(question.scenario->cluster, {answer->question.failure})),
             failure.at, answer->question.service);
}

} // namespace rgsim::gui
