#include "views/palette_delegate.h"

#include "models/palette_model.h"
#include "style/look.h"

#include <QApplication>
#include <QPainter>

namespace rgsim::gui {

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString title = item.text;
    const QString detail = index.data(PaletteModel::detailRole).toString();
    item.text.clear();
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const int gap = item.fontMetrics.averageCharWidth();
    QRect left = item.rect.adjusted(gap, 0, -gap, 0);
    const int wanted = item.fontMetrics.horizontalAdvance(title);
    const int detailWidth = std::min(item.fontMetrics.horizontalAdvance(detail),
                                     std::max(left.width() - wanted - 3 * gap, left.width() / 3));
    QRect right = left;
    right.setLeft(left.right() - detailWidth);
    left.setRight(right.left() - 3 * gap);
    const bool isOn = index.data(PaletteModel::canBeDoneRole).toBool();
    const QPalette::ColorGroup group = isOn ? QPalette::Active : QPalette::Disabled;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(
        item.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(left, Qt::AlignVCenter | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(title, Qt::ElideRight, left.width()));
    painter->setOpacity(0.75);
    painter->drawText(right, Qt::AlignVCenter | Qt::TextSingleLine,
                      item.fontMetrics.elidedText(detail, Qt::ElideRight, right.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    // The same for all, so that nothing has to be measured.
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() * 3 / 2};
}

} // namespace rgsim::gui
