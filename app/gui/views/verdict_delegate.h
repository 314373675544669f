// A verdict about an outcome: a sign (up for better, down for worse, an arrow for moved) and the
// word, in a colour besides. It paints; what is better is said by the model.
#pragma once

#include <QStyledItemDelegate>

namespace rgsim::gui {

class VerdictDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rgsim::gui
