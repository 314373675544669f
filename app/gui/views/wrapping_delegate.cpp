#include "views/wrapping_delegate.h"

#include <QHeaderView>
#include <QTextLayout>
#include <QTextOption>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

WrappingDelegate::WrappingDelegate(QTreeView* tree) : QStyledItemDelegate(tree), m_tree(tree)
{
    tree->setItemDelegate(this);
    connect(tree->header(), &QHeaderView::sectionResized, this,
            [this] { emit sizeHintChanged({}); });
}

int WrappingDelegate::widthOf(const QModelIndex& index) const
{
    int depth = m_tree->rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    const int margin = 2 * (m_tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
    return m_tree->header()->sectionSize(0) - depth * m_tree->indentation() - margin;
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    QString text = filled.text;
    text.replace('\n', QChar::LineSeparator);
    QTextLayout layout(text, filled.font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(widthOf(index), 1));
        height += std::ceil(line.height());
    }
    layout.endLayout();
    const int air = QFontMetrics(filled.font).height() / 4;
    return {widthOf(index), static_cast<int>(height) + air};
}

} // namespace rgsim::gui
