// Gives the rows of a tree the height that their texts need when they are wrapped at the tree's
// width, with a little air. It draws nothing itself.
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace rgsim::gui {

class WrappingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// @p tree is the parent and has one column.
    explicit WrappingDelegate(QTreeView* tree);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int widthOf(const QModelIndex& index) const;

    QTreeView* m_tree;
};

} // namespace rgsim::gui
