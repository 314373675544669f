#include "plots/mark_glyphs.h"

#include <QPainterPath>

#include <cmath>

namespace rgsim::gui {

namespace {

// All shapes lie in a square from -1 to 1.
QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> strokes)
{
    QPainterPath path;
    for (const auto& stroke : strokes) {
        bool isFirst = true;
        for (const QPointF& point : stroke) {
            if (isFirst)
                path.moveTo(point);
            else
                path.lineTo(point);
            isFirst = false;
        }
    }
    return path;
}

QPainterPath ring(double radius)
{
    QPainterPath path;
    path.addEllipse({0, 0}, radius, radius);
    return path;
}

QPainterPath box(double half)
{
    QPainterPath path;
    path.addRect(-half, -half, 2 * half, 2 * half);
    return path;
}

QPainterPath closed(QPainterPath path)
{
    path.closeSubpath();
    return path;
}

QPainterPath octagon()
{
    constexpr double far = 0.95;
    constexpr double near = 0.4;
    return closed(lines({{{-near, -far},
                          {near, -far},
                          {far, -near},
                          {far, near},
                          {near, far},
                          {-near, far},
                          {-far, near},
                          {-far, -near}}}));
}

QPainterPath backArrow()
{
    QPainterPath path;
    path.arcMoveTo(-0.8, -0.8, 1.6, 1.6, 50);
    path.arcTo(-0.8, -0.8, 1.6, 1.6, 50, 290);
    path.addPath(lines({{{0.85, -0.3}, {0.75, 0.3}, {0.2, 0.05}}}));
    return path;
}

QPainterPath noEntry()
{
    QPainterPath path = ring(0.9);
    path.addPath(lines({{{-0.6, -0.6}, {0.6, 0.6}}}));
    return path;
}

struct Shape {
    QPainterPath path;
    QColor colour;
    bool isFilled = false;
};

Shape shapeOf(MarkKind kind, const LookBook& looks)
{
    const QColor alarm = looks.alarm();
    const QColor ink = looks.ink();
    switch (kind) {
    case MarkKind::Fault: // a cross
        return {lines({{{-0.8, -0.8}, {0.8, 0.8}}, {{0.8, -0.8}, {-0.8, 0.8}}}), alarm};
    case MarkKind::NodeUp: // an angle that points up
        return {lines({{{-0.8, 0.5}, {0, -0.5}, {0.8, 0.5}}}), ink};
    case MarkKind::NodeDown:
        return {lines({{{-0.8, -0.5}, {0, 0.5}, {0.8, -0.5}}}), alarm};
    case MarkKind::Fenced: // a fence
        return {lines({{{-0.6, -0.9}, {-0.6, 0.9}},
                       {{0.6, -0.9}, {0.6, 0.9}},
                       {{-1, -0.3}, {1, -0.3}},
                       {{-1, 0.4}, {1, 0.4}}}),
                ink};
    case MarkKind::FencingFailed: // with a gap, and a stroke across
        return {
            lines({{{-0.6, -0.9}, {-0.6, 0.9}}, {{0.6, -0.9}, {0.6, 0.9}}, {{-1, 0.9}, {1, -0.9}}}),
            alarm};
    case MarkKind::EmergencyStop:
        return {octagon(), alarm, true};
    case MarkKind::StatusFailed: // a triangle
        return {closed(lines({{{-0.95, 0.85}, {0.95, 0.85}, {0, -0.85}}})), looks.accent(), true};
    case MarkKind::StartRefused: // no entry
        return {noEntry(), alarm};
    case MarkKind::StartFailed:
    case MarkKind::StopFailed:
    case MarkKind::RecoverFailed:
    case MarkKind::MigrationFailed:
        return {box(0.8), alarm, true};
    case MarkKind::Relocated: // an arrow
        return {lines({{{-1, 0}, {0.9, 0}}, {{0.2, -0.7}, {0.95, 0}, {0.2, 0.7}}}), ink};
    case MarkKind::RestartedHere:
        return {backArrow(), ink};
    case MarkKind::Reply:
        return {ring(0.55), looks.quiet()};
    case MarkKind::Wandered: // a diamond
        return {closed(lines({{{-0.9, 0}, {0, -0.9}, {0.9, 0}, {0, 0.9}}})), ink};
    }
    return {};
}

} // namespace

void drawGlyph(QPainter& painter, MarkKind kind, QPointF centre, double size, const LookBook& looks)
{
    const Shape shape = shapeOf(kind, looks);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    const double half = size / 2 - 0.5;
    painter.scale(half, half);
    QPen pen(shape.colour, 1.7 / half, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (shape.isFilled)
        pen.setStyle(Qt::NoPen);
    painter.setPen(pen);
    painter.setBrush(shape.isFilled ? QBrush(shape.colour) : QBrush(Qt::NoBrush));
    painter.drawPath(shape.path);
    painter.restore();
}

void GlyphStamps::prepare(double size, double devicePixelRatio, const LookBook& looks)
{
    const bool isSame = size == m_size && devicePixelRatio == m_ratio &&
                        looks.ink() == m_looks.ink() && looks.paper() == m_looks.paper();
    if (isSame)
        return;
    m_stamps.fill({});
    m_size = size;
    m_ratio = devicePixelRatio;
    m_looks = looks;
}

void GlyphStamps::stamp(QPainter& painter, MarkKind kind, QPointF centre)
{
    const double side = std::ceil(m_size) + 2;
    QPixmap& pixmap = m_stamps[static_cast<std::size_t>(kind)];
    if (pixmap.isNull()) {
        pixmap = QPixmap((QSizeF(side, side) * m_ratio).toSize());
        pixmap.setDevicePixelRatio(m_ratio);
        pixmap.fill(Qt::transparent);
        QPainter once(&pixmap);
        drawGlyph(once, kind, {side / 2, side / 2}, m_size, m_looks);
    }
    painter.drawPixmap(
        QPointF(std::round(centre.x() - side / 2), std::round(centre.y() - side / 2)), pixmap);
}

} // namespace rgsim::gui
