#include "views/rotated_header.h"

#include <QPainter>

#include <algorithm>

namespace rgsim::gui {

namespace {
constexpr int mostCharacters = 16;
} // namespace

RotatedHeader::RotatedHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
}

void RotatedHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    if (!rect.isValid())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = section;
    option.position = QStyleOptionHeader::Middle;
    const bool isChosen = selectionModel() && selectionModel()->columnIntersectsSelection(section);
    if (isChosen)
        option.state |= QStyle::State_On;
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    QFont bold = font();
    bold.setBold(isChosen);
    painter->setFont(bold);
    painter->setPen(palette().color(QPalette::ButtonText));
    painter->translate(rect.left(), rect.bottom());
    painter->rotate(-90);
    const QRect text(margin(), 0, rect.height() - 2 * margin(), rect.width());
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(bold).elidedText(title, Qt::ElideMiddle, text.width()));
    painter->restore();
}

QSize RotatedHeader::sectionSizeFromContents(int section) const
{
    const QString title = model()->headerData(section, Qt::Horizontal).toString();
    QFont bold = font();
    bold.setBold(true);
    const int length = std::min(QFontMetrics(bold).horizontalAdvance(title),
                                fontMetrics().averageCharWidth() * mostCharacters);
    return {fontMetrics().height() + 2 * margin(), length + 3 * margin()};
}

} // namespace rgsim::gui
