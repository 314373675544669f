#include "plots/timeline_cursor.h"

#include "report/run_report.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

QRect TimelineCursor::clipRect() const
{
    return parentPlot()->viewport();
}

void TimelineCursor::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(false);
}

QString TimelineCursor::clock() const
{
    return QString::fromStdString(clockText(m_scene.playhead));
}

QRectF TimelineCursor::handle() const
{
    if (m_areas.empty())
        return {};
    const TimelineArea& area = *m_areas.front();
    const TimeScale times = area.scale();
    const double x = times.x(m_scene.playhead);
    if (x < times.left - 1 || x > times.right + 1)
        return {};
    const double height = m_scene.metrics.em * 1.15;
    const double width =
        QFontMetricsF(m_scene.metrics.labelFont).horizontalAdvance(clock()) + m_scene.metrics.em;
    const QRectF whole = parentPlot()->viewport();
    const double left = std::clamp(x - width / 2, whole.left(), whole.right() - width);
    return {left, area.rect()->top() - height - 3, width, height};
}

void TimelineCursor::draw(QCPPainter* painter)
{
    for (const TimelineArea* area : m_areas) {
        const TimeScale times = area->scale();
        drawSpan(*painter, *area);
        const double x = std::round(times.x(m_scene.playhead));
        if (x < times.left - 1 || x > times.right + 1)
            continue;
        painter->setPen(QPen(m_scene.looks.accent(), 2));
        painter->drawLine(QPointF(x, area->rect()->top() - 3), QPointF(x, area->rect()->bottom()));
    }
    drawFlag(*painter);
    if (m_scene.hasFocus)
        drawFocus(*painter);
}

void TimelineCursor::drawSpan(QPainter& painter, const TimelineArea& area) const
{
    if (!m_scene.span || !area.branch().isActive)
        return;
    const TimeScale times = area.scale();
    const QRectF whole = area.rect()->rect();
    const double left =
        std::clamp(times.x(m_scene.span->from), whole.left() - 2, whole.right() + 2);
    const double right = std::clamp(times.x(m_scene.span->to), whole.left() - 2, whole.right() + 2);
    QColor colour = m_scene.looks.accent();
    colour.setAlpha(45);
    const QRectF box(left, whole.top(), right - left, whole.height());
    painter.fillRect(box, colour);
    painter.setPen(QPen(m_scene.looks.accent(), 1, Qt::DashLine));
    painter.drawLine(box.topLeft(), box.bottomLeft());
    painter.drawLine(box.topRight(), box.bottomRight());
}

void TimelineCursor::drawFlag(QPainter& painter) const
{
    const QRectF flag = handle();
    if (flag.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_scene.looks.accent());
    painter.drawRoundedRect(flag, 3, 3);
    painter.setPen(m_scene.looks.paper());
    painter.setFont(m_scene.metrics.labelFont);
    painter.drawText(flag, Qt::AlignCenter, clock());
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineCursor::drawFocus(QPainter& painter) const
{
    painter.setPen(QPen(m_scene.looks.accent(), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(parentPlot()->viewport()).adjusted(1, 1, -1, -1));
}

} // namespace rgsim::gui
