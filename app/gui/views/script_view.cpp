#include "views/script_view.h"

#include "views/problem_line.h"
#include "views/signed_text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace rgsim::gui {

ScriptView::ScriptView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_trial(document), m_sentence(new QLabel(this)),
      m_goThere(new QPushButton(tr("&Go there"), this)), m_problems(new ProblemLine(this))
{
    auto* layout = new QVBoxLayout(this);
    makeSwitch(*layout);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleName(tr("What came of it"));
    m_goThere->setToolTip(tr("Move the playhead to this start"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    row->addWidget(m_goThere, 0, Qt::AlignTop);
    layout->addLayout(row);
    layout->addWidget(m_problems);
    layout->addWidget(makeDifferences(), 1);
    layout->addStretch(0);
    connect(m_goThere, &QPushButton::clicked, this, &ScriptView::goThere);
    connect(&m_trial, &ScriptTrial::changed, this, &ScriptView::update);
    connect(&document, &Document::reopened, this, &ScriptView::update);
    update();
}

void ScriptView::makeSwitch(QBoxLayout& layout)
{
    m_switch = new QCheckBox(tr("Script in the &loop"), this);
    m_switch->setToolTip(tr("Try the init scripts in a sandbox after each run"));
    m_script = new QLabel(this);
    m_script->setTextFormat(Qt::PlainText);
    m_ours = new QPushButton(tr("&rgsim's own"), this);
    m_ours->setToolTip(tr("Try the scripts that rgsim would write for this plan"));
    auto* own = new QPushButton(tr("&Your script…"), this);
    own->setObjectName(QStringLiteral("ownScript"));
    own->setToolTip(tr("Try an init script of your own for each guarded service"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_switch);
    row->addSpacing(fontMetrics().averageCharWidth() * 3);
    row->addWidget(m_script, 1);
    row->addWidget(m_ours);
    row->addWidget(own);
    layout.addLayout(row);
    connect(m_switch, &QCheckBox::clicked, &m_trial, &ScriptTrial::setOn);
    connect(m_ours, &QPushButton::clicked, this, [this] { m_trial.setScriptFile({}); });
    connect(own, &QPushButton::clicked, this, [this] {
        const QString path =
            QFileDialog::getOpenFileName(this, tr("An init script"), m_trial.scriptFile());
        if (!path.isEmpty())
            m_trial.setScriptFile(path);
    });
}

QWidget* ScriptView::makeDifferences()
{
    m_differences = new QSplitter(this);
    m_table = new QTableView(m_differences);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Differences between script and engine"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->setWordWrap(false);
    m_details = new SignedText(m_differences);
    m_details->setAccessibleName(tr("The state that caused the difference"));
    m_differences->setChildrenCollapsible(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ScriptView::showDetails);
    connect(m_table, &QTableView::activated, this, &ScriptView::goThere);
    return m_differences;
}

QString ScriptView::sentence() const
{
    return m_sentence->text();
}

QString ScriptView::currentSentence() const
{
    if (!m_document.isOpen())
        return {};
    if (!m_trial.isOn())
        return tr("Off: no script is run. While it is on, each guarded start of a finished run is "
                  "tried with the init script itself, in a sandbox that reaches neither your "
                  "files nor the network, and compared with what the engine expects.");
    if (m_trial.isTrying())
        return tr("The scripts are being tried…");
    const ScriptTrialResultPtr& result = m_trial.result();
    if (!result)
        return tr("The scripts are tried as soon as there is a run.");
    if (result->problems.hasErrors())
        return tr("No script was run.");
    const QString starts = tr("Starts tried: %1.").arg(result->starts);
    const std::size_t count = result->differences.size();
    if (count == 0)
        return starts + ' ' + tr("Each did what the engine expects.");
    return starts + ' ' +
           tr("Different from the engine: %1. After the first of them, what the script did is what "
              "happened.")
               .arg(count);
}

void ScriptView::update()
{
    const ScriptTrialResultPtr result = m_trial.isTrying() ? nullptr : m_trial.result();
    m_switch->setChecked(m_trial.isOn());
    setEnabled(m_document.isOpen());
    const QString file = m_trial.scriptFile();
    m_script->setText(file.isEmpty() ? tr("Scripts as rgsim writes them")
                                     : tr("Your script: %1").arg(QFileInfo(file).fileName()));
    m_script->setToolTip(file);
    m_ours->setVisible(!file.isEmpty());
    m_sentence->setText(currentSentence());
    QVector<Diagnostic> problems;
    if (result)
        problems = {result->problems.items().begin(), result->problems.items().end()};
    m_problems->show(problems);
    m_model.setResult(result);
    m_differences->setVisible(m_model.rowCount() > 0);
    if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid()) {
        m_table->resizeColumnsToContents();
        m_table->selectRow(0);
    }
    showDetails();
}

void ScriptView::showDetails()
{
    const int row = m_table->currentIndex().row();
    m_goThere->setVisible(row >= 0);
    m_details->showText(row < 0 ? QString() : m_model.details(row));
}

void ScriptView::goThere()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    m_document.setPlayhead(m_model.timeOf(row));
    m_document.select(Selection::service(m_model.serviceOf(row)));
}

} // namespace rgsim::gui
