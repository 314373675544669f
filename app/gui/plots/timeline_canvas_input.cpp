#include "plots/lane_words.h"
#include "plots/time_ticker.h"
#include "plots/timeline_canvas.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

constexpr double zoomStep = 0.8; ///< of one notch of the wheel, or one key

} // namespace

TimelineArea* TimelineCanvas::areaAt(const QPointF& position) const
{
    for (TimelineArea* area : m_areas) {
        if (position.y() >= area->rect()->top() && position.y() <= area->rect()->bottom())
            return area;
    }
    return nullptr;
}

SimTime TimelineCanvas::timeAt(double x) const
{
    return m_areas.empty() ? SimTime()
                           : std::clamp(m_areas.front()->scale().at(x), SimTime(), end());
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event)
{
    if (m_areas.empty())
        return;
    m_pressedAt = event->position();
    m_pressedButton = event->button();
    m_viewWhenPressed = m_view;
    m_scrollWhenPressed = m_scene.scroll;
    m_drag = Drag::Undecided;
    const bool isOnHandle =
        m_cursor->handle().contains(m_pressedAt) ||
        (std::abs(m_areas.front()->scale().x(m_scene.playhead) - m_pressedAt.x()) <= 3 &&
         event->modifiers() == Qt::NoModifier);
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drag = Drag::Scrub;
        emit playheadWanted(timeAt(m_pressedAt.x()));
    } else if (m_cursor->handle().contains(m_pressedAt)) {
        m_drag = Drag::Scrub;
    } else if (isOnHandle) {
        m_drag = Drag::Undecided;
    }
}

// Once the mouse has moved, it is no click any more.
void TimelineCanvas::beginDrag(QMouseEvent* event)
{
    const bool wantsInterval =
        m_pressedButton == Qt::RightButton || event->modifiers().testFlag(Qt::ControlModifier);
    const double playhead = m_areas.front()->scale().x(m_scene.playhead);
    if (wantsInterval)
        m_drag = Drag::Interval;
    else if (m_pressedButton == Qt::LeftButton && std::abs(playhead - m_pressedAt.x()) <= 3)
        m_drag = Drag::Scrub;
    else
        m_drag = Drag::Pan;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::Undecided &&
        (position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        beginDrag(event);
    switch (m_drag) {
    case Drag::None:
    case Drag::Undecided:
        updateShape(position);
        return;
    case Drag::Pan: {
        const double moved =
            (position.x() - m_pressedAt.x()) / m_areas.front()->scale().pixelsPerMs();
        setView({m_viewWhenPressed.lower - moved, m_viewWhenPressed.upper - moved});
        setScroll(m_scrollWhenPressed - (position.y() - m_pressedAt.y()));
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    case Drag::Scrub:
        emit playheadWanted(timeAt(position.x()));
        return;
    case Drag::Interval: {
        const SimTime a = timeAt(m_pressedAt.x());
        const SimTime b = timeAt(position.x());
        emit spanWanted(TimeSpan{std::min(a, b), std::max(a, b)});
        return;
    }
    }
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const bool isClick = m_drag == Drag::Undecided && event->button() == Qt::LeftButton;
    m_drag = Drag::None;
    updateShape(event->position());
    if (isClick)
        click(event->position());
}

void TimelineCanvas::click(const QPointF& position)
{
    m_beforeClick = m_scene.playhead;
    m_spanAnchor.reset();
    TimelineArea* area = areaAt(position);
    if (!area || !area->branch().lanes)
        return;
    const auto branch = static_cast<int>(area->branchIndex());
    if (const DrawnMark* mark = area->markAt(position)) {
        emit markWanted(branch, mark->mark);
        return;
    }
    const int lane = area->laneAt(position.y());
    if (lane >= 0)
        emit laneWanted(branch, lane);
    if (position.x() < area->rect()->left())
        return; // on a name
    emit spanWanted(std::nullopt);
    emit playheadWanted(timeAt(position.x()));
}

// Its first click has moved the playhead, which nobody wanted.
void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    emit playheadWanted(m_beforeClick);
    fitAll();
}

void TimelineCanvas::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (m_areas.empty())
        return;
    const double notches = event->angleDelta().y() / 120.0;
    const double sideways = event->angleDelta().x() / 120.0;
    const double x = event->position().x();
    const double step = m_scene.metrics.em * 3;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        setLaneZoom(std::max(leastLaneZoom, laneZoom() * std::pow(zoomStep, -notches)));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || (notches == 0 && sideways != 0)) {
        const double moved = (notches + sideways) * m_view.size() * 0.1;
        setView({m_view.lower - moved, m_view.upper - moved});
    } else if (x < m_areas.front()->rect()->left()) {
        setScroll(scroll() - notches * step);
    } else {
        zoom(std::pow(zoomStep, notches), x);
    }
}

// The right button marks an interval.
void TimelineCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    event->accept();
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_areas.empty() || (!zoomByKey(event) && !moveByKey(event)))
        QCustomPlot::keyPressEvent(event);
}

bool TimelineCanvas::moveByKey(const QKeyEvent* event)
{
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool isByMark = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isForward = event->key() == Qt::Key_Right;
        if (isByMark)
            chooseMarkBeside(isForward);
        else
            movePlayhead(isForward ? 1 : -1, extends);
        return true;
    }
    case Qt::Key_Home:
        emit playheadWanted({});
        return true;
    case Qt::Key_End:
        emit playheadWanted(end());
        return true;
    case Qt::Key_Up:
        chooseBeside(-1);
        return true;
    case Qt::Key_Down:
        chooseBeside(1);
        return true;
    case Qt::Key_PageUp:
        setScroll(scroll() - visibleHeight() * 0.9);
        return true;
    case Qt::Key_PageDown:
        setScroll(scroll() + visibleHeight() * 0.9);
        return true;
    case Qt::Key_Escape:
        if (!m_scene.span)
            return false;
        emit spanWanted(std::nullopt);
        return true;
    default:
        return false;
    }
}

bool TimelineCanvas::zoomByKey(const QKeyEvent* event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAtPlayhead(zoomStep);
        return true;
    case Qt::Key_Minus:
        zoomAtPlayhead(1 / zoomStep);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const double factor = event->key() == Qt::Key_Up ? 1 / zoomStep : zoomStep;
        if (isControl) // with plus and minus it is the size of text everywhere
            setLaneZoom(std::max(leastLaneZoom, laneZoom() * factor));
        return isControl;
    }
    case Qt::Key_0:
        fitAll();
        return true;
    default:
        return false;
    }
}

// A fifth of what lies between two labels of the axis.
void TimelineCanvas::movePlayhead(int steps, bool extendsSpan)
{
    const auto ticker =
        m_areas.back()->rect()->axis(QCPAxis::atBottom)->ticker().staticCast<TimeTicker>();
    const std::int64_t step = std::max<std::int64_t>(1, ticker->stepFor(m_view).ms / 5);
    const SimTime from = m_scene.playhead;
    const SimTime to =
        std::clamp(SimTime{from.ms + steps * step}, SimTime(), std::max(SimTime(), end()));
    if (!extendsSpan)
        m_spanAnchor.reset();
    else if (!m_spanAnchor)
        m_spanAnchor = from;
    emit playheadWanted(to);
    if (m_spanAnchor)
        emit spanWanted(TimeSpan{std::min(*m_spanAnchor, to), std::max(*m_spanAnchor, to)});
}

void TimelineCanvas::chooseBeside(int steps)
{
    const TimelineArea* area = activeArea();
    if (!area || !area->branch().lanes)
        return;
    const auto last = static_cast<int>(area->branch().lanes->lanes().size()) - 1;
    const int lane = chosenLane();
    // The first lane, of events, is about nobody.
    const int wanted = lane < 0 ? (steps > 0 ? 1 : last) : std::clamp(lane + steps, 1, last);
    if (wanted >= 1 && wanted <= last)
        emit laneWanted(static_cast<int>(area->branchIndex()), wanted);
}

// The nearest mark of the chosen lane, or of the lane of events if none is chosen.
void TimelineCanvas::chooseMarkBeside(bool isForward)
{
    const TimelineArea* area = activeArea();
    if (!area || !area->branch().lanes)
        return;
    const TimelineLanes& lanes = *area->branch().lanes;
    const int lane = std::max(0, chosenLane());
    const MarkSpot* best = nullptr;
    for (std::size_t kind = 0; kind < TimelineLanes::markKinds; ++kind) {
        const auto marks = lanes.marks(lane, static_cast<MarkKind>(kind));
        const auto it = std::partition_point(marks.begin(), marks.end(), [&](const MarkSpot& spot) {
            return isForward ? spot.at <= m_scene.playhead : spot.at < m_scene.playhead;
        });
        if (isForward && it != marks.end() && (!best || it->at < best->at))
            best = &*it;
        else if (!isForward && it != marks.begin() && (!best || (it - 1)->at > best->at))
            best = &*(it - 1);
    }
    if (best)
        emit markWanted(static_cast<int>(area->branchIndex()), best->mark);
}

void TimelineCanvas::updateShape(const QPointF& position)
{
    const TimelineArea* area = areaAt(position);
    if (m_cursor->handle().contains(position))
        setCursor(Qt::SizeHorCursor);
    else if (area && area->markAt(position))
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

bool TimelineCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    showTip(static_cast<QHelpEvent*>(event));
    return true;
}

void TimelineCanvas::showTip(const QHelpEvent* event)
{
    const QString text = tipAt(event->pos());
    if (text.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    const QString rich = QStringLiteral("<p style='white-space:pre'>") +
                         text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    QToolTip::showText(event->globalPos(), rich, this);
}

QString TimelineCanvas::tipAt(const QPointF& position) const
{
    const TimelineArea* area = areaAt(position);
    if (!area || !area->branch().lanes)
        return {};
    const TimelineLanes& lanes = *area->branch().lanes;
    if (const DrawnMark* mark = area->markAt(position))
        return markSentence(lanes, mark->mark, mark->count);
    const int lane = area->laneAt(position.y());
    if (lane < 0)
        return {};
    if (position.x() < area->rect()->left())
        return lanes.lanes()[static_cast<std::size_t>(lane)].name;
    const SimTime at = timeAt(position.x());
    if (m_scene.horizon && at > *m_scene.horizon)
        return tr("Not revealed yet");
    return laneText(lanes, lane, at);
}

void TimelineCanvas::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    m_scene.hasFocus = true;
    replotCursor();
}

void TimelineCanvas::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    m_scene.hasFocus = false;
    replotCursor();
}

} // namespace rgsim::gui
