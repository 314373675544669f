#include "plots/timeline_area.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

QColor transparent(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

TimelineArea::TimelineArea(QCPAxisRect* rect, const TimelineScene& scene, std::size_t branch)
    : QCPLayerable(rect->parentPlot(), QStringLiteral("main")), m_rect(rect), m_scene(scene),
      m_branch(branch)
{
    layOut();
}

TimeScale TimelineArea::scale() const
{
    const QCPRange range = m_rect->axis(QCPAxis::atBottom)->range();
    const double left = m_rect->left();
    return {left, left + m_rect->width(), range.lower, range.upper};
}

void TimelineArea::layOut()
{
    m_tops.assign(1, 0);
    m_drawn.clear();
    if (!branch().lanes)
        return;
    for (const Lane& lane : branch().lanes->lanes())
        m_tops.push_back(m_tops.back() + m_scene.metrics.heightOf(lane));
}

QRectF TimelineArea::boxOf(int lane) const
{
    const double top = topOf(lane);
    return {static_cast<double>(m_rect->left()), m_rect->top() + top - m_scene.scroll,
            static_cast<double>(m_rect->width()), m_tops[static_cast<std::size_t>(lane) + 1] - top};
}

int TimelineArea::laneAt(double y) const
{
    if (y < m_rect->top() || y > m_rect->bottom())
        return -1;
    const double wanted = y - m_rect->top() + m_scene.scroll;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), wanted);
    return after == m_tops.end() ? -1 : static_cast<int>(after - m_tops.begin()) - 1;
}

const DrawnMark* TimelineArea::markAt(const QPointF& position) const
{
    constexpr double tolerance = 2;
    const DrawnMark* nearest = nullptr;
    double distance = 1e9;
    for (const DrawnMark& mark : m_drawn) {
        const QRectF box = mark.box.adjusted(-tolerance, -tolerance, tolerance, tolerance);
        const double away = std::abs(mark.box.center().x() - position.x());
        if (box.contains(position) && away < distance) {
            nearest = &mark;
            distance = away;
        }
    }
    return nearest;
}

QRect TimelineArea::clipRect() const
{
    return m_rect->outerRect();
}

void TimelineArea::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

TimelineArea::Visible TimelineArea::visibleLanes() const
{
    const auto count = static_cast<int>(m_tops.size()) - 1;
    const double bottom = m_scene.scroll + m_rect->height();
    const auto first = std::upper_bound(m_tops.begin(), m_tops.end(), m_scene.scroll);
    const auto last = std::lower_bound(m_tops.begin(), m_tops.end(), bottom);
    return {std::max(0, static_cast<int>(first - m_tops.begin()) - 1),
            std::min(count, static_cast<int>(last - m_tops.begin())) - 1};
}

void TimelineArea::draw(QCPPainter* painter)
{
    m_drawn.clear();
    if (m_rect->width() < 2 || m_rect->height() < 2)
        return;
    drawCaption(*painter);
    if (!branch().lanes)
        return;
    const Visible visible = visibleLanes();
    painter->save();
    painter->setClipRect(
        QRect(clipRect().left(), m_rect->top(), clipRect().width(), m_rect->height()));
    drawBackgrounds(*painter, visible);
    drawNames(*painter, visible);
    painter->restore();

    painter->save();
    QRectF shown = m_rect->rect();
    const TimeScale times = scale();
    if (m_scene.horizon)
        shown.setRight(std::clamp(times.x(*m_scene.horizon), shown.left(), shown.right()));
    painter->setClipRect(shown);
    drawSharedPast(*painter);
    drawFaultLines(*painter);
    LanePainter lanes(*painter, *branch().lanes, m_scene.looks, m_scene.metrics, times);
    for (int i = visible.first; i <= visible.last; ++i)
        lanes.paint(i, boxOf(i), m_rect->top(), m_rect->bottom());
    drawMoves(*painter, visible);
    const bool isPicture = painter->modes().testFlag(QCPPainter::pmNoCaching);
    m_stamps.prepare(m_scene.metrics.glyphSize(), parentPlot()->bufferDevicePixelRatio(),
                     m_scene.looks);
    for (int i = visible.first; i <= visible.last; ++i)
        lanes.paintMarks(i, boxOf(i), isPicture ? nullptr : &m_stamps, m_drawn);
    if (m_scene.horizon) // what is not revealed cannot be pointed at
        m_drawn.erase(std::remove_if(m_drawn.begin(), m_drawn.end(),
                                     [&](const DrawnMark& mark) {
                                         return branch().lanes->timeline().marks[mark.mark].at >
                                                *m_scene.horizon;
                                     }),
                      m_drawn.end());
    painter->restore();
    drawDifference(*painter);
    drawVeil(*painter);
}

void TimelineArea::drawBackgrounds(QPainter& painter, Visible visible) const
{
    const LookBook& looks = m_scene.looks;
    const double left = clipRect().left();
    for (int i = visible.first; i <= visible.last; ++i) {
        const Lane& lane = branch().lanes->lanes()[static_cast<std::size_t>(i)];
        QRectF box = boxOf(i);
        box.setLeft(left);
        if (m_scene.highlights.contains(lane.name)) {
            painter.fillRect(box, transparent(looks.accent(), 40));
            painter.fillRect(QRectF(box.left(), box.top(), m_scene.metrics.em / 4, box.height()),
                             looks.accent());
        }
        if (lane.name == m_scene.chosen && lane.index >= 0) {
            painter.fillRect(box, transparent(looks.ink(), 22));
            painter.setPen(QPen(looks.accent(), 1.5, Qt::DashLine));
            painter.drawLine(box.topLeft(), box.topRight());
            painter.drawLine(box.bottomLeft(), box.bottomRight());
            continue;
        }
        painter.setPen(QPen(transparent(looks.quiet(), 90), 1));
        painter.drawLine(box.bottomLeft(), box.bottomRight());
    }
}

void TimelineArea::drawSharedPast(QPainter& painter) const
{
    if (!branch().sharedUntil)
        return;
    QRectF box = m_rect->rect();
    const TimeScale times = scale();
    box.setLeft(std::max(box.left(), times.xNearby({})));
    // An edit of the layout may make a difference from the beginning on.
    const SimTime until =
        std::min(*branch().sharedUntil, m_scene.difference.value_or(SimTime::never()));
    box.setRight(std::clamp(times.x(until), box.left(), box.right()));
    painter.fillRect(box, transparent(m_scene.looks.quiet(), 60));
    painter.setPen(QPen(m_scene.looks.ink(), 1, Qt::DashDotLine));
    painter.drawLine(box.topRight(), box.bottomRight());
}

void TimelineArea::drawFaultLines(QPainter& painter) const
{
    QPen pen(transparent(m_scene.looks.alarm(), 130), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    const TimeScale times = scale();
    const auto faults = branch().lanes->marks(0, MarkKind::Fault);
    auto it = std::partition_point(faults.begin(), faults.end(), [&](const MarkSpot& spot) {
        return times.x(spot.at) < times.left;
    });
    while (it != faults.end() && times.x(it->at) <= times.right) {
        const double x = std::round(times.x(it->at));
        painter.drawLine(QPointF(x, m_rect->top()), QPointF(x, m_rect->bottom()));
        it = std::partition_point(it, faults.end(),
                                  [&](const MarkSpot& spot) { return times.x(spot.at) < x + 4; });
    }
}

// From one node's lane to the other's.
void TimelineArea::drawMoves(QPainter& painter, Visible visible) const
{
    const TimelineLanes& lanes = *branch().lanes;
    if (lanes.order() != TimelineLanes::Order::Nodes)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeScale times = scale();
    const double head = m_scene.metrics.em / 4;
    for (int i = visible.first; i <= visible.last; ++i) {
        const auto moves = lanes.marks(i, MarkKind::Relocated);
        auto it = std::partition_point(moves.begin(), moves.end(), [&](const MarkSpot& spot) {
            return times.x(spot.at) < times.left;
        });
        while (it != moves.end() && times.x(it->at) <= times.right) {
            const double x = times.x(it->at);
            const int target = lanes.laneOfNode(lanes.timeline().marks[it->mark].other);
            if (target >= 0) {
                const bool goesDown = target > i;
                const double from = goesDown ? boxOf(i).bottom() - head : boxOf(i).top() + head;
                const QRectF to = boxOf(target);
                const double tip = goesDown ? to.top() + head : to.bottom() - head;
                const double back = goesDown ? -head : head;
                painter.setPen(QPen(m_scene.looks.ink(), 1.3));
                painter.drawLine(QPointF(x, from), QPointF(x, tip));
                painter.drawLine(QPointF(x - head, tip + back), QPointF(x, tip));
                painter.drawLine(QPointF(x + head, tip + back), QPointF(x, tip));
            }
            it = std::partition_point(
                it, moves.end(), [&](const MarkSpot& spot) { return times.x(spot.at) < x + 3; });
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineArea::drawNames(QPainter& painter, Visible visible) const
{
    for (int i = visible.first; i <= visible.last; ++i)
        drawName(painter, i);
    painter.setPen(QPen(m_scene.looks.quiet(), 1));
    painter.drawLine(m_rect->rect().topLeft(), m_rect->rect().bottomLeft());
}

void TimelineArea::drawName(QPainter& painter, int lane) const
{
    const Lane& what = branch().lanes->lanes()[static_cast<std::size_t>(lane)];
    QFont font = m_scene.metrics.font;
    font.setBold(what.name == m_scene.chosen && what.index >= 0);
    font.setItalic(what.kind == Lane::Kind::Events);
    const double pad = m_scene.metrics.em / 2;
    QRectF room = boxOf(lane);
    room.setLeft(clipRect().left() + pad);
    room.setRight(m_rect->left() - pad);
    int alignment = Qt::AlignRight | Qt::AlignVCenter;
    if (what.kind == Lane::Kind::Host) { // beside the part that is visible, however high it is
        room.setTop(std::max(room.top(), static_cast<double>(m_rect->top())));
        room.setHeight(std::min(room.height(), m_scene.metrics.em * 1.6));
    }
    if (room.height() < m_scene.metrics.em * 0.6)
        return;
    painter.setFont(font);
    painter.setPen(m_scene.looks.ink());
    painter.drawText(room, alignment,
                     QFontMetricsF(font).elidedText(what.name, Qt::ElideMiddle, room.width()));
}

void TimelineArea::drawCaption(QPainter& painter) const
{
    if (branch().caption.isEmpty())
        return;
    QFont font = m_scene.metrics.font;
    font.setBold(branch().isActive);
    painter.setFont(font);
    painter.setPen(m_scene.looks.ink());
    const QRectF outer = clipRect();
    const QRectF room(outer.left() + m_scene.metrics.em / 2, outer.top(),
                      outer.width() - m_scene.metrics.em, m_scene.metrics.em * 1.4);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, branch().caption);
}

void TimelineArea::drawDifference(QPainter& painter) const
{
    const bool isVeiled = m_scene.horizon && m_scene.difference > m_scene.horizon;
    if (!m_scene.difference || isVeiled)
        return;
    const TimeScale times = scale();
    const double x = std::round(times.x(*m_scene.difference));
    if (x < times.left || x > times.right)
        return;
    painter.setPen(QPen(m_scene.looks.accent(), 2, Qt::DashDotLine));
    painter.drawLine(QPointF(x, m_rect->top()), QPointF(x, m_rect->bottom()));
    if (m_branch == 0)
        return;
    // Beside the caption, where it covers no lane.
    QFont captionFont = m_scene.metrics.font;
    captionFont.setBold(true);
    const double em = m_scene.metrics.em;
    const double free = clipRect().left() + em * 1.5 +
                        QFontMetricsF(captionFont).horizontalAdvance(branch().caption);
    const QFontMetricsF metrics(m_scene.metrics.labelFont);
    const double width = metrics.horizontalAdvance(m_scene.differenceText) + em / 2;
    const QRectF label(std::max(free, std::min(x, times.right - width)),
                       m_rect->top() - metrics.height() - 3, width, metrics.height());
    painter.setFont(m_scene.metrics.labelFont);
    painter.fillRect(label, m_scene.looks.paper());
    painter.setPen(m_scene.looks.accent());
    painter.drawRect(label);
    painter.drawText(label, Qt::AlignCenter, m_scene.differenceText);
}

void TimelineArea::drawVeil(QPainter& painter) const
{
    if (!m_scene.horizon)
        return;
    QRectF box = m_rect->rect();
    box.setLeft(std::max(box.left(), scale().xNearby(*m_scene.horizon)));
    if (box.width() <= 0)
        return;
    painter.fillRect(box, m_scene.looks.paper());
    painter.fillRect(box, QBrush(transparent(m_scene.looks.quiet(), 120), Qt::BDiagPattern));
}

} // namespace rgsim::gui
