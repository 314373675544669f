#include "views/heat_delegate.h"

#include "views/signs.h"

#include <QPainter>

namespace rgsim::gui {

namespace {

int marginOf(const QFontMetrics& font)
{
    return font.height() / 2;
}

int signSizeOf(const QFontMetrics& font)
{
    return font.height() * 3 / 4;
}

QVector<Sign> signsOf(const HeatCell& cell)
{
    QVector<Sign> signs;
    if (!cell.isWanted)
        return signs;
    if (cell.breaksRule)
        signs << Sign::Alarm;
    if (cell.heat == Heat::Gone)
        signs << (cell.circles ? Sign::Repairs : Sign::Fails);
    else if (cell.isPhantom)
        signs << Sign::Question;
    return signs;
}

} // namespace

void paintHeat(QPainter& painter, const QRect& rect, const HeatCell& cell, const QString& text,
               const QPalette& palette)
{
    Look look = heatLook(cell.isWanted ? cell.heat : Heat::None, palette);
    painter.fillRect(rect, look.fill);
    const LookBook book(palette);
    if (!cell.isWanted)
        look.ink = book.quiet();
    const QFontMetrics font = painter.fontMetrics();
    const int margin = marginOf(font);
    const int size = signSizeOf(font);
    QRect room = rect.adjusted(margin, 0, -margin, 0);
    for (const Sign sign : signsOf(cell)) {
        const QRect square(room.right() - size + 1, room.center().y() - size / 2, size, size);
        drawSign(painter, sign, square, look.ink);
        room.setRight(square.left() - margin / 2);
    }
    painter.setPen(look.ink);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     font.elidedText(text, Qt::ElideMiddle, room.width()));
    if (cell.isWanted && cell.breaksRule) {
        const int width = std::max(2, font.height() / 7);
        painter.setPen(QPen(book.alarm(), width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(width / 2, width / 2, -(width + 1) / 2, -(width + 1) / 2));
    }
}

QSize heatSize(const QFontMetrics& font, const QString& text, int signs)
{
    const int margin = marginOf(font);
    return {font.horizontalAdvance(text) + margin + signs * (signSizeOf(font) + margin / 2) +
                2 * margin,
            font.height() * 3 / 2};
}

void HeatDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    painter->save();
    painter->setFont(option.font);
    paintHeat(*painter, option.rect, index.data(SurvivalModel::HeatRole).value<HeatCell>(),
              index.data().toString(), option.palette);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (hasFocus || (option.state & QStyle::State_Selected)) {
        const int width = std::max(2, option.fontMetrics.height() / 6);
        painter->setBrush(Qt::NoBrush);
        const auto line = [&](int inset, const QColor& colour) {
            painter->setPen(colour);
            painter->drawRect(option.rect.adjusted(inset, inset, -inset - 1, -inset - 1));
        };
        for (int inset = 0; inset < width; ++inset)
            line(inset, option.palette.color(QPalette::Highlight));
        if (hasFocus) // a second colour, so that it is seen on every ground
            line(width, option.palette.color(QPalette::Base));
    }
    painter->restore();
}

QSize HeatDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return heatSize(option.fontMetrics, index.data().toString());
}

} // namespace rgsim::gui
