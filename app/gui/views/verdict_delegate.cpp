#include "views/verdict_delegate.h"

#include "models/layout_changes_model.h"
#include "style/look.h"
#include "views/signs.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace rgsim::gui {

namespace {

Sign signOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Worse:
        return Sign::Ends;
    case Verdict::Better:
        return Sign::Begins;
    case Verdict::Moved:
        return Sign::Moves;
    case Verdict::Same:
        break;
    }
    return Sign::Nothing;
}

QColor colourOf(Verdict verdict, const LookBook& look)
{
    switch (verdict) {
    case Verdict::Worse:
        return look.alarm();
    case Verdict::Better:
        return look.relief();
    case Verdict::Moved:
    case Verdict::Same:
        break;
    }
    return look.ink();
}

int signRoom(const QFontMetrics& font)
{
    return font.height() * 5 / 4;
}

} // namespace

void VerdictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, QString());
    const QStyle& style = cell.widget ? *cell.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const auto verdict = static_cast<Verdict>(index.data(LayoutChangesModel::VerdictRole).toInt());
    const bool isChosen = cell.state & QStyle::State_Selected;
    const QColor colour = isChosen ? cell.palette.color(QPalette::HighlightedText)
                                   : colourOf(verdict, LookBook(cell.palette));
    const int size = cell.fontMetrics.height() * 3 / 4;
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    painter->save();
    drawSign(*painter, signOf(verdict),
             QRect(room.left(), room.center().y() - size / 2, size, size), colour);
    room.setLeft(room.left() + signRoom(cell.fontMetrics));
    painter->setFont(cell.font);
    painter->setPen(colour);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + signRoom(option.fontMetrics), size.height()};
}

} // namespace rgsim::gui
