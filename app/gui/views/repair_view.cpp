#include "views/repair_view.h"

#include "deploy/scenario_change.h"
#include "formats/scenario_writer.h"
#include "report/flip_text.h"
#include "report/repair_json.h"
#include "report/repair_words.h"
#include "session/planning_case.h"
#include "views/difference_text.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

constexpr int mostFailures = 3;
constexpr int mostEdits = 4;
constexpr int mostDepth = 9;

QString qText(const std::string& text)
{
    return QString::fromStdString(text);
}

QString paragraph(const QString& text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

QString listOf(const QString& heading, const QStringList& items)
{
    if (items.isEmpty())
        return {};
    QString html = paragraph(heading) + QStringLiteral("<ul>");
    for (const QString& item : items)
        html += QStringLiteral("<li>") + item.toHtmlEscaped() + QStringLiteral("</li>");
    return html + QStringLiteral("</ul>");
}

} // namespace

RepairView::RepairView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_task(document),
      m_bar(new PlanningBar(m_task, tr("S&earch"), this)),
      m_onTop(new QCheckBox(tr("M&ore if needed"), this))
{
    const RepairOptions usual;
    m_edits = addNumber(tr("Cha&nges"), "edits", 1, mostEdits, usual.edits,
                        tr("At most so many together"));
    m_onTop->setObjectName(QStringLiteral("onTop"));
    m_onTop->setChecked(usual.onTop);
    m_onTop->setToolTip(tr("If so many are not enough: one after the other on top of the best"));
    m_bar->addOption({}, m_onTop);
    m_failures = addNumber(tr("Failures in a ro&w"), "failures", 0, mostFailures, usual.failures,
                           tr("Hazards are looked for after so many, at most"));
    m_depth = addNumber(tr("&Depth"), "depth", 0, mostDepth, usual.depth,
                        tr("Each repaired cluster is explored: sequences of up to so many failures "
                           "and recoveries"));
    m_bar->setForms({{tr("JSON (*.json)"), [this] { return repairJson(m_answer->text()); }},
                     {tr("Text (*.txt)"),
                      [this] { return QByteArray::fromStdString(repairText(m_answer->text())); }}});
    m_found = new QSplitter(this);
    m_found->addWidget(makeRepairs());
    m_found->addWidget(makeDifference());
    m_found->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_found, 1);
    layout->addStretch(0);
    connect(m_bar, &PlanningBar::asked, this, &RepairView::ask);
    connect(&m_task, &PlanningTask::changed, this, &RepairView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take(nullptr); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RepairView::showChosen);
    update();
}

QSpinBox* RepairView::addNumber(const QString& label, const char* name, int least, int most,
                                int usual, const QString& tip)
{
    auto* spin = new QSpinBox(this);
    spin->setObjectName(QLatin1String(name));
    spin->setRange(least, most);
    spin->setValue(usual);
    spin->setToolTip(tip);
    m_bar->addOption(label, spin);
    return spin;
}

QWidget* RepairView::makeRepairs()
{
    auto* splitter = new QSplitter(Qt::Vertical, m_found);
    m_table = makePlanningTable(m_model, tr("Repairs"), splitter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    splitter->addWidget(m_table);
    m_details = new QTextBrowser(splitter);
    m_details->setAccessibleName(tr("The chosen repair"));
    splitter->addWidget(m_details);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* RepairView::makeDifference()
{
    auto* side = new QWidget(m_found);
    m_difference = new DifferenceText(side);
    m_difference->setAccessibleName(tr("The lines that change"));
    m_apply = new QPushButton(tr("Apply to the s&cenario"), side);
    m_apply->setObjectName(QStringLiteral("applyRepair"));
    m_open = new QPushButton(tr("Open as a new scenar&io"), side);
    m_open->setObjectName(QStringLiteral("openRepaired"));
    m_open->setToolTip(tr("The repaired scenario instead of this one, which stays as it is"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_apply);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_difference, 1);
    layout->addLayout(buttons);
    connect(m_apply, &QPushButton::clicked, this, &RepairView::applyChosen);
    connect(m_open, &QPushButton::clicked, this, &RepairView::openChosen);
    return side;
}

void RepairView::ask()
{
    if (!m_task.canStart())
        return;
    RepairOptions options;
    options.failures = m_failures->value();
    options.edits = m_edits->value();
    options.onTop = m_onTop->isChecked();
    options.depth = m_depth->value();
    const Result<ScenarioFile> file = m_document.plan(BranchId::Main);
    Diagnostics problems = file.diagnostics;
    if (file.ok()) {
        if (const auto problem = whatForbidsRepair(file->scenario, options))
            problems.add(*problem);
    }
    m_bar->showProblems(problems);
    if (!file.ok() || problems.hasErrors())
        return;
    m_task.start(
        [this, options, file = *file, name = m_document.displayName().toStdString(),
         isConf = m_document.isConf()](const PlanningQuestion&, PlanningControl& planning) {
            RepairControl control;
            control.threads = PlanningTask::threads();
            control.cancel = &planning.stop();
            control.progress = [&planning](double done) { planning.setDone(done); };
            const RepairPtr answer = searchRepairs(file, name, isConf, options, control);
            return [this, answer] { take(answer); };
        });
}

void RepairView::take(const RepairPtr& answer)
{
    m_answer = answer;
    m_model.setAnswer(answer);
    if (answer)
        m_bar->showProblems(answer->problems);
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

QString RepairView::sentence() const
{
    if (!m_answer)
        return m_task.isRunning()
                   ? tr("Searching…")
                   : tr("Tries small changes of the layout, cheapest first, and lists those that "
                        "leave no hazard, with what they cost. Nothing is changed by that.");
    const RepairReport& report = m_answer->report;
    if (report.hazards.empty())
        return report.wasCutShort ? tr("It was stopped before any hazard was found.")
                                  : tr("No hazards: there is nothing to repair.");
    QString text = tr("Hazards: %L1.").arg(report.hazards.size()) + ' ';
    if (report.isComplete)
        text +=
            tr("Repairs that leave none and hold whatever fails: %L1.").arg(report.repairs.size());
    else if (report.repairs.empty())
        text += tr("None was found.");
    else
        text += tr("None was found that leaves no hazard and holds; this one comes nearest.");
    text += ' ' +
            tr("Combinations that were tried: %L1 of %L2.").arg(report.tried).arg(report.possible);
    if (report.triedOnTop > 0)
        text +=
            ' ' + tr("Then, one after the other on top of the best: %L1.").arg(report.triedOnTop);
    if (report.refuted > 0)
        text +=
            ' ' + tr("Left no hazard, but did not hold when explored: %L1.").arg(report.refuted);
    if (report.leavesOut)
        text += ' ' + tr("There are so many that some dear ones were left out.");
    if (report.wasCutShort)
        text += ' ' + tr("The search was stopped before its end: there may be more.");
    else if (!report.isComplete && m_answer->options.edits < mostEdits)
        text += ' ' + tr("More changes together may help.");
    return text;
}

void RepairView::update()
{
    const int count = m_model.rowCount();
    setWindowTitle(m_answer ? tr("Repair (%L1)").arg(count) : tr("Repair"));
    m_bar->setSentence(sentence());
    m_found->setVisible(count > 0);
    const int row = chosen();
    const bool hasFile = row >= 0 && m_answer->files[static_cast<std::size_t>(row)];
    m_open->setEnabled(hasFile);
    m_apply->setEnabled(hasFile && !m_task.isOutOfDate() && !m_task.isRunning());
    m_apply->setToolTip(m_task.isOutOfDate()
                            ? tr("The layout was changed since: search again first")
                            : tr("Changes the main branch; Undo takes it back"));
}

int RepairView::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() || !m_model.repairAt(rows.first().row()) ? -1 : rows.first().row();
}

void RepairView::showChosen()
{
    const int row = chosen();
    m_details->setHtml(row < 0 ? QString() : detailsOf(*m_model.repairAt(row)));
    const QString lines =
        row < 0 ? QString() : qText(m_answer->changes[static_cast<std::size_t>(row)]);
    m_difference->showText(row >= 0 && lines.isEmpty() ? tr("No line of the file changes.")
                                                       : lines);
    update();
}

QString RepairView::detailsOf(const Repair& repair) const
{
    const Cluster& cluster = m_answer->cluster();
    QStringList costs;
    for (const FlipEdit& edit : repair.edits)
        costs << QStringLiteral("%1: %2 (%3)")
                     .arg(qText(editText(cluster, edit)), qText(priceText(cluster, edit)))
                     .arg(costOf(edit));
    QStringList removed;
    for (const Hazard* hazard : removedBy(m_answer->report, repair))
        removed << qText(shortHazardText(cluster, *hazard, false));
    QStringList left;
    for (const Hazard& hazard : repair.left)
        left << qText(shortHazardText(cluster, hazard, !wasThereBefore(m_answer->report, hazard)));
    return listOf(tr("It costs:"), costs) + listOf(tr("It removes:"), removed) +
           listOf(tr("It leaves:"), left) + paragraph(qText(proofText(cluster, repair)));
}

void RepairView::applyChosen()
{
    const Repair* repair = m_model.repairAt(chosen());
    if (!repair || m_task.isOutOfDate())
        return;
    const PlanningQuestion question = *m_task.answered();
    QStringList names;
    for (const FlipEdit& edit : repair->edits)
        names << qText(editText(question.scenario->cluster, edit));
    const std::vector<FlipEdit> edits = repair->edits;
    gui::applyEdits(m_document, question, edits,
                    tr("Repair: %1").arg(names.join(QStringLiteral("; "))));
}

void RepairView::openChosen()
{
    const int row = chosen();
    if (row < 0 || !m_answer->files[static_cast<std::size_t>(row)])
        return;
    const ScenarioFile file = *m_answer->files[static_cast<std::size_t>(row)];
    const QString name = QFileInfo(m_document.displayName()).completeBaseName();
    emit openWanted(writeScenario(standingAlone(file)), name + QStringLiteral("_repaired.json"));
}

} // namespace rgsim::gui
