#include "plots/lane_painter.h"

#include "plots/visible_segments.h"
#include "session/state_words.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

// Parts of a service's lane.
constexpr double recordTop = 0.07;
constexpr double recordPart = 0.37;
constexpr double truthTop = 0.47;
constexpr double truthPart = 0.19;
constexpr double downTop = 0.68;
constexpr double markTop = 0.72;

constexpr double narrow = 3; ///< pixels; less shows no outline

QRectF part(const QRectF& box, double top, double height)
{
    return {box.left(), std::round(box.top() + box.height() * top), box.width(),
            std::max(2.0, std::round(box.height() * height))};
}

// The order in which kinds claim room: what went wrong before what went right.
constexpr MarkKind drawingOrder[] = {
    MarkKind::Fault,         MarkKind::EmergencyStop, MarkKind::NodeDown,
    MarkKind::FencingFailed, MarkKind::Fenced,        MarkKind::NodeUp,
    MarkKind::StatusFailed,  MarkKind::StartRefused,  MarkKind::StartFailed,
    MarkKind::StopFailed,    MarkKind::RecoverFailed, MarkKind::MigrationFailed,
    MarkKind::Relocated,     MarkKind::RestartedHere, MarkKind::Wandered,
    MarkKind::Reply};

} // namespace

LaneMetrics LaneMetrics::of(const QFont& font, double zoom)
{
    LaneMetrics metrics;
    metrics.font = font;
    metrics.labelFont = font;
    if (font.pointSizeF() > 0)
        metrics.labelFont.setPointSizeF(font.pointSizeF() * 0.85);
    else
        metrics.labelFont.setPixelSize(std::max(6, font.pixelSize() * 85 / 100));
    metrics.em = QFontMetricsF(font).height();
    metrics.zoom = zoom;
    return metrics;
}

double LaneMetrics::heightOf(const Lane& lane) const
{
    switch (lane.kind) {
    case Lane::Kind::Events:
        return std::round(em * 1.2);
    case Lane::Kind::Node:
        return std::round(em * 1.45 * zoom);
    case Lane::Kind::Service:
        return std::round(em * 2.9 * zoom);
    case Lane::Kind::Host:
        return std::round(em * 1.6 * zoom + rowHeight() * std::max(1, lane.rows));
    }
    return em;
}

Look crowdLook(const LookBook& looks)
{
    QColor fill = looks.quiet();
    fill.setAlpha(90);
    return {fill, QBrush(looks.ink(), Qt::Dense5Pattern), Qt::NoPen, looks.ink()};
}

Look violationLook(const LookBook& looks)
{
    QColor veil = looks.paper(); // the pattern must be seen on every node's colour
    veil.setAlpha(130);
    return {veil, QBrush(looks.alarm(), Qt::DiagCrossPattern), QPen(looks.alarm(), 1.4),
            looks.alarm()};
}

// Services have colours here, in the order in which nodes have them elsewhere.
Look stayLook(const LookBook& looks, const Stay& stay)
{
    Look look = stay.runs ? looks.truth(static_cast<NodeIndex>(stay.service), stay.isWhole)
                          : looks.belief({}, true);
    if (stay.runs && !stay.isRecorded)
        look.outline = QPen(looks.alarm(), 2, Qt::DotLine);
    return look;
}

void paintBar(QPainter& painter, const QRectF& box, const Look& look)
{
    const bool hasOutline = look.outline.style() != Qt::NoPen;
    if (box.width() < narrow) { // what is empty is known by its outline, all else by its colour
        const bool isEmpty = look.outline.style() == Qt::DashLine || look.fill.alpha() < 255;
        painter.fillRect(box, hasOutline && isEmpty ? look.outline.color() : look.fill);
        return;
    }
    painter.fillRect(box, look.fill);
    if (look.pattern.style() != Qt::NoBrush)
        painter.fillRect(box, look.pattern);
    if (!hasOutline)
        return;
    painter.setPen(look.outline);
    painter.setBrush(Qt::NoBrush);
    const double inset = look.outline.widthF() / 2;
    painter.drawRect(box.adjusted(inset, inset, -inset, -inset));
}

void LanePainter::paint(int lane, const QRectF& box, double top, double bottom)
{
    const Lane& what = m_lanes.lanes()[static_cast<std::size_t>(lane)];
    const auto node = static_cast<NodeIndex>(what.index);
    m_labels.clear();
    switch (what.kind) {
    case Lane::Kind::Events:
        return;
    case Lane::Kind::Node:
        paintNodeState(node, part(box, 0.1, 0.34));
        return;
    case Lane::Kind::Service:
        paintService(what.index, box);
        break;
    case Lane::Kind::Host: {
        const double em = m_metrics.em * m_metrics.zoom;
        paintNodeState(node, {box.left(), std::round(box.top() + em * 0.2), box.width(),
                              std::max(2.0, std::round(em * 0.45))});
        paintStays(node, box.adjusted(0, std::round(em * 0.8), 0, 0), top, bottom);
        break;
    }
    }
    paintLabels();
}

const Look& LanePainter::beliefLook(const BeliefSegment& belief)
{
    const int key = (belief.owner + 1) * 16 + static_cast<int>(belief.state);
    const auto known = m_beliefLooks.constFind(key);
    return known != m_beliefLooks.constEnd()
               ? *known
               : *m_beliefLooks.insert(key, m_looks.belief(belief, false));
}

const Look& LanePainter::truthLook(NodeIndex node, bool isWhole)
{
    const int key = node * 2 + (isWhole ? 1 : 0);
    const auto known = m_truthLooks.constFind(key);
    return known != m_truthLooks.constEnd()
               ? *known
               : *m_truthLooks.insert(key, m_looks.truth(node, isWhole));
}

void LanePainter::paintService(ServiceIndex service, const QRectF& box)
{
    paintBelief(service, part(box, recordTop, recordPart));
    paintPhantoms(service, part(box, recordTop, recordPart));
    paintTruth(service, part(box, truthTop, truthPart));
    paintDowntime(service, part(box, downTop, 0));
}

QString LanePainter::labelOf(const BeliefSegment& belief) const
{
    const QString state = stateWord(belief.state);
    if (belief.owner == noNode)
        return state;
    const QString& owner = m_lanes.nodeName(belief.owner);
    return belief.isStarted() ? owner : owner + QLatin1String(": ") + state;
}

void LanePainter::paintBelief(ServiceIndex service, const QRectF& box)
{
    const auto& belief = m_lanes.timeline().services[static_cast<std::size_t>(service)].belief;
    const Look crowd = crowdLook(m_looks);
    forEachVisible(belief, m_scale, [&](double left, double right, const BeliefSegment* segment) {
        if (segment && !segment->exists)
            return;
        const QRectF bar(left, box.top(), right - left, box.height());
        const Look& look = segment ? beliefLook(*segment) : crowd;
        paintBar(m_painter, bar, look);
        if (segment && right - left > m_metrics.em)
            m_labels.push_back({bar, labelOf(*segment), look});
    });
}

void LanePainter::paintPhantoms(ServiceIndex service, const QRectF& box)
{
    const Look look = m_looks.belief({}, true);
    forEachVisible(m_lanes.phantoms(service), m_scale,
                   [&](double left, double right, const Stretch*) {
                       paintBar(m_painter, {left, box.top(), right - left, box.height()}, look);
                   });
}

void LanePainter::paintTruth(ServiceIndex service, const QRectF& box)
{
    const auto& truth = m_lanes.timeline().services[static_cast<std::size_t>(service)].truth;
    forEachVisible(truth, m_scale, [&](double left, double right, const TruthSegment* segment) {
        const QRectF bar(left, box.top(), right - left, box.height());
        if (!segment) {
            paintBar(m_painter, bar, crowdLook(m_looks));
            return;
        }
        const NodeSet nodes = segment->runsOn | segment->partlyOn;
        double top = bar.top(); // on several nodes at once: one thin bar for each
        const double height = bar.height() / std::max(1, nodes.count());
        for (const NodeIndex node : nodes) {
            paintBar(m_painter, {left, top, right - left, height},
                     truthLook(node, segment->runsOn.contains(node)));
            top += height;
        }
    });
    const Look violation = violationLook(m_looks);
    forEachVisible(
        m_lanes.violations(service), m_scale, [&](double left, double right, const Stretch*) {
            paintBar(m_painter, {left, box.top(), right - left, box.height()}, violation);
        });
}

void LanePainter::paintDowntime(ServiceIndex service, const QRectF& box)
{
    const double height = std::max(2.0, std::round(m_metrics.em / 8));
    forEachVisible(m_lanes.downtime(service), m_scale,
                   [&](double left, double right, const Stretch* stretch) {
                       const bool isMuted = stretch && stretch->isMuted;
                       m_painter.fillRect(QRectF(left, box.top(), right - left, height),
                                          isMuted ? m_looks.quiet() : m_looks.alarm());
                   });
}

void LanePainter::paintNodeState(NodeIndex node, const QRectF& box)
{
    const auto& segments = m_lanes.timeline().nodes[static_cast<std::size_t>(node)];
    forEachVisible(segments, m_scale, [&](double left, double right, const NodeSegment* segment) {
        paintBar(m_painter, {left, box.top(), right - left, box.height()},
                 segment ? m_looks.node(segment->state, node) : crowdLook(m_looks));
    });
}

void LanePainter::paintStays(NodeIndex node, const QRectF& box, double top, double bottom)
{
    const double step = m_metrics.rowHeight();
    double y = box.top();
    for (const std::vector<Stay>& row : m_lanes.stays(node)) {
        const QRectF bar(0, std::round(y), 0, std::max(2.0, std::round(step * 0.85)));
        y += step;
        if (bar.bottom() < top)
            continue;
        if (bar.top() > bottom)
            return;
        forEachVisible(row, m_scale, [&](double left, double right, const Stay* stay) {
            const QRectF shown(left, bar.top(), right - left, bar.height());
            if (!stay) {
                paintBar(m_painter, shown, crowdLook(m_looks));
                return;
            }
            const Look look = stayLook(m_looks, *stay);
            paintBar(m_painter, shown, look);
            if (shown.width() > m_metrics.em)
                m_labels.push_back(
                    {shown, QString::fromStdString(m_lanes.cluster().service(stay->service).name),
                     look});
        });
    }
}

void LanePainter::paintLabels()
{
    m_painter.setFont(m_metrics.labelFont);
    for (const Label& label : m_labels)
        paintLabel(label);
}

void LanePainter::paintLabel(const Label& label)
{
    const QFontMetricsF metrics(m_metrics.labelFont);
    const double pad = m_metrics.em / 4;
    const double left = std::max(label.box.left(), m_scale.left) + pad;
    const double right = std::min(label.box.right(), m_scale.right) - pad;
    if (label.box.height() < metrics.ascent() || right - left < m_metrics.em)
        return;
    const double width = metrics.horizontalAdvance(label.text);
    if (width > right - left)
        return;
    const QRectF room(left, label.box.top(), width, label.box.height());
    if (label.look.pattern.style() != Qt::NoBrush) // no text on patterns
        m_painter.fillRect(room.adjusted(-pad / 2, 2, pad / 2, -2), label.look.fill);
    m_painter.setPen(label.look.ink);
    m_painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, label.text);
}

QRectF LanePainter::markStrip(const Lane& lane, const QRectF& box) const
{
    const double size = m_metrics.glyphSize();
    double centre = box.center().y();
    if (lane.kind == Lane::Kind::Service)
        centre = box.top() + box.height() * (markTop + 1) / 2;
    else if (lane.kind == Lane::Kind::Node)
        centre = box.top() + box.height() * 0.72;
    else if (lane.kind == Lane::Kind::Host)
        centre = box.bottom() - m_metrics.em * m_metrics.zoom * 0.42;
    return {box.left(), centre - size / 2, box.width(), size};
}

// Where marks are denser than can be seen, one of each kind is enough.
void LanePainter::collectMarks(int lane, const QRectF& strip, std::vector<DrawnMark>& drawn) const
{
    const double size = strip.height();
    const double closest = size / 2;
    for (const MarkKind kind : drawingOrder) {
        const auto marks = m_lanes.marks(lane, kind);
        const auto firstFrom = [&](auto from, double x) {
            return std::partition_point(
                from, marks.end(), [&](const MarkSpot& spot) { return m_scale.x(spot.at) < x; });
        };
        auto it = firstFrom(marks.begin(), m_scale.left - size);
        while (it != marks.end() && m_scale.x(it->at) <= m_scale.right + size) {
            const double x = m_scale.x(it->at);
            const auto next = firstFrom(it, x + closest);
            drawn.push_back({QRectF(x - size / 2, strip.top(), size, size), lane, it->mark,
                             static_cast<std::size_t>(next - it)});
            it = next;
        }
    }
}

void LanePainter::paintMarks(int lane, const QRectF& box, GlyphStamps* stamps,
                             std::vector<DrawnMark>& drawn)
{
    const QRectF strip = markStrip(m_lanes.lanes()[static_cast<std::size_t>(lane)], box);
    const double size = strip.height();
    const auto first = static_cast<std::ptrdiff_t>(drawn.size());
    collectMarks(lane, strip, drawn);
    const auto begin = drawn.begin() + first;
    std::stable_sort(begin, drawn.end(), [](const DrawnMark& a, const DrawnMark& b) {
        return a.box.left() < b.box.left();
    });
    // Signs of the same instant stand side by side, as long as they stay near it.
    double rightmost = -1e9;
    for (auto it = begin; it != drawn.end(); ++it) {
        const double wanted = it->box.left();
        if (wanted < rightmost && rightmost - wanted < 4 * size)
            it->box.moveLeft(rightmost);
        rightmost = std::max(rightmost, it->box.right() + 1);
        const MarkKind kind = m_lanes.timeline().marks[it->mark].kind;
        if (stamps)
            stamps->stamp(m_painter, kind, it->box.center());
        else
            drawGlyph(m_painter, kind, it->box.center(), size, m_looks);
    }
}

} // namespace rgsim::gui
