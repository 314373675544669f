#include "plots/timeline_canvas.h"

#include "plots/time_ticker.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

constexpr double margin = 0.01;     ///< of the run's length, left and right of it
constexpr double shortestView = 10; ///< ms
const QString cursorLayer = QStringLiteral("cursor");

} // namespace

TimelineCanvas::TimelineCanvas(QWidget* parent) : QCustomPlot(parent), m_scene(palette())
{
    plotLayout()->clear();
    plotLayout()->setRowSpacing(0);
    addLayer(cursorLayer);
    layer(cursorLayer)->setMode(QCPLayer::lmBuffered);
    m_cursor = new TimelineCursor(this, cursorLayer, m_scene, m_areas);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_scene.metrics = LaneMetrics::of(font(), 1);
    makeAreas();
    restyle();
}

TimelineCanvas::~TimelineCanvas() = default;

void TimelineCanvas::setBranches(std::vector<SceneBranch> branches)
{
    const bool isSameCount = branches.size() == m_scene.branches.size();
    m_scene.branches = std::move(branches);
    measureNames();
    if (!isSameCount)
        makeAreas();
    restyle();
    if (m_showsAll)
        fitAll();
    else
        setView(m_view);
}

void TimelineCanvas::makeAreas()
{
    for (TimelineArea* area : m_areas)
        delete area;
    m_areas.clear();
    plotLayout()->clear();
    for (std::size_t i = 0; i < m_scene.branches.size(); ++i) {
        auto* rect = new QCPAxisRect(this, false);
        rect->setAutoMargins(QCP::msNone);
        plotLayout()->addElement(static_cast<int>(i), 0, rect);
        QCPAxis* axis = rect->addAxis(QCPAxis::atBottom);
        axis->setTicker(QSharedPointer<TimeTicker>(new TimeTicker));
        axis->setTickLabels(i + 1 == m_scene.branches.size());
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->setLayer(QStringLiteral("axes"));
        m_areas.push_back(new TimelineArea(rect, m_scene, i));
    }
    plotLayout()->simplify();
}

double TimelineCanvas::strip() const
{
    return m_scene.metrics.em * 1.4;
}

void TimelineCanvas::restyle()
{
    const LookBook& looks = m_scene.looks;
    const double em = m_scene.metrics.em;
    // So that the label of a tick at the very end has room.
    const double right =
        QFontMetricsF(m_scene.metrics.labelFont).horizontalAdvance(QStringLiteral("00:00:00")) / 2 +
        em / 4;
    setBackground(QBrush(looks.paper()));
    QColor faint = looks.quiet();
    faint.setAlpha(70);
    for (std::size_t i = 0; i < m_areas.size(); ++i) {
        QCPAxisRect* rect = m_areas[i]->rect();
        const bool isLast = i + 1 == m_areas.size();
        const bool hasCaption = !m_scene.branches[i].caption.isEmpty();
        const double top = (i == 0 ? strip() : em * 0.3) + (hasCaption ? strip() : 0);
        rect->setMargins(QMargins(static_cast<int>(m_scene.namesWidth), static_cast<int>(top),
                                  static_cast<int>(right),
                                  isLast ? static_cast<int>(em * 1.5) : 2));
        QCPAxis* axis = rect->axis(QCPAxis::atBottom);
        axis->setTickLabelFont(m_scene.metrics.labelFont);
        axis->setTickLabelColor(looks.ink());
        axis->setBasePen(QPen(looks.quiet()));
        axis->setTickPen(QPen(looks.quiet()));
        axis->setSubTickPen(QPen(looks.quiet()));
        axis->grid()->setVisible(true);
        axis->grid()->setPen(QPen(faint, 1));
        axis->grid()->setZeroLinePen(QPen(faint, 1));
        m_areas[i]->layOut();
    }
    layOut();
}

// What depends on the size.
void TimelineCanvas::layOut()
{
    const double labelWidth =
        QFontMetricsF(m_scene.metrics.labelFont).horizontalAdvance(QStringLiteral("0000d 00:00")) *
        1.35;
    for (const TimelineArea* area : m_areas) {
        const double room = viewport().width() - m_scene.namesWidth;
        area->rect()
            ->axis(QCPAxis::atBottom)
            ->ticker()
            .staticCast<TimeTicker>()
            ->setMostTicks(std::max(1, static_cast<int>(room / labelWidth)));
    }
    plotLayout()->setOuterRect(viewport());
    for (const auto phase :
         {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        plotLayout()->update(phase);
    m_scene.scroll =
        std::clamp(m_scene.scroll, 0.0, std::max(0.0, contentHeight() - visibleHeight()));
    replot(rpQueuedReplot);
    emit viewChanged();
}

void TimelineCanvas::measureNames()
{
    QFont bold = m_scene.metrics.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    double widest = metrics.averageCharWidth() * 8;
    for (const SceneBranch& branch : m_scene.branches) {
        if (!branch.lanes)
            continue;
        for (const Lane& lane : branch.lanes->lanes())
            widest = std::max(widest, metrics.horizontalAdvance(lane.name));
    }
    const double most = std::min(metrics.averageCharWidth() * 30, viewport().width() * 0.28);
    m_scene.namesWidth = std::ceil(std::min(widest, most) + m_scene.metrics.em);
}

SimTime TimelineCanvas::end() const
{
    SimTime end;
    for (const SceneBranch& branch : m_scene.branches) {
        if (branch.lanes)
            end = std::max(end, branch.lanes->timeline().end);
    }
    return end;
}

void TimelineCanvas::fitAll()
{
    m_showsAll = true;
    const auto length = static_cast<double>(std::max<std::int64_t>(end().ms, 1000));
    m_view = {-length * margin, length * (1 + margin)};
    for (const TimelineArea* area : m_areas)
        area->rect()->axis(QCPAxis::atBottom)->setRange(m_view);
    replot(rpQueuedReplot);
    emit viewChanged();
}

void TimelineCanvas::setView(const QCPRange& view)
{
    const auto length = static_cast<double>(std::max<std::int64_t>(end().ms, 1000));
    const double first = -length * margin;
    const double last = length * (1 + margin);
    const double size = std::clamp(view.size(), std::min(shortestView, length), last - first);
    const double lower = std::clamp(view.lower, first, last - size);
    m_showsAll = size >= last - first;
    m_view = {lower, lower + size};
    for (const TimelineArea* area : m_areas)
        area->rect()->axis(QCPAxis::atBottom)->setRange(m_view);
    replot(rpQueuedReplot);
    emit viewChanged();
}

void TimelineCanvas::zoom(double factor, double x)
{
    if (m_areas.empty())
        return;
    const TimeScale times = m_areas.front()->scale();
    const double at = times.msAt(x);
    const double part = (x - times.left) / (times.right - times.left);
    const double size = std::max(shortestView, m_view.size() * factor);
    setView({at - size * part, at + size * (1 - part)});
}

void TimelineCanvas::zoomAtPlayhead(double factor)
{
    if (m_areas.empty())
        return;
    const TimeScale times = m_areas.front()->scale();
    const double x = times.x(m_scene.playhead);
    zoom(factor, x >= times.left && x <= times.right ? x : (times.left + times.right) / 2);
}

void TimelineCanvas::setLaneZoom(double zoom)
{
    m_scene.metrics.zoom = std::clamp(zoom, 0.01, mostLaneZoom);
    for (TimelineArea* area : m_areas)
        area->layOut();
    layOut();
}

void TimelineCanvas::setScroll(double pixels)
{
    const double most = std::max(0.0, contentHeight() - visibleHeight());
    const double scroll = std::clamp(std::round(pixels), 0.0, most);
    if (scroll == m_scene.scroll)
        return;
    m_scene.scroll = scroll;
    replot(rpQueuedReplot);
    emit viewChanged();
}

double TimelineCanvas::contentHeight() const
{
    double height = 0;
    for (const TimelineArea* area : m_areas)
        height = std::max(height, area->contentHeight());
    return height;
}

double TimelineCanvas::visibleHeight() const
{
    double height = 1e9;
    for (const TimelineArea* area : m_areas)
        height = std::min(height, static_cast<double>(area->rect()->height()));
    return m_areas.empty() ? 0 : std::max(0.0, height);
}

const TimelineArea* TimelineCanvas::activeArea() const
{
    for (const TimelineArea* area : m_areas) {
        if (area->branch().isActive)
            return area;
    }
    return nullptr;
}

int TimelineCanvas::chosenLane() const
{
    const TimelineArea* area = activeArea();
    return area && area->branch().lanes ? area->branch().lanes->laneOf(m_scene.chosen) : -1;
}

void TimelineCanvas::replotCursor()
{
    layer(cursorLayer)->replot();
}

void TimelineCanvas::setPlayhead(SimTime at)
{
    if (m_scene.playhead == at)
        return;
    const auto isVisible = [this](SimTime time) {
        return m_view.contains(static_cast<double>(time.ms));
    };
    // Whoever looks elsewhere is left there; whoever watches it is taken along.
    const bool isLeaving = isVisible(m_scene.playhead) && !isVisible(at);
    m_scene.playhead = at;
    if (isLeaving) {
        const double part = static_cast<double>(at.ms) > m_view.upper ? 0.1 : 0.9;
        const double lower = static_cast<double>(at.ms) - m_view.size() * part;
        setView({lower, lower + m_view.size()});
        return;
    }
    replotCursor();
}

void TimelineCanvas::setSpan(const std::optional<TimeSpan>& span)
{
    m_scene.span = span;
    replotCursor();
}

void TimelineCanvas::setHorizon(const std::optional<SimTime>& horizon)
{
    m_scene.horizon = horizon;
    replot(rpQueuedReplot);
}

void TimelineCanvas::setDifference(const std::optional<SimTime>& at, const QString& text)
{
    m_scene.difference = at;
    m_scene.differenceText = text;
    replot(rpQueuedReplot);
}

void TimelineCanvas::setChosen(const QString& name)
{
    if (m_scene.chosen == name)
        return;
    m_scene.chosen = name;
    revealChosen();
    replot(rpQueuedReplot);
}

void TimelineCanvas::setHighlights(const QStringList& names)
{
    m_scene.highlights = names;
    replot(rpQueuedReplot);
}

void TimelineCanvas::setCursorVisible(bool isWanted)
{
    m_cursor->setVisible(isWanted);
}

void TimelineCanvas::setLooks(const QPalette& palette)
{
    m_scene.looks = LookBook(palette);
    restyle();
}

void TimelineCanvas::revealChosen()
{
    const int lane = chosenLane();
    if (lane < 0)
        return;
    const TimelineArea* area = activeArea();
    const double top = area->topOf(lane);
    const double bottom = area->topOf(lane + 1);
    if (top < m_scene.scroll)
        setScroll(top);
    else if (bottom > m_scene.scroll + visibleHeight())
        setScroll(std::min(top, bottom - visibleHeight()));
}

void TimelineCanvas::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        setLooks(palette());
    } else if (event->type() == QEvent::FontChange) {
        m_scene.metrics = LaneMetrics::of(font(), m_scene.metrics.zoom);
        measureNames();
        restyle();
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    measureNames();
    restyle();
}

void TimelineCanvas::layOutFor(QSize size)
{
    setViewport(QRect(QPoint(0, 0), size));
    measureNames();
    restyle();
}

void TimelineCanvas::paintTo(QCPPainter& painter, QSize size)
{
    layOutFor(size);
    toPainter(&painter, size.width(), size.height());
}

} // namespace rgsim::gui
