#include "views/layout_comparison_view.h"

#include "models/model_csv.h"
#include "planning/base_scenario.h"
#include "planning/trial.h"
#include "report/layout_html.h"
#include "report/layout_json.h"
#include "report/layout_text.h"
#include "session/outcome_words.h"
#include "session/planning_case.h"
#include "views/planning_bar.h"
#include "views/planning_table.h"
#include "views/verdict_delegate.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

using Show = LayoutChangesModel::Show;

QString namesOf(const Cluster& cluster, const std::vector<ServiceIndex>& services)
{
    QStringList names;
    for (const ServiceIndex service : services)
        names << QString::fromStdString(cluster.service(service).fullName);
    return names.join(QStringLiteral(", "));
}

} // namespace

LayoutComparisonView::LayoutComparisonView(Document& document, Playback& playback, QWidget* parent)
    : QWidget(parent), m_document(document), m_playback(playback), m_task(document),
      m_bar(new PlanningBar(m_task, tr("Compa&re"), this))
{
    makeOptions();
    m_table = makePlanningTable(m_model, tr("Outcomes that differ"), this);
    m_table->setItemDelegateForColumn(LayoutChangesModel::What, new VerdictDelegate(m_table));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeFoot());
    connect(m_bar, &PlanningBar::asked, this, &LayoutComparisonView::ask);
    connect(&m_task, &PlanningTask::changed, this, &LayoutComparisonView::update);
    connect(&m_task, &PlanningTask::forgotten, this, [this] { take({}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LayoutComparisonView::update);
    connect(m_table, &QTableView::activated, this, &LayoutComparisonView::openSecond);
    update();
}

void LayoutComparisonView::makeOptions()
{
    m_bar->addOption(tr("Co&mpare with"), makeFileField());
    m_failures = new QComboBox(this);
    m_failures->setObjectName(QStringLiteral("failures"));
    m_failures->addItems({tr("one at a time"), tr("one, and two in a row")});
    m_failures->setToolTip(tr("Each strikes when both have come to rest"));
    m_bar->addOption(tr("Fail&ures"), m_failures);
    m_show = new QComboBox(this);
    m_show->setObjectName(QStringLiteral("show"));
    m_show->addItem(tr("what changes"), int(Show::Changes));
    m_show->addItem(tr("only what gets worse"), int(Show::Worse));
    m_show->addItem(tr("everything"), int(Show::Everything));
    m_bar->addOption(tr("Sho&w"), m_show);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this] {
        m_model.setShow(static_cast<Show>(m_show->currentData().toInt()));
        update();
    });
}

QWidget* LayoutComparisonView::makeFileField()
{
    auto* field = new QWidget(this);
    m_file = new QLineEdit(field);
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setAccessibleName(tr("The other layout's file"));
    m_file->setPlaceholderText(tr("a cluster.conf or scenario"));
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * 32);
    m_file->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("&Choose…"), field);
    auto* layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addWidget(choose);
    field->setFocusProxy(m_file);
    connect(m_file, &QLineEdit::returnPressed, this, &LayoutComparisonView::ask);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("The other layout"), m_file->text(),
                                         tr("Clusters and scenarios (*.conf *.xml *.json)") +
                                             QStringLiteral(";;") + tr("All files (*)"));
        if (path.isEmpty())
            return;
        m_file->setText(path);
        ask();
    });
    return field;
}

QWidget* LayoutComparisonView::makeFoot()
{
    auto* foot = new QWidget(this);
    m_openFirst = new QPushButton(tr("Ope&n it here"), foot);
    m_openFirst->setObjectName(QStringLiteral("openFirst"));
    m_openFirst->setToolTip(tr("The failure in this layout as a second branch"));
    m_openSecond = new QPushButton(tr("Open it in the &other layout"), foot);
    m_openSecond->setObjectName(QStringLiteral("openSecond"));
    m_openSecond->setToolTip(tr("The failure in the other layout as a second branch (Return)"));
    m_details = new QLabel(foot);
    m_details->setObjectName(QStringLiteral("details"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setAccessibleName(tr("The chosen outcome"));
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_openFirst);
    layout->addWidget(m_openSecond);
    layout->addWidget(m_details, 1);
    connect(m_openFirst, &QPushButton::clicked, this, &LayoutComparisonView::openFirst);
    connect(m_openSecond, &QPushButton::clicked, this, &LayoutComparisonView::openSecond);
    return foot;
}

// Only while there is something to write.
void LayoutComparisonView::setExports()
{
    if (!m_answer) {
        m_bar->setForms({});
        return;
    }
    m_bar->setForms({{tr("Page (*.html)"),
                      [this] { return QByteArray::fromStdString(layoutHtml(m_answer->report())); }},
                     {tr("JSON (*.json)"), [this] { return layoutJson(m_answer->report()); }},
                     {tr("Table (*.csv)"), [this] { return csvOf(m_model); }},
                     {tr("Text (*.txt)"), [this] {
                          return QByteArray::fromStdString(layoutText(m_answer->report()));
                      }}});
}

void LayoutComparisonView::ask()
{
    if (!m_task.canStart() || m_task.isRunning())
        return;
    const QString path = m_file->text().trimmed();
    Diagnostics problems;
    if (path.isEmpty())
        problems.error({}, tr("No file was chosen to compare with").toStdString(),
                       tr("choose a cluster.conf or a scenario").toStdString());
    m_bar->showProblems(problems);
    if (problems.hasErrors())
        return;
    LayoutOptions options;
    options.failures = m_failures->currentIndex() + 1;
    options.threads = PlanningTask::threads();
    const std::string name = m_document.displayName().toStdString();
    m_task.start([this, options, name, file = path.toStdString()](const PlanningQuestion& question,
                                                                  PlanningControl& control) {
        const LayoutOutcome outcome = compareWithFile(question, name, file, options, control);
        return [this, outcome] { take(outcome); };
    });
}

void LayoutComparisonView::take(const LayoutOutcome& outcome)
{
    m_answer = outcome.answer;
    setExports();
    m_model.setAnswer(m_answer);
    if (!outcome.problems.empty())
        m_bar->showProblems(outcome.problems);
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    update();
}

QString LayoutComparisonView::sentence() const
{
    if (!m_answer)
        return m_task.isRunning()
                   ? tr("The two layouts meet the same failures…")
                   : tr("Lets this layout and another one meet the same failures, and lists which "
                        "outcomes change. Nodes and services of the same name are the same.");
    const LayoutComparison& comparison = m_answer->comparison;
    const auto count = [&](Verdict verdict) { return comparison.count(verdict); };
    QString text = tr("In the other layout: %L1 worse, %L2 better, %L3 moved, %L4 the same.")
                       .arg(count(Verdict::Worse))
                       .arg(count(Verdict::Better))
                       .arg(count(Verdict::Moved))
                       .arg(count(Verdict::Same));
    if (!comparison.onlyFirst.empty())
        text += ' ' + tr("Only here: %1.")
                          .arg(namesOf(m_answer->first.scenario->cluster, comparison.onlyFirst));
    if (!comparison.onlySecond.empty())
        text += ' ' + tr("Only there: %1.")
                          .arg(namesOf(m_answer->second.scenario->cluster, comparison.onlySecond));
    if (!comparison.oneSided.empty())
        text += ' ' + tr("Failures that are possible in one of them only: %L1.")
                          .arg(comparison.oneSided.size());
    if (comparison.wasCutShort)
        text += ' ' + tr("It was stopped before its end: there may be more.");
    return text;
}

int LayoutComparisonView::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

QString LayoutComparisonView::details(int row) const
{
    const auto text = [&](LayoutChangesModel::Column column) {
        return m_model.index(row, column).data().toString();
    };
    const QString because = text(LayoutChangesModel::Because);
    const QString what = text(LayoutChangesModel::What);
    return tr("After %1, %2 here %3; in the other layout it %4: %5.")
        .arg(text(LayoutChangesModel::After), text(LayoutChangesModel::Service),
             text(LayoutChangesModel::Here), text(LayoutChangesModel::There),
             because.isEmpty() ? what : what + QStringLiteral(", ") + because);
}

void LayoutComparisonView::update()
{
    setWindowTitle(m_answer ? tr("Compare (%L1)").arg(m_answer->comparison.count(Verdict::Worse))
                            : tr("Compare"));
    m_bar->setSentence(sentence());
    const int row = chosen();
    for (QPushButton* button : {m_openFirst, m_openSecond})
        button->setEnabled(row >= 0);
    m_details->setText(row >= 0 ? details(row) : QString());
}

void LayoutComparisonView::openFirst()
{
    if (const int row = chosen(); row >= 0)
        openSide(m_answer->first, m_model.failureAt(row).first, m_model.servicesAt(row).first);
}

void LayoutComparisonView::openSecond()
{
    if (const int row = chosen(); row >= 0)
        openSide(m_answer->second, m_model.failureAt(row).second, m_model.servicesAt(row).second);
}

void LayoutComparisonView::openSide(const PlanningQuestion& side,
                                    const std::vector<PlanEvent>& events, ServiceIndex service)
{
    const LayoutAnswerPtr kept = m_answer; // while the document changes
    const Trial trial = makeTrial(baseScenario(*side.scenario), events);
    playCase(m_document, m_playback, side, *trial.scenario,
             tr("Open the failure: %1").arg(failureWords(side.scenario->cluster, events)),
             events.empty() ? SimTime() : events.back().at, service);
}

} // namespace rgsim::gui
