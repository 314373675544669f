#include "views/real_log_view.h"

#include "base/duration_text.h"
#include "plots/log_timeline.h"
#include "session/real_log_words.h"
#include "style/look.h"
#include "views/problem_line.h"
#include "views/row_table.h"
#include "views/when_visible.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

// Differences have a colour besides their sign.
class PairDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto kind =
            static_cast<LogPairModel::Kind>(index.data(LogPairModel::KindRole).toInt());
        if (kind == LogPairModel::Kind::Same)
            return;
        constexpr int tint = 55;
        QColor colour = kind == LogPairModel::Kind::OnlyInLog
                            ? LookBook(option->palette).accent()
                            : option->palette.color(QPalette::Link);
        colour.setAlpha(tint);
        option->backgroundBrush = colour;
    }
};

} // namespace

RealLogView::RealLogView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_log(document), m_problems(new ProblemLine(this))
{
    auto* layout = new QVBoxLayout(this);
    makeHead(*layout);
    makeBar(*layout);
    makeOptions(*layout);
    layout->addWidget(m_problems);
    makeTabs(*layout);
    layout->addStretch(0);
    m_follow = new WhenVisible(this, [this] { follow(); });
    m_drawTimeline = new WhenVisible(this, [this] { drawTimeline(); });
    connect(m_tabs, &QTabWidget::currentChanged, m_drawTimeline, &WhenVisible::mark);
    connect(&m_log, &RealLog::changed, this, &RealLogView::update);
    connect(&document, &Document::reopened, this, &RealLogView::update);
    connect(&document, &Document::draftChanged, this, &RealLogView::update);
    connect(&document, &Document::playheadChanged, this, [this](SimTime at) {
        m_pairs.setPlayhead(at);
        if (!m_isChoosing)
            m_follow->mark();
    });
    m_pairs.setPlayhead(document.playhead());
    update();
}

void RealLogView::makeHead(QBoxLayout& layout)
{
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setAccessibleName(tr("What came of the comparison"));
    auto* open = new QPushButton(tr("Compare with a lo&g…"), this);
    open->setObjectName(QStringLiteral("chooseLog"));
    open->setToolTip(tr("/var/log/messages of the nodes: one file or several"));
    m_close = new QPushButton(tr("C&lose the log"), this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    row->addWidget(open, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    layout.addLayout(row);
    connect(open, &QPushButton::clicked, this, &RealLogView::choose);
    connect(m_close, &QPushButton::clicked, this, &RealLogView::closeLog);
}

void RealLogView::makeBar(QBoxLayout& layout)
{
    m_bar = new QWidget(this);
    auto* first = new QPushButton(tr("F&irst difference"), m_bar);
    first->setObjectName(QStringLiteral("firstDifference"));
    connect(first, &QPushButton::clicked, this, &RealLogView::firstDifference);
    m_steps = {first,
               makeStep(Qt::UpArrow, tr("Previous difference"), QKeySequence::FindPrevious,
                        &RealLogView::previousDifference),
               makeStep(Qt::DownArrow, tr("Next difference"), QKeySequence::FindNext,
                        &RealLogView::nextDifference)};
    m_onlyDifferences = new QCheckBox(tr("Only &differences"), m_bar);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool isWanted) {
        m_pairs.setOnlyDifferences(isWanted);
        m_timeline->setOnlyDifferences(isWanted);
        m_follow->mark();
    });
    m_optionsButton = new QToolButton(m_bar);
    m_optionsButton->setText(tr("&Options"));
    m_optionsButton->setCheckable(true);
    m_optionsButton->setFocusPolicy(Qt::TabFocus);
    m_optionsButton->setToolTip(tr("The log's year, when time 0 was, and how far apart equal lines "
                                   "may lie"));
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* step : std::as_const(m_steps))
        row->addWidget(step);
    row->addWidget(m_onlyDifferences);
    row->addStretch(1);
    row->addWidget(m_optionsButton);
    layout.addWidget(m_bar);
}

QToolButton* RealLogView::makeStep(Qt::ArrowType arrow, const QString& name,
                                   QKeySequence::StandardKey keys, void (RealLogView::*step)())
{
    auto* button = new QToolButton(m_bar);
    button->setArrowType(arrow);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QToolButton::clicked, this, step);
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, step);
    return button;
}

void RealLogView::makeOptions(QBoxLayout& layout)
{
    m_options = new QWidget(this);
    m_year = new QSpinBox(m_options);
    m_year->setRange(earliestLogYear, latestLogYear);
    m_year->setKeyboardTracking(false);
    m_year->setToolTip(tr("Syslog leaves out the year: that of the log's first line"));
    m_start = new QLineEdit(m_options);
    m_start->setObjectName(QStringLiteral("logStart"));
    m_start->setToolTip(tr("When the run's time 0 was, as the log has it: Nov 23 03:37:04. Empty: "
                           "the log's first line falls on the first equal one of the run"));
    m_tolerance = new QLineEdit(m_options);
    m_tolerance->setObjectName(QStringLiteral("logTolerance"));
    m_tolerance->setToolTip(tr("How far apart equal lines may lie, such as 10s"));
    auto* row = new QHBoxLayout(m_options);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, QWidget* field, int characters) {
        auto* label = new QLabel(text, m_options);
        label->setBuddy(field);
        field->setAccessibleName(QString(text).remove('&'));
        field->setMinimumWidth(fontMetrics().averageCharWidth() * characters);
        row->addWidget(label);
        row->addWidget(field, 1);
    };
    add(tr("&Year"), m_year, 8);
    add(tr("&Time 0"), m_start, 16);
    add(tr("Tole&rance"), m_tolerance, 6);
    row->addStretch(1);
    layout.addWidget(m_options);
    m_options->hide();
    m_year->setValue(m_log.options().firstYear);
    m_tolerance->setText(QString::fromStdString(formatDuration(m_log.options().tolerance)));
    connect(m_optionsButton, &QToolButton::toggled, m_options, &QWidget::setVisible);
    connect(m_year, &QSpinBox::valueChanged, this, &RealLogView::takeOptions);
    for (const QLineEdit* field : {m_start, m_tolerance})
        connect(field, &QLineEdit::editingFinished, this, &RealLogView::takeOptions);
}

QTableView* RealLogView::makeTable(QAbstractItemModel& model, const QString& name)
{
    auto* table = makeRowTable(model, name, this);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void RealLogView::makeTabs(QBoxLayout& layout)
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_table = makeTable(m_pairs, tr("Log and run side by side"));
    m_table->setItemDelegate(new PairDelegate(m_table));
    m_table->setObjectName(QStringLiteral("logPairs"));
    for (const int column : {LogPairModel::LogText, LogPairModel::RunText})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_notesTable = makeTable(m_notes, tr("What was not understood"));
    m_details = new QLabel(this);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setAccessibleName(tr("What was compared"));
    auto* notes = new QWidget(this);
    auto* column = new QVBoxLayout(notes);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_details);
    column->addWidget(m_notesTable, 1);
    m_timeline = new LogTimeline(m_document, this);
    m_tabs->addTab(m_table, tr("Lines"));
    m_tabs->addTab(m_timeline, tr("Timelines"));
    m_tabs->addTab(notes, {});
    layout.addWidget(m_tabs, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RealLogView::choseRow);
    setSizes();
}

void RealLogView::setSizes()
{
    const QFontMetrics metrics(m_table->font());
    const int margin = metrics.averageCharWidth() * 2;
    for (QTableView* table : {m_table, m_notesTable}) {
        table->verticalHeader()->setMinimumSectionSize(1);
        table->verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 4);
        table->horizontalHeader()->setMinimumSectionSize(1);
    }
    const auto set = [&](QTableView* table, int column, const QString& widest) {
        table->setColumnWidth(column, metrics.horizontalAdvance(widest) + margin);
    };
    set(m_table, LogPairModel::Marker, QStringLiteral("▶"));
    set(m_table, LogPairModel::Sign, QStringLiteral("* <"));
    set(m_table, LogPairModel::Node, QString(10, 'n'));
    for (const int column : {LogPairModel::LogTime, LogPairModel::RunTime})
        set(m_table, column, QStringLiteral("00:00:00"));
    set(m_notesTable, LogNotesModel::File, QString(16, 'n'));
    set(m_notesTable, LogNotesModel::Line, QStringLiteral("000000"));
    set(m_notesTable, LogNotesModel::Reason, QString(44, 'n'));
}

void RealLogView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_table)
        setSizes();
}

void RealLogView::choose()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Logs of one or several nodes"), m_log.paths().value(0),
        tr("Logs (*.log messages* syslog*);;All files (*)"));
    if (!paths.isEmpty())
        open(paths);
}

void RealLogView::open(const QStringList& paths)
{
    m_start->clear();
    m_log.open(paths);
}

void RealLogView::closeLog()
{
    open({});
}

QString RealLogView::sentence() const
{
    return m_sentence->text();
}

QString RealLogView::currentSentence() const
{
    if (!m_document.isOpen())
        return {};
    if (!m_log.isOpen())
        return tr("No log is open. Choose /var/log/messages of one or several nodes, and what "
                  "rgmanager wrote there is compared with this run.");
    const RealLogResultPtr& result = m_log.result();
    if (!result)
        return m_log.isBusy() ? tr("The log is being read and compared…")
                              : tr("The log is compared as soon as there is a run.");
    if (!result->replay)
        return tr("The log could not be compared.");
    QString sentence = comparisonSentence(*result);
    if (m_document.active().isBroken())
        sentence += ' ' + tr("The draft has errors; this is about the last layout without errors.");
    return m_log.isBusy() ? sentence + ' ' + tr("(being compared anew…)") : sentence;
}

void RealLogView::update()
{
    const RealLogResultPtr& result = m_log.result();
    const bool hasComparison = result && result->replay;
    setEnabled(m_document.isOpen());
    m_sentence->setText(currentSentence());
    m_sentence->setToolTip(m_log.paths().join('\n'));
    m_close->setVisible(m_log.isOpen());
    m_bar->setVisible(m_log.isOpen());
    m_options->setVisible(m_log.isOpen() && m_optionsButton->isChecked());
    QVector<Diagnostic> problems;
    for (const Diagnostic& problem : result ? result->problems.items() : Diagnostics().items()) {
        if (problem.severity == Severity::Error)
            problems << problem;
    }
    m_problems->show(problems);
    m_tabs->setVisible(hasComparison);
    m_start->setPlaceholderText(hasComparison ? timeZeroText(*result) : QString());
    m_pairs.setResult(result);
    m_notes.setResult(result);
    if (hasComparison)
        m_drawTimeline->mark();
    else
        m_timeline->setResult(nullptr);
    updateTabs();
    m_follow->mark();
}

// Lanes of a large cluster take their time.
void RealLogView::drawTimeline()
{
    const RealLogResultPtr& result = m_log.result();
    if (m_tabs->currentWidget() == m_timeline && result && result->replay)
        m_timeline->setResult(result);
}

void RealLogView::updateTabs()
{
    const RealLogResultPtr& result = m_log.result();
    const bool hasDifference =
        result && result->replay && result->comparison().firstDifference.has_value();
    for (QWidget* step : std::as_const(m_steps))
        step->setEnabled(hasDifference);
    const int notes = m_notes.rowCount();
    m_tabs->setTabText(m_tabs->count() - 1,
                       notes > 0 ? tr("Worth a look (%L1)").arg(notes) : tr("About the log"));
    m_notesTable->setVisible(notes > 0);
    m_details->setText(result && result->replay ? comparisonDetails(*result) : QString());
}

void RealLogView::takeOptions()
{
    NodeLogOptions options = m_log.options();
    options.firstYear = m_year->value();
    Diagnostics problems;
    options.start.reset();
    if (const QString start = m_start->text().trimmed(); !start.isEmpty()) {
        const Result<SyslogTime> read = readLogStart(start.toStdString());
        options.start = read.value;
        problems.append(read.diagnostics);
    }
    const Result<SimDuration> tolerance =
        parseDuration(m_tolerance->text().trimmed().toStdString());
    problems.append(tolerance.diagnostics);
    if (problems.hasErrors()) {
        m_problems->show({problems.items().begin(), problems.items().end()});
        return;
    }
    options.tolerance = *tolerance;
    if (options == m_log.options())
        update(); // what was wrong is not any more
    else
        m_log.setOptions(options);
}

void RealLogView::choseRow()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    const QString service = m_pairs.serviceOf(row);
    const bool isKnown = m_document.run() && m_document.run()->cluster().serviceByName(
                                                 service.toStdString()) != noService;
    if (isKnown)
        m_document.select(Selection::service(service));
    m_document.setPlayhead(m_pairs.timeOf(row));
}

void RealLogView::follow()
{
    if (m_pairs.markedRow() >= 0)
        m_table->scrollTo(m_pairs.index(m_pairs.markedRow(), LogPairModel::Marker));
    else
        m_table->scrollToTop();
}

// The chosen one, else the one at the playhead.
int RealLogView::currentRow() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    return chosen.isEmpty() ? -1 : chosen.first().row();
}

void RealLogView::goTo(int row)
{
    if (row < 0)
        return;
    if (m_tabs->currentIndex() == m_tabs->count() - 1) // there would be nothing to see
        m_tabs->setCurrentWidget(m_table);
    m_table->selectRow(row);
    m_table->scrollTo(m_pairs.index(row, LogPairModel::Marker),
                      QAbstractItemView::PositionAtCenter); // with what is around it
}

void RealLogView::firstDifference()
{
    goTo(m_pairs.firstDifference());
}

void RealLogView::nextDifference()
{
    goTo(m_pairs.nextDifference(currentRow() >= 0 ? currentRow() : m_pairs.markedRow()));
}

void RealLogView::previousDifference()
{
    goTo(m_pairs.previousDifference(currentRow() >= 0 ? currentRow() : m_pairs.markedRow()));
}

} // namespace rgsim::gui
