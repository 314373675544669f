#include "plots/timeline_legend.h"

#include "plots/mark_glyphs.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

namespace {

QString word(const char* text)
{
    return QCoreApplication::translate("LegendPainter", text);
}

} // namespace

LegendPainter::LegendPainter(TimelineLanes::Order order, const LookBook& looks,
                             const LaneMetrics& metrics)
    : m_looks(looks), m_metrics(metrics)
{
    if (order == TimelineLanes::Order::Services)
        addServices();
    else
        addStays();
    addBar(crowdLook(m_looks), word(QT_TRANSLATE_NOOP("LegendPainter", "many short states")));
    addBar(m_looks.node(NodeState::Lost, 0),
           word(QT_TRANSLATE_NOOP("LegendPainter", "node dead, not yet declared down")));
    addBar(m_looks.node(NodeState::Isolated, 0),
           word(QT_TRANSLATE_NOOP("LegendPainter", "node cut off")));
    addBar(m_looks.node(NodeState::Idle, 0),
           word(QT_TRANSLATE_NOOP("LegendPainter", "node without manager")));
    addSigns();
}

void LegendPainter::addBelief(ServiceState state, const QString& text)
{
    BeliefSegment belief;
    belief.exists = true;
    belief.state = state;
    belief.owner = 0;
    addBar(m_looks.belief(belief, false), text);
}

void LegendPainter::addBar(const Look& look, const QString& text)
{
    m_items.push_back({text, look});
}

void LegendPainter::addSign(MarkKind sign, const QString& text)
{
    m_items.push_back({text, {}, sign, true});
}

void LegendPainter::addServices()
{
    addBelief(ServiceState::Started,
              word(QT_TRANSLATE_NOOP("LegendPainter", "record: started (colour of the node)")));
    addBar(m_looks.truth(0, true), word(QT_TRANSLATE_NOOP("LegendPainter", "really runs")));
    addBar(m_looks.belief({}, true),
           word(QT_TRANSLATE_NOOP("LegendPainter", "record only, does not run there")));
    addBelief(ServiceState::Starting, word(QT_TRANSLATE_NOOP("LegendPainter", "starting")));
    addBelief(ServiceState::Stopping, word(QT_TRANSLATE_NOOP("LegendPainter", "stopping")));
    addBelief(ServiceState::Recoverable, word(QT_TRANSLATE_NOOP("LegendPainter", "recovering")));
    addBelief(ServiceState::Failed, word(QT_TRANSLATE_NOOP("LegendPainter", "failed")));
    addBelief(ServiceState::Stopped,
              word(QT_TRANSLATE_NOOP("LegendPainter", "stopped or disabled")));
    addBar(m_looks.truth(0, false), word(QT_TRANSLATE_NOOP("LegendPainter", "runs in part")));
    addBar(violationLook(m_looks),
           word(QT_TRANSLATE_NOOP("LegendPainter", "runs beside what it must be kept apart from")));
    Look line;
    line.fill = m_looks.alarm();
    m_items.push_back({word(QT_TRANSLATE_NOOP("LegendPainter", "runs nowhere")), line,
                       MarkKind::Fault, false, true});
}

void LegendPainter::addStays()
{
    Stay stay{{}, {}, 0, true, true, true};
    addBar(stayLook(m_looks, stay),
           word(QT_TRANSLATE_NOOP("LegendPainter", "runs there (colour of the service)")));
    stay.isRecorded = false;
    addBar(stayLook(m_looks, stay),
           word(QT_TRANSLATE_NOOP("LegendPainter", "runs, but not by record")));
    stay.isRecorded = true;
    stay.isWhole = false;
    addBar(stayLook(m_looks, stay), word(QT_TRANSLATE_NOOP("LegendPainter", "runs in part")));
    stay.runs = false;
    addBar(stayLook(m_looks, stay),
           word(QT_TRANSLATE_NOOP("LegendPainter", "record only, does not run there")));
}

void LegendPainter::addSigns()
{
    addSign(MarkKind::Fault, word(QT_TRANSLATE_NOOP("LegendPainter", "fault or request")));
    addSign(MarkKind::Relocated, word(QT_TRANSLATE_NOOP("LegendPainter", "relocated")));
    addSign(MarkKind::RestartedHere, word(QT_TRANSLATE_NOOP("LegendPainter", "restarted")));
    addSign(MarkKind::StatusFailed, word(QT_TRANSLATE_NOOP("LegendPainter", "check failed")));
    addSign(MarkKind::StartRefused,
            word(QT_TRANSLATE_NOOP("LegendPainter", "start refused by the guard")));
    addSign(MarkKind::StartFailed, word(QT_TRANSLATE_NOOP("LegendPainter", "a script failed")));
    addSign(MarkKind::Reply, word(QT_TRANSLATE_NOOP("LegendPainter", "reply to a request")));
    addSign(MarkKind::Wandered, word(QT_TRANSLATE_NOOP("LegendPainter", "moved by hand")));
    addSign(MarkKind::NodeUp, word(QT_TRANSLATE_NOOP("LegendPainter", "node up")));
    addSign(MarkKind::NodeDown, word(QT_TRANSLATE_NOOP("LegendPainter", "node declared down")));
    addSign(MarkKind::Fenced, word(QT_TRANSLATE_NOOP("LegendPainter", "fenced")));
    addSign(MarkKind::FencingFailed, word(QT_TRANSLATE_NOOP("LegendPainter", "fencing failed")));
    addSign(MarkKind::EmergencyStop, word(QT_TRANSLATE_NOOP("LegendPainter", "emergency stop")));
}

QString LegendPainter::text() const
{
    QStringList texts;
    for (const Item& item : m_items)
        texts.append(item.text);
    return texts.join(QStringLiteral("; "));
}

double LegendPainter::sampleWidth(const Item& item) const
{
    return item.isSign ? m_metrics.em * 0.8 : m_metrics.em * 1.8;
}

double LegendPainter::widthOf(const Item& item) const
{
    return sampleWidth(item) + m_metrics.em * 1.4 +
           QFontMetricsF(m_metrics.labelFont).horizontalAdvance(item.text);
}

template <typename Place>
double LegendPainter::flow(double width, Place place) const
{
    const double pad = m_metrics.em / 2;
    const double line = m_metrics.em * 1.25;
    double x = pad;
    double y = pad / 2;
    for (const Item& item : m_items) {
        const double needed = widthOf(item);
        if (x + needed > width && x > pad) {
            x = pad;
            y += line;
        }
        place(item, QPointF(x, y));
        x += needed;
    }
    return y + line + pad / 2;
}

double LegendPainter::heightFor(double width) const
{
    return std::ceil(flow(width, [](const Item&, QPointF) {}));
}

void LegendPainter::paint(QPainter& painter, const QRectF& box) const
{
    painter.setFont(m_metrics.labelFont);
    const double height = m_metrics.em * 0.8;
    const double line = m_metrics.em * 1.25;
    flow(box.width(), [&](const Item& item, QPointF at) {
        at += box.topLeft();
        const double middle = at.y() + line / 2;
        const double width = sampleWidth(item);
        if (item.isSign)
            drawGlyph(painter, item.sign, {at.x() + width / 2, middle}, m_metrics.glyphSize(),
                      m_looks);
        else if (item.isLine)
            painter.fillRect(QRectF(at.x(), middle - 1, width, 2), item.look.fill);
        else
            paintBar(painter, {at.x(), std::round(middle - height / 2), width, height}, item.look);
        painter.setPen(m_looks.ink());
        painter.drawText(QRectF(at.x() + width + m_metrics.em * 0.4, at.y(), box.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter, item.text);
    });
}

TimelineLegend::TimelineLegend(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend of the timeline"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setOrder(m_order);
}

LegendPainter TimelineLegend::painter() const
{
    return {m_order, LookBook(palette()), LaneMetrics::of(font(), 1)};
}

void TimelineLegend::setOrder(TimelineLanes::Order order)
{
    m_order = order;
    setAccessibleDescription(painter().text());
    updateGeometry();
    update();
}

int TimelineLegend::heightForWidth(int width) const
{
    return static_cast<int>(painter().heightFor(width));
}

void TimelineLegend::paintEvent(QPaintEvent*)
{
    QPainter canvas(this);
    canvas.fillRect(rect(), palette().base());
    painter().paint(canvas, rect());
}

} // namespace rgsim::gui
