// A cell whose colour says how bad it is and whose text says it in words, with signs for broken
// rules, phantoms and what is not back. It paints; what is how bad comes from the model.
#pragma once

#include "models/survival_model.h"

#include <QStyledItemDelegate>

namespace rgsim::gui {

/// Paints one such cell, without frame and focus; also for legends.
void paintHeat(QPainter& painter, const QRect& rect, const HeatCell& cell, const QString& text,
               const QPalette& palette);
/// The smallest size at which all of it can be read, with room for so many signs.
QSize heatSize(const QFontMetrics& font, const QString& text, int signs = 2);

class HeatDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rgsim::gui
