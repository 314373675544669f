#include "views/problems_view.h"

#include "formats/json_path.h"
#include "models/problems_model.h"
#include "views/problem_line.h"

#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace rgsim::gui {

namespace {

class SeverityDelegate : public QStyledItemDelegate {
public:
    explicit SeverityDelegate(QTableView* table) : QStyledItemDelegate(table), m_table(table) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int severity = index.data(ProblemsModel::SeverityRole).toInt();
        const int size = option->fontMetrics.height();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(size, size);
        option->icon = severityIcon(static_cast<Severity>(severity), *m_table);
    }

private:
    QTableView* m_table;
};

} // namespace

ProblemsView::ProblemsView(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_model(new ProblemsModel(document, this)),
      m_table(new QTableView(this)), m_nothing(new QLabel(tr("Nothing is wrong."), this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {ProblemsModel::What, ProblemsModel::Remedy})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setItemDelegateForColumn(ProblemsModel::Severity, new SeverityDelegate(m_table));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addWidget(m_nothing);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { go(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemsView::refresh);
    connect(&document, &Document::reopened, this, &ProblemsView::refresh);
    refresh();
}

void ProblemsView::refresh()
{
    const int count = m_model->count();
    setWindowTitle(count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->setEnabled(m_document.isOpen());
}

// Events and faults are chosen by their position, anything else by its path.
void ProblemsView::go(int row)
{
    const QString path = m_model->pathOf(row);
    const ElementPath at = elementOf(path.left(path.indexOf(u']') + 1));
    if (at.list == QLatin1String("events"))
        m_document.select(Selection::event(at.index));
    else if (at.list == QLatin1String("faults"))
        m_document.select(Selection::fault(at.index));
    m_document.reveal(path);
}

} // namespace rgsim::gui
