#include "views/fault_plan_view.h"

#include "models/plan_clipboard.h"
#include "views/plan_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr std::array allParts{PlanPart::Events, PlanPart::Faults, PlanPart::Rates};
constexpr int mostProblems = 5;

QLabel* makeLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    label->setMargin(label->fontMetrics().height() / 4);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    label->hide();
    return label;
}

void setText(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

// For what is to be seen; what somebody made wider stays so.
void widenColumns(QTableView& table)
{
    const QAbstractItemView& view = table;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        const int wanted = std::max(view.sizeHintForColumn(column),
                                    table.horizontalHeader()->sectionSizeHint(column));
        if (wanted > table.columnWidth(column))
            table.setColumnWidth(column, wanted);
    }
}

bool hasBoot(const QJsonArray& events)
{
    return std::any_of(events.begin(), events.end(), [](const QJsonValue& event) {
        return event.toObject().value("do").toString() == "boot";
    });
}

} // namespace

FaultPlanView::FaultPlanView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_tabs(new QTabWidget(this)),
      m_toolBar(new QToolBar(this)), m_addMenu(new QMenu(this)),
      m_note(makeLabel(this, tr("Note"))), m_words(makeLabel(this, tr("In words"))),
      m_problems(makeLabel(this, tr("What is wrong")))
{
    setAccessibleName(tr("Faults"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the plan"));
    for (const PlanPart part : allParts) {
        const auto at = static_cast<std::size_t>(part);
        m_models[at] = new FaultPlanModel(document, part, this);
        m_tables[at] = makeTable(m_models[at]);
        m_tabs->addTab(m_tables[at], QString());
    }
    m_tables[0]->setAccessibleName(tr("Events"));
    m_tables[1]->setAccessibleName(tr("Faults"));
    m_tables[2]->setAccessibleName(tr("Random failures"));
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_toolBar);
    layout->addWidget(m_tabs, 1);
    for (QLabel* label : {m_note, m_words, m_problems})
        layout->addWidget(label);
    connect(m_tabs, &QTabWidget::currentChanged, this, &FaultPlanView::refresh);
    connect(&document, &Document::draftChanged, this, &FaultPlanView::refresh);
    connect(&document, &Document::draftChanged, this, &FaultPlanView::renumberSelection);
    connect(&document, &Document::branchesChanged, this, &FaultPlanView::refresh);
    connect(&document, &Document::reopened, this, &FaultPlanView::refresh);
    connect(&document, &Document::selectionChanged, this, &FaultPlanView::followSelection);
    refresh();
}

// Tabs and tables that are on their way out still tell of what is chosen.
FaultPlanView::~FaultPlanView()
{
    m_tabs->disconnect(this);
    for (QTableView* table : m_tables)
        table->selectionModel()->disconnect(this);
}

QTableView* FaultPlanView::makeTable(FaultPlanModel* model)
{
    auto* table = new QTableView(m_tabs);
    table->setModel(model);
    table->setItemDelegate(new PlanDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                           QAbstractItemView::AnyKeyPressed);
    table->setWordWrap(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false); // the key leads out of the table
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() * 3 / 2);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultSectionSize(table->fontMetrics().averageCharWidth() * 8);
    table->horizontalHeader()->setResizeContentsPrecision(50);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FaultPlanView::refresh);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &FaultPlanView::tellSelection);
    const auto growColumns = [table] { widenColumns(*table); };
    connect(model, &QAbstractItemModel::modelReset, table, growColumns);
    connect(model, &QAbstractItemModel::rowsInserted, table, growColumns);
    connect(model, &QAbstractItemModel::dataChanged, table, growColumns);
    growColumns();
    return table;
}

QAction* FaultPlanView::makeAction(const QString& name, const QString& text,
                                   const QKeySequence& shortcut, const QString& what,
                                   void (FaultPlanView::*run)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, keys));
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    m_toolBar->addAction(action);
    for (QTableView* table : m_tables)
        table->addAction(action);
    return action;
}

void FaultPlanView::makeActions()
{
    makeAddMenu();
    auto* button = new QToolButton(m_toolBar);
    button->setText(tr("&Add"));
    button->setToolTip(tr("Add an event, a fault or random failures at the playhead"));
    button->setAccessibleName(tr("Add to the plan"));
    button->setMenu(m_addMenu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    m_toolBar->addWidget(button);
    makeAction("delete", tr("Delete"), QKeySequence::Delete, tr("Delete the chosen rows"),
               &FaultPlanView::removeRows);
    makeAction("move", tr("To playhead"), Qt::CTRL | Qt::Key_M,
               tr("Let the chosen rows happen at the playhead"), &FaultPlanView::moveRows);
    makeAction("go", tr("Go there"), Qt::CTRL | Qt::Key_G,
               tr("Move the playhead to the chosen row"), &FaultPlanView::goThere);
    makeAction("duplicate", tr("Duplicate"), Qt::CTRL | Qt::Key_D, tr("Duplicate the chosen rows"),
               &FaultPlanView::duplicateRows);
    makeAction("copy", tr("Copy"), QKeySequence::Copy, tr("Copy the chosen rows"),
               &FaultPlanView::copyRows);
    makeAction("paste", tr("Paste"), QKeySequence::Paste, tr("Paste copied rows"),
               &FaultPlanView::pasteRows);
}

void FaultPlanView::makeAddMenu()
{
    const auto addKind = [this](PlanPart part, const QString& kind, const QString& title) {
        QAction* action =
            m_addMenu->addAction(title, this, [this, part, kind] { add(part, kind); });
        action->setObjectName("add." + listName(part) + '.' + kind);
    };
    m_addMenu->setAccessibleName(tr("Add to the plan"));
    m_addMenu->addSection(tr("Events"));
    for (const QString& kind : wordsOf(PlanVocabulary::Event))
        addKind(PlanPart::Events, kind, titleOf(PlanVocabulary::Event, kind));
    m_addMenu->addSection(tr("Faults for a while"));
    for (const QString& kind : wordsOf(PlanVocabulary::Fault))
        addKind(PlanPart::Faults, kind, titleOf(PlanVocabulary::Fault, kind));
    m_addMenu->addSection(tr("Random failures"));
    addKind(PlanPart::Rates, "node", tr("Node fails at random"));
    addKind(PlanPart::Rates, "service", tr("Service's process dies at random"));
}

PlanPart FaultPlanView::part() const
{
    return allParts[static_cast<std::size_t>(m_tabs->currentIndex())];
}

void FaultPlanView::showPart(PlanPart part)
{
    m_tabs->setCurrentIndex(static_cast<int>(part));
}

QAction* FaultPlanView::action(const QString& name) const
{
    return findChild<QAction*>(name, Qt::FindDirectChildrenOnly);
}

QVector<int> FaultPlanView::selectedRows() const
{
    QVector<int> rows;
    for (const QModelIndex& index : table(part())->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

// Chooses the rows of all places from `first` on: what was just made.
void FaultPlanView::selectPlaces(PlanPart part, int first)
{
    FaultPlanModel* rows = model(part);
    QItemSelection selection;
    QModelIndex top;
    for (int place = first; place < rows->rowCount(); ++place) {
        const QModelIndex index = rows->index(rows->rowOf(place), 0);
        selection.select(index, index);
        top = !top.isValid() || index.row() < top.row() ? index : top;
    }
    if (!top.isValid())
        return;
    showPart(part);
    QItemSelectionModel* model = table(part)->selectionModel();
    model->setCurrentIndex(top, QItemSelectionModel::NoUpdate);
    model->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table(part)->scrollTo(top);
    table(part)->setFocus();
}

void FaultPlanView::add(PlanPart part, const QString& kind)
{
    const ScenarioDraft& draft = m_document.draft();
    const Selection& chosen = m_document.selection();
    const QStringList services = draft.serviceNames();
    plan_entry::Hint hint;
    hint.at = m_document.playhead();
    const bool isNode = chosen.kind == Selection::Kind::Node;
    const bool isService = chosen.kind == Selection::Kind::Service;
    hint.node = isNode ? chosen.name : draft.nodeNames().value(0);
    hint.service = isService ? chosen.name : services.value(0);
    hint.resource = isService ? QString() : draft.resourceNames().value(0);
    const auto isMachine = [](const QString& name) { return name.startsWith("vm:"); };
    const auto machine = std::find_if(services.begin(), services.end(), isMachine);
    const bool isFirst = machine == services.end() || isMachine(hint.service);
    hint.machine = isFirst ? hint.service : *machine;
    model(part)->add(kind, hint);
    selectPlaces(part, model(part)->rowCount() - 1);
}

void FaultPlanView::removeRows()
{
    model(part())->remove(selectedRows());
}

void FaultPlanView::duplicateRows()
{
    const QVector<int> rows = selectedRows();
    model(part())->duplicate(rows);
    if (!rows.isEmpty())
        selectPlaces(part(), model(part())->rowCount() - static_cast<int>(rows.size()));
}

void FaultPlanView::copyRows()
{
    const QJsonArray entries = model(part())->entries(selectedRows());
    if (!entries.isEmpty())
        QGuiApplication::clipboard()->setText(QString::fromUtf8(planText({{part(), entries}})));
}

void FaultPlanView::pasteRows()
{
    const PlanEntries entries = planEntries(QGuiApplication::clipboard()->text().toUtf8());
    if (entries.isEmpty()) {
        setText(m_problems, tr("What was copied holds no events, faults or rates."));
        return;
    }
    const PlanPart first = entries.firstKey();
    const QString what =
        entries.size() == 1 ? namesOfEntries(first, entries.first()) : tr("a part of a plan");
    m_document.edit(tr("Paste %1").arg(what),
                    [&](ScenarioDraft& draft) { appendTo(draft, entries); });
    selectPlaces(first, model(first)->rowCount() - static_cast<int>(entries.first().size()));
}

void FaultPlanView::moveRows()
{
    model(part())->moveTo(selectedRows(), m_document.playhead());
}

void FaultPlanView::goThere()
{
    const QModelIndex current = table(part())->currentIndex();
    if (!current.isValid())
        return;
    if (const std::optional<SimTime> at = model(part())->timeOf(current.row()))
        m_document.setPlayhead(*at);
}

QString FaultPlanView::problems() const
{
    return m_problems->isHidden() ? QString() : m_problems->text();
}

QString FaultPlanView::words() const
{
    return m_words->isHidden() ? QString() : m_words->text();
}

void FaultPlanView::refresh()
{
    const std::array titles{tr("Events"), tr("Faults"), tr("Random")};
    for (const PlanPart part : allParts) {
        const int tab = static_cast<int>(part);
        const int count = model(part)->rowCount();
        const QString title = titles[static_cast<std::size_t>(part)];
        m_tabs->setTabText(tab, count == 0 ? title : tr("%1 (%2)").arg(title).arg(count));
        const bool isWrong = model(part)->hasErrors();
        m_tabs->setTabIcon(tab, isWrong ? style()->standardIcon(QStyle::SP_MessageBoxCritical)
                                        : QIcon());
        m_tabs->setTabToolTip(tab, isWrong ? tr("Something is wrong here") : QString());
    }
    const bool hasNodes = !m_document.draft().nodeNames().isEmpty();
    const bool bootsAll =
        part() == PlanPart::Events && hasNodes && !hasBoot(m_document.draft().array("events"));
    setText(m_note, bootsAll ? tr("No boot is listed: all nodes boot together at 0s.") : QString());
    const QVector<int> rows = selectedRows();
    const FaultPlanModel* rowsModel = model(part());
    const QModelIndex current = table(part())->currentIndex();
    const QModelIndex words = current.siblingAtColumn(rowsModel->columnOf(PlanField::Words));
    setText(m_words, rows.size() == 1 ? words.data().toString() : QString());
    QStringList problems = rowsModel->problems();
    if (problems.size() > mostProblems) {
        const int more = static_cast<int>(problems.size()) - mostProblems;
        problems = problems.mid(0, mostProblems) + QStringList(tr("… and %n more", nullptr, more));
    }
    setText(m_problems, problems.join('\n'));
    for (const char* name : {"delete", "duplicate", "copy"})
        action(name)->setEnabled(!rows.isEmpty());
    const bool hasTime = part() != PlanPart::Rates;
    action("move")->setEnabled(!rows.isEmpty() && hasTime);
    action("go")->setEnabled(current.isValid() && hasTime);
    action("paste")->setEnabled(m_document.isOpen());
    m_addMenu->setEnabled(m_document.isOpen());
}

void FaultPlanView::tellSelection()
{
    const QModelIndex current = table(part())->currentIndex();
    if (m_isFollowing || !current.isValid() || part() == PlanPart::Rates)
        return;
    m_isFollowing = true;
    const int place = model(part())->placeOf(current.row());
    m_document.select(part() == PlanPart::Events ? Selection::event(place)
                                                 : Selection::fault(place));
    m_isFollowing = false;
}

// The chosen row is still chosen, but may stand at another place of the draft now.
void FaultPlanView::renumberSelection()
{
    const Selection::Kind kind = m_document.selection().kind;
    if ((kind == Selection::Kind::Event && part() == PlanPart::Events) ||
        (kind == Selection::Kind::Fault && part() == PlanPart::Faults))
        tellSelection();
}

void FaultPlanView::followSelection()
{
    const Selection& chosen = m_document.selection();
    const bool isEvent = chosen.kind == Selection::Kind::Event;
    if (m_isFollowing || (!isEvent && chosen.kind != Selection::Kind::Fault))
        return;
    const PlanPart wanted = isEvent ? PlanPart::Events : PlanPart::Faults;
    const int row = model(wanted)->rowOf(chosen.index);
    if (row < 0)
        return;
    m_isFollowing = true;
    showPart(wanted);
    table(wanted)->selectRow(row);
    table(wanted)->scrollTo(model(wanted)->index(row, 0));
    m_isFollowing = false;
}

} // namespace rgsim::gui
