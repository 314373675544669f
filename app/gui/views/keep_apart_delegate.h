// A cell of the keep-apart matrix: a check box in the middle, a sign where the rule was broken, and
// stripes where a service meets itself. Clicks and the space key toggle it.
#pragma once

#include <QStyledItemDelegate>

namespace rgsim::gui {

class KeepApartDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
};

} // namespace rgsim::gui
