#include "views/property_editor.h"

#include "session/document.h"
#include "views/flow_layout.h"
#include "views/planning_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

PropertyEditor::PropertyEditor(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document)
{
    m_table = makePlanningTable(m_model, tr("What must hold"), this);
    m_table->setObjectName(QStringLiteral("properties"));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->horizontalHeader()->setSectionResizeMode(PropertyListModel::Sentence,
                                                      QHeaderView::Stretch);
    m_table->setToolTip(tr("Double click or F2 changes a line"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeServices());
    layout->addWidget(makeButtons());
    auto* keys = new QShortcut(QKeySequence::Delete, m_table);
    keys->setContext(Qt::WidgetShortcut);
    connect(keys, &QShortcut::activated, this, &PropertyEditor::removeChosen);
    connect(&document, &Document::draftChanged, this, &PropertyEditor::follow);
    connect(&document, &Document::reopened, this, [this] {
        m_own.clear();
        m_model.setSentences({});
        follow();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PropertyEditor::update);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &PropertyEditor::update);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &PropertyEditor::update);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PropertyEditor::update);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PropertyEditor::update);
    follow();
}

QWidget* PropertyEditor::makeServices()
{
    auto* row = new QWidget(this);
    auto* layout = new FlowLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto makeBox = [&](const char* id, const QString& name) {
        auto* box = new QComboBox(row);
        box->setObjectName(QLatin1String(id));
        box->setAccessibleName(name);
        box->setToolTip(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(box);
        connect(box, &QComboBox::currentIndexChanged, this, &PropertyEditor::update);
        return box;
    };
    m_first = makeBox("first", tr("One service"));
    m_second = makeBox("second", tr("Another service"));
    m_pair = new QPushButton(tr("Never to&gether"), row);
    m_pair->setObjectName(QStringLiteral("addPair"));
    m_pair->setToolTip(tr("Adds that these two must never run on one node"));
    layout->addWidget(m_pair);
    connect(m_pair, &QPushButton::clicked, this, [this] {
        add({Property::Kind::NeverTogether,
             {m_first->currentIndex(), m_second->currentIndex()},
             {},
             0},
            false);
    });
    return row;
}

QWidget* PropertyEditor::makeButtons()
{
    auto* row = new QWidget(this);
    auto* layout = new FlowLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_other = new QPushButton(tr("Another li&ne"), row);
    m_other->setObjectName(QStringLiteral("addOther"));
    auto* menu = new QMenu(m_other);
    menu->addAction(tr("The first service is soon back"), this, [this] {
        constexpr SimDuration soon = SimDuration::seconds(90);
        add({Property::Kind::BackWithin, {m_first->currentIndex()}, soon, 0}, true);
    });
    menu->addAction(tr("The first service is seldom relocated"), this, [this] {
        add({Property::Kind::RelocationsPerFailure, {m_first->currentIndex()}, {}, 1}, true);
    });
    menu->addAction(tr("Few relocations in all"), this, [this] {
        add({Property::Kind::RelocationsPerFailure, {}, {}, 2}, true);
    });
    m_other->setMenu(menu);
    m_remove = new QPushButton(tr("Remove"), row);
    m_remove->setObjectName(QStringLiteral("removeProperty"));
    m_reset = new QPushButton(tr("As in the s&cenario"), row);
    m_reset->setObjectName(QStringLiteral("ownProperties"));
    m_reset->setToolTip(tr("The scenario's properties and what it keeps apart"));
    for (QPushButton* button : {m_other, m_remove, m_reset})
        layout->addWidget(button);
    connect(m_remove, &QPushButton::clicked, this, &PropertyEditor::removeChosen);
    connect(m_reset, &QPushButton::clicked, this, &PropertyEditor::takeOwn);
    return row;
}

// What nobody changed here changes with the scenario.
void PropertyEditor::follow()
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    const QStringList own = scenario ? ownSentences(*scenario) : QStringList();
    const bool isUntouched = m_model.sentences() == m_own;
    m_model.setScenario(scenario);
    m_own = own;
    if (isUntouched && m_model.sentences() != own)
        m_model.setSentences(own);
    fillServices();
    update();
}

void PropertyEditor::takeOwn()
{
    m_model.setSentences(m_own);
}

void PropertyEditor::fillServices()
{
    const auto& scenario = m_document.branch(BranchId::Main).scenario;
    QStringList names;
    if (scenario) {
        for (const Service& service : scenario->cluster.services)
            names << QString::fromStdString(service.fullName);
    }
    int usual = 0; // the first two
    for (QComboBox* box : {m_first, m_second}) {
        const QString chosen = box->currentText();
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItems(names);
        const auto again = static_cast<int>(names.indexOf(chosen));
        box->setCurrentIndex(again >= 0 ? again : std::min(usual, box->count() - 1));
        ++usual;
    }
}

void PropertyEditor::update()
{
    const bool hasServices = m_first->count() > 0;
    m_pair->setEnabled(hasServices && m_first->currentIndex() != m_second->currentIndex());
    m_other->setEnabled(hasServices);
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
    m_reset->setEnabled(m_model.sentences() != m_own);
}

void PropertyEditor::add(const Property& property, bool isToBeEdited)
{
    const Cluster& cluster = m_document.branch(BranchId::Main).scenario->cluster;
    const int row = m_model.add(QString::fromStdString(propertyText(cluster, property)));
    m_table->selectRow(row);
    if (!isToBeEdited)
        return;
    m_table->setFocus();
    m_table->edit(m_model.index(row, PropertyListModel::Sentence));
}

void PropertyEditor::removeChosen()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        m_model.removeAt(rows.first().row());
}

} // namespace rgsim::gui
