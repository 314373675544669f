#include "views/keep_apart_view.h"

#include "models/problem_text.h"
#include "session/state_words.h"
#include "views/draft_field.h"
#include "views/keep_apart_delegate.h"
#include "views/problem_delegate.h"
#include "views/rotated_header.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr int mostProblems = 5;

QLabel* makeLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleName(name);
    return label;
}

// Removing the mode alone would leave a guard that the reader refuses.
void applyMode(ScenarioDraft& draft, const QString& path, const QJsonValue& mode)
{
    const bool isOff = mode.isUndefined() || mode.toString() == QLatin1String("off");
    if (isOff && draft.value("guard.services").isUndefined())
        draft.set("guard", QJsonValue::Undefined);
    else
        draft.set(path, isOff ? QJsonValue("off") : mode);
}

} // namespace

KeepApartView::KeepApartView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new KeepApartModel(document, this)),
      m_guards(new GuardModel(document, this))
{
    setAccessibleName(tr("Keep apart"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeGuardPart());
    splitter->addWidget(makeMatrixPart());
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&document, &Document::draftChanged, this, &KeepApartView::refresh);
    connect(&document, &Document::branchesChanged, this, &KeepApartView::refresh);
    connect(&document, &Document::reopened, this, &KeepApartView::refresh);
    connect(&document, &Document::runChanged, this, &KeepApartView::refresh);
    refresh();
}

// Tables that are on their way out still tell of what is chosen.
KeepApartView::~KeepApartView()
{
    m_matrix->selectionModel()->disconnect(this);
}

QWidget* KeepApartView::makeGuardPart()
{
    auto* part = new QWidget(this);
    m_mode = DraftField::makeCombo(
        m_document, tr("guard"),
        {{tr("off"), "off", tr("The init scripts start whatever they are asked to.")},
         {tr("published"), "published",
          tr("As in the published script, mistakes included; a refused start reports success.")},
         {tr("exact"), "exact",
          tr("What the published script is meant to do; a refused start reports success.")},
         {tr("hardened"), "hardened",
          tr("rgsim's own form: looks at exact names, counts services that are starting, and "
             "breaks ties.")}},
        part);
    m_mode->setFallback("off");
    m_mode->setApply(applyMode);
    m_mode->bind("guard.mode", tr("the scenario"));
    m_fails = DraftField::makeCheck(m_document, tr("refused starts report failure"), part);
    m_fails->setDescription(tr("Only the hardened guard can: rgmanager then knows that nothing "
                               "was started, and tries another node."));
    m_fails->bind("guard.fails", tr("the guard"));
    m_guardTable = new QTableView(part);
    m_guardTable->setModel(m_guards);
    m_guardTable->setItemDelegate(new ProblemDelegate(GuardModel::ProblemRole, 0, m_guardTable));
    m_guardTable->setAccessibleName(tr("Guarded services"));
    m_guardTable->verticalHeader()->hide();
    m_guardTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_guardTable->horizontalHeader()->setStretchLastSection(true);
    m_guardTable->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 16);
    m_guardTable->setTabKeyNavigation(false);
    m_guardTable->setMinimumHeight(fontMetrics().height() * 6);
    m_listNote = makeLabel(part, tr("Where the list comes from"));
    m_derive = new QPushButton(tr("&Derive from the rules"), part);
    m_derive->setAccessibleName(tr("Derive the guards' lists from the rules"));
    connect(m_derive, &QPushButton::clicked, m_guards, &GuardModel::derive);
    auto* layout = new QFormLayout(part);
    layout->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_mode->addTo(layout);
    m_fails->addTo(layout);
    layout->addRow(m_guardTable);
    layout->addRow(m_listNote);
    layout->addRow(m_derive);
    return part;
}

QWidget* KeepApartView::makeMatrixPart()
{
    auto* part = new QWidget(this);
    makeMatrix();
    const auto makeFilter = [this, part](const QString& hint, const QString& name) {
        auto* line = new QLineEdit(part);
        line->setPlaceholderText(hint);
        line->setAccessibleName(name);
        line->setClearButtonEnabled(true);
        connect(line, &QLineEdit::textChanged, this, &KeepApartView::filter);
        return line;
    };
    m_rowFilter = makeFilter(tr("Find rows"), tr("Show only rows with this in their name"));
    m_columnFilter =
        makeFilter(tr("Find columns"), tr("Show only columns with this in their name"));
    m_apart = new QPushButton(part);
    m_together = new QPushButton(part);
    connect(m_apart, &QPushButton::clicked, this, [this] { setChosenApart(true); });
    connect(m_together, &QPushButton::clicked, this, [this] { setChosenApart(false); });
    m_violations = makeLabel(part, tr("Broken rules"));
    m_problems = makeLabel(part, tr("What is wrong"));
    auto* filters = new QHBoxLayout;
    filters->addWidget(m_rowFilter);
    filters->addWidget(m_columnFilter);
    auto* layout = new QVBoxLayout(part);
    layout->addLayout(filters);
    layout->addWidget(m_matrix, 1);
    layout->addWidget(m_apart);
    layout->addWidget(m_together);
    layout->addWidget(m_violations);
    layout->addWidget(m_problems);
    return part;
}

void KeepApartView::makeMatrix()
{
    m_matrix = new QTableView(this);
    m_matrix->setHorizontalHeader(new RotatedHeader(m_matrix));
    m_matrix->setModel(m_model);
    m_matrix->setItemDelegate(new KeepApartDelegate(m_matrix));
    m_matrix->setAccessibleName(tr("Services that must not share a node"));
    m_matrix->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_matrix->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_matrix->setTabKeyNavigation(false);
    m_matrix->setMinimumHeight(fontMetrics().height() * 8);
    m_matrix->verticalHeader()->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    m_matrix->verticalHeader()->setTextElideMode(Qt::ElideMiddle);
    connect(m_matrix->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &KeepApartView::refreshButtons);
    setUpColumns();
}

void KeepApartView::setUpColumns()
{
    QStyleOptionViewItem option;
    option.initFrom(m_matrix);
    option.fontMetrics = m_matrix->fontMetrics();
    option.widget = m_matrix;
    const QSize cell = m_matrix->itemDelegate()->sizeHint(option, {});
    m_matrix->horizontalHeader()->setMinimumSectionSize(cell.width());
    m_matrix->horizontalHeader()->setDefaultSectionSize(cell.width());
    m_matrix->verticalHeader()->setDefaultSectionSize(cell.height());
}

// Whole rows or columns stand for their services, single cells for both of theirs.
QStringList KeepApartView::chosenServices() const
{
    const QItemSelectionModel* chosen = m_matrix->selectionModel();
    QStringList services;
    for (const QModelIndex& row : chosen->selectedRows())
        services << m_model->rowService(row.row());
    for (const QModelIndex& column : chosen->selectedColumns())
        services << m_model->columnService(column.column());
    if (services.isEmpty()) {
        for (const QModelIndex& cell : chosen->selectedIndexes())
            services << cell.data(KeepApartModel::ServicesRole).toStringList();
    }
    services.removeDuplicates();
    return services;
}

void KeepApartView::setChosenApart(bool apart)
{
    m_model->setAllApart(chosenServices(), apart);
}

void KeepApartView::filter()
{
    m_model->setFilters(m_rowFilter->text(), m_columnFilter->text());
}

void KeepApartView::refresh()
{
    const QString mode = m_document.draft().value("guard.mode").toString();
    m_fails->setEnabled(mode == QLatin1String("hardened"));
    m_guardTable->setEnabled(m_guards->isOn());
    m_listNote->setText(!m_guards->isOn()       ? tr("Without a guard nobody looks.")
                        : m_guards->isDerived() ? tr("The list follows from the rules below.")
                                                : tr("The list is written by hand; the rules below "
                                                     "do not change it."));
    m_derive->setEnabled(m_guards->isOn() && !m_guards->isDerived());
    const int broken = m_model->violatedPairs();
    m_violations->setText(
        broken == 1
            ? tr("In this run two services shared a node that must not.")
            : tr("In this run %n pairs of services shared a node that must not.", nullptr, broken));
    m_violations->setVisible(broken > 0);
    QStringList problems;
    for (const char* path : {"keep_apart", "guard"}) {
        for (const Diagnostic& problem : problemsAt(m_document.active().problems, path)) {
            if (problems.size() < mostProblems)
                problems << placeInWords(m_document.draft(), pathOf(problem)) + ": " +
                                problemText(problem);
        }
    }
    m_problems->setText(problems.join('\n'));
    m_problems->setVisible(!problems.isEmpty());
    refreshButtons();
}

void KeepApartView::refreshButtons()
{
    const QStringList services = chosenServices();
    const int count = static_cast<int>(services.size());
    m_apart->setText(count > 1 ? tr("Keep these %n &apart", nullptr, count)
                               : tr("Keep these &apart"));
    m_together->setText(count > 1 ? tr("Let these %n &share a node", nullptr, count)
                                  : tr("Let these &share a node"));
    for (QPushButton* button : {m_apart, m_together}) {
        button->setEnabled(count > 1);
        QStringList names;
        for (const QString& service : services)
            names << shortServiceName(service);
        button->setToolTip(names.mid(0, 20).join(", "));
        button->setAccessibleName(QString(button->text()).remove(u'&'));
    }
}

} // namespace rgsim::gui
