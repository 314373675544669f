#include "views/hazards_view.h"

#include "report/flip_text.h"
#include "report/hazard_words.h"
#include "report/hazards_json.h"
#include "report/hazards_text.h"
#include "report/run_report.h"
#include "session/planning_case.h"
#include "session/playback.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

constexpr int mostFailures = 3;

QString paragraph(const QString& text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

QString qText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

HazardsView::HazardsView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback), m_task(document),
      m_bar(new PlanningBar(m_task, tr("S&earch"), this)), m_failures(new QSpinBox(this))
{
    m_failures->setObjectName(QStringLiteral("failures"));
    m_failures->setRange(0, mostFailures);
    m_failures->setValue(1);
    m_failures->setToolTip(tr("So many failures follow each other, each when the cluster has come "
                              "to rest. 0: only the cold start"));
    m_bar->addOption(tr("Failures in a ro&w"), m_failures);
    m_bar->setForms({{tr("JSON (*.json)"), [this] { return exported(true); }},
                     {tr("Text (*.txt)"), [this] { return exported(false); }}});
    m_table = makePlanningTable(m_model, tr("Hazards"), this);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    auto* side = new QWidget(splitter);
    makeDetails(*side);
    splitter->addWidget(side);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(splitter, 1);
    connect(m_bar, &PlanningBar::asked, this, &HazardsView::ask);
    connect(&m_task, &PlanningTask::changed, this, &HazardsView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HazardsView::showChosen);
    connect(m_table, &QTableView::activated, this, &HazardsView::openChosen);
    update();
}

void HazardsView::makeDetails(QWidget& side)
{
    m_details = new QTextBrowser(&side);
    m_details->setOpenLinks(false);
    m_details->setAccessibleName(tr("The chosen hazard"));
    m_open = new QPushButton(tr("Open in the t&imeline"), &side);
    m_open->setObjectName(QStringLiteral("openCase"));
    m_open->setToolTip(tr("The sequence as a second branch, played from a moment before"));
    m_apply = new QPushButton(tr("Apply the re&medy"), &side);
    m_apply->setObjectName(QStringLiteral("applyRemedy"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_apply);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(&side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_details, 1);
    layout->addLayout(buttons);
    connect(m_details, &QTextBrowser::anchorClicked, this, &HazardsView::follow);
    connect(m_open, &QPushButton::clicked, this, &HazardsView::openChosen);
    connect(m_apply, &QPushButton::clicked, this, &HazardsView::applyChosen);
}

void HazardsView::ask()
{
    if (!m_task.canStart())
        return;
    HazardOptions options;
    options.failures = m_failures->value();
    options.threads = PlanningTask::threads();
    Diagnostics problems;
    if (const auto problem = whatForbidsHazards(*m_task.question().scenario, options))
        problems.add(*problem);
    m_bar->showProblems(problems);
    if (problems.hasErrors())
        return;
    m_task.start([this, options](const PlanningQuestion& question, PlanningControl& control) {
        HazardOptions watched = options;
        watched.progress = [&control](double done) {
            control.setDone(done);
            return !control.isStopped();
        };
        const auto report =
            std::make_shared<const HazardReport>(findHazards(*question.scenario, watched));
        return [this, report] { take(report); };
    });
}

void HazardsView::take(const std::shared_ptr<const HazardReport>& report)
{
    m_report = report;
    m_model.setReport(report, report ? m_task.answered()->scenario : nullptr);
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

QString HazardsView::sentence() const
{
    if (!m_report)
        return m_task.isRunning()
                   ? tr("Searching…")
                   : tr("Lets the cluster start cold, tries every failure, and lists what goes "
                        "wrong, with what helps against it.");
    QString text = m_model.rowCount() == 0
                       ? tr("No hazards. Sequences that were tried: %L1.").arg(m_report->trials)
                       : tr("Hazards: %L1. Sequences that were tried: %L2.")
                             .arg(m_model.rowCount())
                             .arg(m_report->trials);
    if (m_report->wasCutShort)
        text += ' ' + tr("The search was stopped before its end: there may be more.");
    return text;
}

void HazardsView::update()
{
    const int count = m_model.rowCount();
    setWindowTitle(m_report ? tr("Hazards (%L1)").arg(count) : tr("Hazards"));
    m_bar->setSentence(sentence());
    const FoundHazard* found = chosen();
    m_open->setEnabled(found);
    m_apply->setEnabled(found && found->remedy && !m_task.isOutOfDate() && !m_task.isRunning());
    m_apply->setToolTip(m_task.isOutOfDate()
                            ? tr("The layout was changed since: search again first")
                            : tr("Changes the main branch; Undo takes it back"));
}

const FoundHazard* HazardsView::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model.hazardAt(rows.first().row());
}

void HazardsView::showChosen()
{
    const FoundHazard* found = chosen();
    m_details->setHtml(found ? detailsOf(*found) : QString());
    update();
}

QString HazardsView::linesOf(const FoundHazard& found) const
{
    const PlanningQuestion& question = *m_task.answered();
    const std::vector<std::string_view> source = rgsim::linesOf(question.sourceText);
    QString html;
    for (const int line : found.hazard.lines) {
        const std::optional<Selection> thing = thingInLine(question, line);
        const bool isKnown = line >= 1 && static_cast<std::size_t>(line) <= source.size();
        QString text;
        if (question.isSourceConf && isKnown)
            text = tr("line %1: %2")
                       .arg(line)
                       .arg(qText(source[static_cast<std::size_t>(line) - 1]).trimmed());
        else if (thing)
            text = thing->name;
        if (text.isEmpty())
            continue;
        text = text.toHtmlEscaped();
        html += thing ? QStringLiteral("<li><a href=\"line:%1\">%2</a></li>").arg(line).arg(text)
                      : QStringLiteral("<li>%1</li>").arg(text);
    }
    return html;
}

QString HazardsView::detailsOf(const FoundHazard& found) const
{
    const Cluster& cluster = m_task.answered()->scenario->cluster;
    QString html = QStringLiteral("<h4>%1</h4>").arg(qText(describe(found.hazard.kind)));
    html += paragraph(qText(explanationText(cluster, found.hazard)));
    if (found.sequence.empty())
        html += paragraph(tr("It shows after a cold start, without any failure."));
    else
        html += paragraph(tr("The shortest sequence that shows it:"));
    QString steps;
    for (const QString& step : stepTexts(cluster, found.sequence))
        steps += QStringLiteral("<li>%1</li>").arg(step.toHtmlEscaped());
    if (!steps.isEmpty())
        html += QStringLiteral("<ol>%1</ol>").arg(steps);
    if (const QString lines = linesOf(found); !lines.isEmpty())
        html += paragraph(tr("Configured in:")) + QStringLiteral("<ul>%1</ul>").arg(lines);
    return html + paragraph(qText(remedyText(cluster, found)));
}

void HazardsView::openChosen()
{
    const FoundHazard* found = chosen();
    if (!found)
        return;
    const SimTime from = found->sequence.empty() ? found->hazard.at : found->sequence.back().at;
    const SimTime at = std::min(from, found->hazard.at);
    const std::vector<ServiceIndex>& services = found->hazard.services;
    const PlanningQuestion question = *m_task.answered();
    playCase(m_document, m_playback, question, *found->scenario,
             tr("Open the hazard %1").arg(qText(toString(found->hazard.kind))), at,
             services.empty() ? noService : services.front());
}

void HazardsView::applyChosen()
{
    const FoundHazard* found = chosen();
    if (!found || !found->remedy || m_task.isOutOfDate())
        return;
    const PlanningQuestion question = *m_task.answered();
    const FlipEdit edit = found->remedy->edit;
    applyEdits(m_document, question, {edit},
               tr("Remedy: %1").arg(qText(editText(question.scenario->cluster, edit))));
}

void HazardsView::follow(const QUrl& link)
{
    if (link.scheme() == QLatin1String("line"))
        goToLine(m_document, *m_task.answered(), link.path().toInt());
}

QByteArray HazardsView::exported(bool asJson) const
{
    const PlanningQuestion& question = *m_task.answered();
    const Cluster& cluster = question.scenario->cluster;
    if (asJson)
        return hazardsJson(cluster, *m_report);
    return QByteArray::fromStdString(
        hazardsText(cluster, *m_report, rgsim::linesOf(question.sourceText)));
}

} // namespace rgsim::gui
