// Draws a line of the command palette: what it is on the left, its shortcut or command on the right
// as far as there is room.
#pragma once

#include <QStyledItemDelegate>

namespace rgsim::gui {

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rgsim::gui
