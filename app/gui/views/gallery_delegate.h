// Paints one card of the gallery: thumbnail, topic, title, what to look at. Only paints; the model
// knows what and the view which.
#pragma once

#include <QStyledItemDelegate>

namespace rgsim::gui {

class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of a card, for the widget's font.
    static QSize cardSize(const QFontMetrics& metrics);
    static QSize thumbnailSize(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace rgsim::gui
