#include "views/signs.h"

#include <QPainter>
#include <QPainterPath>

namespace rgsim::gui {

namespace {

QPolygonF polygon(const QRectF& r, std::initializer_list<QPointF> parts)
{
    QPolygonF result;
    for (const QPointF& part : parts)
        result << QPointF(r.left() + part.x() * r.width(), r.top() + part.y() * r.height());
    return result;
}

void drawRepairs(QPainter& painter, const QRectF& r, const QColor& colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(
        r.adjusted(r.width() * 0.1, r.height() * 0.1, -r.width() * 0.1, -r.height() * 0.1), 60 * 16,
        285 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(polygon(r, {{0.55, -0.02}, {0.95, 0.2}, {0.58, 0.45}}));
}

void drawFlake(QPainter& painter, const QRectF& r)
{
    const QPointF c = r.center();
    const qreal half = r.width() / 2;
    for (int i = 0; i < 3; ++i) {
        painter.save();
        painter.translate(c);
        painter.rotate(60 * i);
        painter.drawLine(QPointF(0, -half), QPointF(0, half));
        for (const qreal side : {-1.0, 1.0}) {
            painter.drawLine(QPointF(0, side * half * 0.55),
                             QPointF(half * 0.3, side * half * 0.85));
            painter.drawLine(QPointF(0, side * half * 0.55),
                             QPointF(-half * 0.3, side * half * 0.85));
        }
        painter.restore();
    }
}

void drawAlarm(QPainter& painter, const QRectF& r, const QColor& colour)
{
    painter.drawPolygon(polygon(r, {{0.5, 0.02}, {1, 0.95}, {0, 0.95}}));
    const QColor inner = colour.lightness() > 140 ? Qt::black : Qt::white;
    painter.setPen(QPen(inner, r.width() * 0.12, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(polygon(r, {{0.5, 0.36}})[0], polygon(r, {{0.5, 0.62}})[0]);
    painter.drawPoint(polygon(r, {{0.5, 0.8}})[0]);
}

void drawQuestion(QPainter& painter, const QRectF& r, const QColor& colour)
{
    QPainterPath path;
    const auto at = [&](qreal x, qreal y) {
        return QPointF(r.left() + x * r.width(), r.top() + y * r.height());
    };
    path.moveTo(at(0.2, 0.3));
    path.cubicTo(at(0.2, -0.1), at(0.85, -0.08), at(0.82, 0.3));
    path.cubicTo(at(0.8, 0.5), at(0.5, 0.45), at(0.5, 0.68));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, r.width() * 0.16, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(path);
    painter.drawPoint(at(0.5, 0.95));
}

void drawStroked(QPainter& painter, Sign sign, const QRectF& r, const QColor& colour)
{
    painter.setPen(QPen(colour, r.width() * 0.14, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    if (sign == Sign::Rests) {
        painter.drawRect(
            r.adjusted(r.width() * 0.1, r.height() * 0.1, -r.width() * 0.1, -r.height() * 0.1));
    } else if (sign == Sign::Fails) {
        painter.drawLine(r.topLeft(), r.bottomRight());
        painter.drawLine(r.topRight(), r.bottomLeft());
    } else if (sign == Sign::Forbidden) {
        painter.drawEllipse(r);
        painter.drawLine(polygon(r, {{0.18, 0.82}})[0], polygon(r, {{0.82, 0.18}})[0]);
    } else if (sign == Sign::Moves) {
        painter.drawPolyline(polygon(r, {{0.5, 0.1}, {0.95, 0.5}, {0.5, 0.9}}));
        painter.drawLine(polygon(r, {{0.05, 0.5}})[0], polygon(r, {{0.95, 0.5}})[0]);
    } else if (sign == Sign::Lost) {
        painter.setPen(QPen(colour, r.width() * 0.16, Qt::DotLine));
        painter.drawEllipse(r);
    } else if (sign == Sign::Frozen) {
        painter.setPen(QPen(colour, r.width() * 0.1, Qt::SolidLine, Qt::RoundCap));
        drawFlake(painter, r);
    }
}

void drawFilled(QPainter& painter, Sign sign, const QRectF& r, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (sign == Sign::Runs) {
        painter.drawEllipse(r);
    } else if (sign == Sign::Part) {
        painter.drawPie(r, 90 * 16, 180 * 16);
        painter.setPen(QPen(colour, r.width() * 0.1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(r);
    } else if (sign == Sign::Begins) {
        painter.drawPolygon(polygon(r, {{0.5, 0}, {1, 0.95}, {0, 0.95}}));
    } else if (sign == Sign::Ends) {
        painter.drawPolygon(polygon(r, {{0.5, 1}, {1, 0.05}, {0, 0.05}}));
    } else if (sign == Sign::Alarm) {
        drawAlarm(painter, r, colour);
    } else if (sign == Sign::Apart) {
        const QRectF left(r.left(), r.top() + r.height() * 0.32, r.width() * 0.36,
                          r.height() * 0.36);
        painter.drawEllipse(left);
        painter.drawEllipse(left.translated(r.width() * 0.64, 0));
        painter.setPen(QPen(colour, r.width() * 0.1));
        painter.drawLine(polygon(r, {{0.5, 0.05}})[0], polygon(r, {{0.5, 0.95}})[0]);
    }
}

} // namespace

void drawSign(QPainter& painter, Sign sign, const QRectF& square, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (sign) {
    case Sign::Nothing:
        break;
    case Sign::Question:
        drawQuestion(painter, square, colour);
        break;
    case Sign::Repairs:
        painter.setPen(QPen(colour, square.width() * 0.14));
        drawRepairs(painter, square, colour);
        break;
    case Sign::Rests:
    case Sign::Fails:
    case Sign::Forbidden:
    case Sign::Moves:
    case Sign::Lost:
    case Sign::Frozen:
        drawStroked(painter, sign, square, colour);
        break;
    case Sign::Runs:
    case Sign::Part:
    case Sign::Begins:
    case Sign::Ends:
    case Sign::Alarm:
    case Sign::Apart:
        drawFilled(painter, sign, square, colour);
        break;
    }
    painter.restore();
}

Sign signOf(const SceneChip& chip)
{
    if (!chip.hasRecord)
        return Sign::Lost;
    if (!chip.belief.exists)
        return Sign::Nothing;
    switch (chip.belief.state) {
    case ServiceState::Started:
        return chip.isPhantom && chip.truth == ChipTruth::None ? Sign::Question
               : chip.truth == ChipTruth::Partly               ? Sign::Part
                                                               : Sign::Runs;
    case ServiceState::Starting:
        return Sign::Begins;
    case ServiceState::Stopping:
        return Sign::Ends;
    case ServiceState::Checking:
    case ServiceState::Recoverable:
    case ServiceState::Recovering:
        return Sign::Repairs;
    case ServiceState::Migrating:
        return Sign::Moves;
    case ServiceState::Failed:
        return Sign::Fails;
    case ServiceState::Disabled:
        return Sign::Forbidden;
    case ServiceState::Stopped:
    case ServiceState::Uninitialized:
        break;
    }
    return Sign::Rests;
}

Sign signOf(const SceneNode& node)
{
    if (node.bootEnd)
        return Sign::Begins;
    switch (node.state) {
    case NodeState::Up:
        return Sign::Runs;
    case NodeState::Lost:
        return Sign::Question;
    case NodeState::Isolated:
        return Sign::Apart;
    case NodeState::Idle:
        return Sign::Part;
    case NodeState::Off:
        break;
    }
    return Sign::Fails;
}

} // namespace rgsim::gui
