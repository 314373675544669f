#include "views/log_view.h"

#include "session/whole_file.h"
#include "views/message_bar.h"
#include "views/when_visible.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>

namespace rgsim::gui {

namespace {

constexpr int mostCopied = 100'000;
constexpr int leastUrgentOwn = 5; // rgmanager's own lines go down to notice

QComboBox* makeCombo(const QString& name, QWidget* parent)
{
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(9);
    return combo;
}

// Fills in the names and keeps what was chosen, if it is still there.
void refill(QComboBox* combo, const QString& all, const QStringList& names)
{
    const QSignalBlocker quiet(combo);
    const QString before = combo->currentData().toString();
    combo->clear();
    combo->addItem(all, QString());
    for (const QString& name : names)
        combo->addItem(name, name);
    combo->setCurrentIndex(std::max(combo->findData(before), 0));
}

} // namespace

LogView::LogView(Document& document, QWidget* parent) : QWidget(parent), m_document(document)
{
    m_table = new QTableView(this);
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeBar());
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    makeTable();
    makeActions();
    m_follow = new WhenVisible(this, [this] { follow(); });
    wire();
    takeRun();
}

QWidget* LogView::makeBar()
{
    auto* bar = new QWidget(this);
    m_node = makeCombo(tr("Only lines of this node"), bar);
    m_service = makeCombo(tr("Only lines about this service"), bar);
    m_priority = makeCombo(tr("Only lines of this priority or a more urgent one"), bar);
    m_priority->addItem(tr("All priorities"), 7);
    for (int priority = 0; priority < leastUrgentOwn; ++priority)
        m_priority->addItem(tr("Up to %1").arg(QLatin1String(priorityName(priority))), priority);
    m_truth = new QCheckBox(tr("What &really happened"), bar);
    m_truth->setObjectName(QStringLiteral("truth"));
    m_truth->setToolTip(
        tr("Also faults, processes, membership and fencing: what rgmanager does not "
           "write into its log"));
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Search"));
    m_text->setAccessibleName(tr("Search in the log"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_count = new QLabel(bar);
    m_count->setAccessibleName(tr("Finds"));
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(10000).arg(10000)));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : {static_cast<QWidget*>(m_node), static_cast<QWidget*>(m_service),
                            static_cast<QWidget*>(m_priority)})
        layout->addWidget(widget, 1);
    layout->addWidget(m_truth);
    layout->addWidget(m_text, 2);
    layout->addWidget(makeStep(Qt::UpArrow, tr("Previous find"), &LogView::findPrevious));
    layout->addWidget(makeStep(Qt::DownArrow, tr("Next find"), &LogView::findNext));
    layout->addWidget(m_count);
    return bar;
}

QToolButton* LogView::makeStep(Qt::ArrowType arrow, const QString& name, void (LogView::*step)())
{
    auto* button = new QToolButton(this);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &QToolButton::clicked, this, step);
    return button;
}

void LogView::makeTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Log"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setSizes();
}

void LogView::makeActions()
{
    auto* copyAction = new QAction(tr("&Copy"), m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &LogView::copy);
    auto* saveAction = new QAction(tr("Save as CS&V…"), m_table);
    connect(saveAction, &QAction::triggered, this, &LogView::saveCsvAs);
    m_table->addActions({copyAction, saveAction});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);

    const auto key = [this](const QKeySequence& keys, void (LogView::*run)()) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(QKeySequence::Find, &LogView::focusSearch);
    key(QKeySequence::FindNext, &LogView::findNext);
    key(QKeySequence::FindPrevious, &LogView::findPrevious);
    key(Qt::SHIFT | Qt::Key_Return, &LogView::findPrevious);
}

void LogView::wire()
{
    for (QComboBox* combo : {m_node, m_service, m_priority})
        connect(combo, &QComboBox::currentIndexChanged, this, &LogView::applyFilter);
    connect(m_truth, &QCheckBox::toggled, this, &LogView::applyFilter);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        tell({});
        m_search.setText(text);
    });
    connect(m_text, &QLineEdit::returnPressed, this, &LogView::findNext);
    connect(&m_search, &LogSearch::changed, this, &LogView::updateCount);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_search.setRows(m_model.rows());
        m_follow->mark();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LogView::choose);
    connect(&m_document, &Document::runChanged, this, &LogView::takeRun);
    connect(&m_document, &Document::branchesChanged, this, &LogView::takeRun);
    connect(&m_document, &Document::reopened, this, &LogView::takeRun);
    connect(&m_document, &Document::horizonChanged, this, &LogView::applyFilter);
    connect(&m_document, &Document::playheadChanged, this, [this](SimTime at) {
        m_model.setPlayhead(at);
        if (!m_isChoosing)
            m_follow->mark();
    });
}

void LogView::takeRun()
{
    tell({});
    fillFilters();
    applyFilter();
    if (m_document.run() != (m_model.rows() ? m_model.rows()->run() : nullptr))
        m_model.setRun(m_document.run());
    m_model.setPlayhead(m_document.playhead());
}

void LogView::fillFilters()
{
    QStringList nodes;
    QStringList services;
    if (const RunPtr& run = m_document.run()) {
        for (const Node& node : run->cluster().nodes)
            nodes << QString::fromStdString(node.name);
        for (const Service& service : run->cluster().services)
            services << QString::fromStdString(service.fullName);
    }
    refill(m_node, tr("All nodes"), nodes);
    refill(m_service, tr("All services"), services);
}

void LogView::applyFilter()
{
    LogFilter filter;
    filter.node = m_node->currentData().toString();
    filter.service = m_service->currentData().toString();
    filter.leastUrgent = m_priority->currentData().toInt();
    filter.withTruth = m_truth->isChecked();
    filter.until = m_document.horizon().value_or(SimTime::never());
    m_model.setFilter(filter);
}

void LogView::setSizes()
{
    const QFontMetrics metrics(m_table->font());
    const int margin = metrics.averageCharWidth() * 2;
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + metrics.height() / 4);
    m_table->horizontalHeader()->setMinimumSectionSize(1);
    const auto set = [&](LogModel::Column column, const QString& widest) {
        m_table->setColumnWidth(column, metrics.horizontalAdvance(widest) + margin);
    };
    set(LogModel::Marker, QStringLiteral("▶"));
    set(LogModel::Time, QStringLiteral("00:00:00.000"));
    set(LogModel::Node, QString(20, 'n'));
    set(LogModel::Priority, QStringLiteral("warning"));
}

void LogView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_table)
        setSizes();
}

// One line that a person chose; several are chosen to be copied.
void LogView::choose()
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    updateCount();
    if (selection.size() != 1 || selection.first().height() != 1)
        return;
    const QScopedValueRollback<bool> choosing(m_isChoosing, true);
    m_document.setPlayhead(m_model.timeOf(selection.first().top()));
}

void LogView::follow()
{
    const int row = m_model.markedRow();
    if (row < 0) {
        m_table->scrollToTop();
        return;
    }
    const QModelIndex index = m_model.index(row, LogModel::Marker);
    m_table->scrollTo(index);
    // Where the keyboard begins.
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

void LogView::focusSearch()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

int LogView::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void LogView::goTo(std::optional<int> row)
{
    if (!row)
        return;
    m_table->selectRow(*row);
    m_table->scrollTo(m_model.index(*row, LogModel::Marker));
}

void LogView::findNext()
{
    // A line that is only where the keyboard would begin may itself be the first find.
    goTo(m_search.next(currentRow() - (m_table->selectionModel()->hasSelection() ? 0 : 1)));
}

void LogView::findPrevious()
{
    goTo(m_search.previous(currentRow()));
}

void LogView::updateCount()
{
    const auto number = [this](std::size_t n) { return locale().toString(qulonglong{n}); };
    if (m_search.text().isEmpty())
        m_count->clear();
    else if (m_search.isBusy())
        m_count->setText(QStringLiteral("…"));
    else if (m_search.count() == 0)
        m_count->setText(tr("not found"));
    else if (const std::size_t here = m_search.numberOf(currentRow()))
        m_count->setText(tr("%1 of %2").arg(number(here), number(m_search.count())));
    else
        m_count->setText(tr("%1 found").arg(number(m_search.count())));
}

void LogView::tell(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void LogView::copy()
{
    QItemSelection ranges = m_table->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const auto& a, const auto& b) { return a.top() < b.top(); });
    int count = 0;
    for (const QItemSelectionRange& range : ranges)
        count += range.height();
    if (count > mostCopied) {
        tell(tr("%L1 lines are too many for the clipboard, which takes %L2: save them as CSV.")
                 .arg(count)
                 .arg(mostCopied));
        return;
    }
    QStringList lines;
    for (const QItemSelectionRange& range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines << m_model.lineOf(row);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join('\n') + '\n');
    tell({});
}

Diagnostics LogView::saveCsv(const QString& path) const
{
    const LogRowsPtr& rows = m_model.rows();
    return writeWholeFile(path, QByteArray::fromStdString(rows ? rows->csv() : std::string()));
}

void LogView::saveCsvAs()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log as CSV"), {},
                                                      tr("Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    QStringList problems;
    const Diagnostics found = saveCsv(path);
    for (const Diagnostic& problem : found.items())
        problems << sentenceOf(problem);
    tell(problems.join('\n'));
}

} // namespace rgsim::gui
