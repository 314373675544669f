#include "views/layout_tree.h"

#include "views/problem_line.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rgsim::gui {

namespace {

// An icon before what has a problem, a paler one where something below has one.
class LayoutDelegate : public QStyledItemDelegate {
public:
    explicit LayoutDelegate(LayoutTree* tree) : QStyledItemDelegate(tree), m_tree(tree) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int severity = index.data(LayoutModel::SeverityRole).toInt();
        if (severity < static_cast<int>(Severity::Warning))
            return; // a note is told in the form and in the list
        const bool isOwn = index.data(LayoutModel::OwnSeverityRole).toInt() == severity;
        const QIcon icon = severityIcon(static_cast<Severity>(severity), *m_tree);
        const int size = option->fontMetrics.height();
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(size, size);
        option->icon = isOwn ? icon : QIcon(icon.pixmap(QSize(size, size), QIcon::Disabled));
    }

private:
    LayoutTree* m_tree;
};

} // namespace

LayoutTree::LayoutTree(LayoutModel& model, QWidget* parent) : QTreeView(parent), m_model(model)
{
    setModel(&model);
    setAccessibleName(tr("Layout"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new LayoutDelegate(this));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed | SelectedClicked);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setTextElideMode(Qt::ElideMiddle);
    connect(&model, &QAbstractItemModel::modelReset, this, &LayoutTree::openSections);
    connect(&model, &LayoutModel::dropped, this, &LayoutTree::choose);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LayoutTree::chosenChanged);
    openSections();
}

void LayoutTree::openSections()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        setExpanded(m_model.index(row, 0), true);
}

QStringList LayoutTree::chosenParts() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex& a, const QModelIndex& b) {
        return a.parent() == b.parent() ? a.row() < b.row() : a.parent() < b.parent();
    });
    QStringList paths;
    for (const QModelIndex& index : indexes) {
        const QString path = index.data(LayoutModel::PathRole).toString();
        if (partKind(path) != PartKind::None)
            paths << path;
    }
    return paths;
}

QString LayoutTree::currentPath() const
{
    return currentIndex().data(LayoutModel::PathRole).toString();
}

void LayoutTree::choose(const QStringList& paths)
{
    QItemSelection selection;
    QModelIndex first;
    for (const QString& path : paths) {
        const QModelIndex index = m_model.indexOf(path);
        if (!index.isValid())
            continue;
        selection.select(index, index);
        first = first.isValid() ? first : index;
    }
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        scrollTo(first);
}

void LayoutTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    if (!index.parent().isValid())
        row.font.setBold(true);
    QTreeView::drawRow(painter, row, index);
}

} // namespace rgsim::gui
