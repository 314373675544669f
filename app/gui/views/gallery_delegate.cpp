#include "views/gallery_delegate.h"

#include "models/gallery_model.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace rgsim::gui {

namespace {

constexpr int aboutLines = 4;
constexpr int titleLines = 2;

int padding(const QFontMetrics& metrics)
{
    return metrics.height() / 2;
}

// Text in at most `lines` lines, the last one elided; returns the height used.
double drawLines(QPainter& painter, const QRectF& area, const QString& text, int lines)
{
    QTextLayout layout(text, painter.font());
    const QFontMetricsF metrics(painter.font());
    layout.beginLayout();
    double y = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        QString shown = text.mid(line.textStart(), line.textLength());
        const bool isCut = i + 1 == lines && line.textStart() + line.textLength() < text.size();
        if (isCut)
            shown = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, area.width());
        painter.drawText(QPointF(area.left(), area.top() + y + metrics.ascent()), shown.trimmed());
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return y;
}

} // namespace

QSize GalleryDelegate::thumbnailSize(const QFontMetrics& metrics)
{
    return {metrics.averageCharWidth() * 38, metrics.height() * 6};
}

QSize GalleryDelegate::cardSize(const QFontMetrics& metrics)
{
    const int pad = padding(metrics);
    const QSize thumbnail = thumbnailSize(metrics);
    const int texts = metrics.lineSpacing() * (1 + titleLines + aboutLines);
    return {thumbnail.width() + 4 * pad, thumbnail.height() + texts + 5 * pad};
}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return cardSize(option.fontMetrics);
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QFontMetrics& metrics = option.fontMetrics;
    const int pad = padding(metrics);
    const QRectF card = QRectF(option.rect).adjusted(pad / 2.0, pad / 2.0, -pad / 2.0, -pad / 2.0);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isUnder = option.state.testFlag(QStyle::State_MouseOver);
    const QPalette& palette = option.palette;
    QPen edge(isChosen || isUnder ? palette.color(QPalette::Highlight)
                                  : palette.color(QPalette::Mid));
    edge.setWidthF(isChosen ? 2.5 : 1);
    painter->setPen(edge);
    painter->setBrush(palette.base());
    painter->drawRoundedRect(card, pad / 2.0, pad / 2.0);

    const QRectF inner = card.adjusted(pad, pad, -pad, -pad);
    QRectF picture(inner.topLeft(), QSizeF(thumbnailSize(metrics)));
    picture.setWidth(inner.width());
    const QImage image = index.data(Qt::DecorationRole).value<QImage>();
    painter->fillRect(picture, palette.alternateBase());
    if (!image.isNull())
        painter->drawImage(picture, image);

    double y = picture.bottom() + pad / 2.0;
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter->setFont(small);
    painter->setPen(palette.color(QPalette::PlaceholderText));
    y += drawLines(*painter, QRectF(inner.left(), y, inner.width(), 0),
                   index.data(GalleryModel::TopicNameRole).toString(), 1);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::Text));
    y += drawLines(*painter, QRectF(inner.left(), y, inner.width(), 0),
                   index.data(Qt::DisplayRole).toString(), titleLines);
    painter->setFont(option.font);
    drawLines(*painter, QRectF(inner.left(), y + pad / 4.0, inner.width(), 0),
              index.data(GalleryModel::AboutRole).toString(), aboutLines);
    painter->restore();
}

} // namespace rgsim::gui
