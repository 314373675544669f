#include "views/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace rgsim::gui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

// Returns the height that is needed; moves the widgets only if that is meant.
int FlowLayout::layOut(const QRect& rect, bool isMeant) const
{
    const int gap = std::max(spacing(), 0);
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        const QSize shown(std::min(size.width(), rect.width()), size.height());
        if (isMeant)
            item->setGeometry({rect.topLeft() + QPoint(x, y), shown});
        x += size.width() + gap * 2;
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight;
}

} // namespace rgsim::gui
