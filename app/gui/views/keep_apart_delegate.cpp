#include "views/keep_apart_delegate.h"

#include "models/keep_apart_model.h"
#include "style/look.h"
#include "views/signs.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace rgsim::gui {

namespace {

const QStyle& styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

} // namespace

void KeepApartDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const QStyle& style = styleOf(option);
    QStyleOptionViewItem cell = option;
    if (!(index.flags() & Qt::ItemIsEnabled)) {
        painter->fillRect(option.rect,
                          QBrush(option.palette.color(QPalette::Mid), Qt::BDiagPattern));
        return;
    }
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
    const bool isApart = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QSize box(style.pixelMetric(QStyle::PM_IndicatorWidth, &cell, option.widget),
                    style.pixelMetric(QStyle::PM_IndicatorHeight, &cell, option.widget));
    const bool isBroken = !index.data(KeepApartModel::ViolationRole).toString().isEmpty();
    QPoint centre = option.rect.center();
    const int size = option.fontMetrics.height();
    if (isBroken)
        centre.rx() -= size / 2;
    cell.rect = QRect(centre - QPoint(box.width() / 2, box.height() / 2), box);
    cell.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
    cell.state |= isApart ? QStyle::State_On : QStyle::State_Off;
    style.drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &cell, painter, option.widget);
    if (isBroken) {
        const QRect sign(centre.x() + box.width() / 2 + 2, centre.y() - size / 2, size, size);
        const bool isChosen = option.state & QStyle::State_Selected;
        drawSign(*painter, Sign::Alarm, sign,
                 isChosen ? option.palette.highlightedText().color()
                          : LookBook(option.palette).alarm());
    }
    if (option.state & QStyle::State_HasFocus) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

QSize KeepApartDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int height = option.fontMetrics.height();
    const QStyle& style = styleOf(option);
    const int box = style.pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    return {box + height * 3 / 2, height * 3 / 2};
}

bool KeepApartDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select)
            return false;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        // With a modifier the click chooses cells.
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier ||
            !option.rect.contains(mouse->position().toPoint()))
            return false;
    } else {
        return false;
    }
    const bool isApart = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isApart ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace rgsim::gui
