#include "style/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace rgsim::gui {

namespace {

// All shapes live in a square of 16 × 16.
void addTriangle(QPainterPath& path, double x, double width, bool pointsRight)
{
    const double tip = pointsRight ? x + width : x;
    const double base = pointsRight ? x : x + width;
    path.moveTo(base, 3);
    path.lineTo(tip, 8);
    path.lineTo(base, 13);
    path.closeSubpath();
}

void addFork(QPainterPath& path)
{
    path.addRect(2, 7.2, 5, 1.6);
    path.addPolygon(
        QPolygonF({{6.2, 7.2}, {12, 3}, {12, 5}, {8, 8}, {12, 11}, {12, 13}, {6.2, 8.8}}));
    path.closeSubpath();
    path.addEllipse(11.2, 2.2, 3.4, 3.4);
    path.addEllipse(11.2, 10.4, 3.4, 3.4);
}

QPainterPath shapeOf(Icon icon)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (icon) {
    case Icon::Play:
        addTriangle(path, 4, 9, true);
        break;
    case Icon::Pause:
        path.addRect(3.5, 3, 3, 10);
        path.addRect(9.5, 3, 3, 10);
        break;
    case Icon::ToStart:
        path.addRect(2.5, 3, 2, 10);
        addTriangle(path, 5.5, 8, false);
        break;
    case Icon::ToEnd:
        addTriangle(path, 2.5, 8, true);
        path.addRect(11.5, 3, 2, 10);
        break;
    case Icon::Previous:
        addTriangle(path, 1.5, 6.5, false);
        addTriangle(path, 8, 6.5, false);
        break;
    case Icon::Next:
        addTriangle(path, 1.5, 6.5, true);
        addTriangle(path, 8, 6.5, true);
        break;
    case Icon::PreviousDecision:
        addTriangle(path, 1, 6, false);
        path.addEllipse(8.5, 5, 6, 6);
        break;
    case Icon::NextDecision:
        path.addEllipse(1.5, 5, 6, 6);
        addTriangle(path, 9, 6, true);
        break;
    case Icon::Fork:
        addFork(path);
        break;
    }
    return path;
}

class ShapeEngine : public QIconEngine {
public:
    ShapeEngine(Icon icon, const QPalette& palette) : m_icon(icon), m_palette(palette) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette::ColorGroup group =
            mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->fillPath(shapeOf(m_icon), m_palette.color(group, QPalette::ButtonText));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new ShapeEngine(m_icon, m_palette); }

private:
    Icon m_icon;
    QPalette m_palette;
};

} // namespace

QIcon iconOf(Icon icon, const QPalette& palette)
{
    return QIcon(new ShapeEngine(icon, palette));
}

} // namespace rgsim::gui
