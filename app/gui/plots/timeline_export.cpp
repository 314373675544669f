#include "plots/timeline_canvas.h"
#include "plots/timeline_legend.h"
#include "plots/timeline_plot.h"
#include "style/appearance.h"

#include <QBuffer>
#include <QFontInfo>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace rgsim::gui {

namespace {

// A second plot of the same, on paper: light, without playhead, with the legend below.
class Picture {
public:
    Picture(const TimelineCanvas& shown, TimelineLanes::Order order)
        : m_shown(shown), m_order(order), m_paper(paletteOf(Appearance::Light))
    {
        // In pixels: a size in points would mean something else on each device.
        QFont font = shown.font();
        font.setPixelSize(QFontInfo(font).pixelSize());
        m_canvas.setFont(font);
        m_canvas.setLooks(m_paper);
        m_canvas.setCursorVisible(false);
        m_canvas.setHorizon(shown.scene().horizon);
        m_canvas.setDifference(shown.scene().difference, shown.scene().differenceText);
        m_canvas.setBranches(shown.scene().branches);
    }

    int legendHeight(int width) const { return static_cast<int>(legend().heightFor(width)); }

    QSize wholeSize(int width)
    {
        constexpr int any = 1000;
        m_canvas.layOutFor({width, any});
        const auto areas = static_cast<double>(m_canvas.areas().size());
        const double missing = (m_canvas.contentHeight() - m_canvas.visibleHeight()) * areas;
        return {width, static_cast<int>(std::ceil(any + missing)) + legendHeight(width) + 2};
    }

    void paint(QPaintDevice& device, QSize size, TimelinePlot::Extent extent)
    {
        QSize plotSize = size;
        if (extent == TimelinePlot::Extent::Whole)
            plotSize.setHeight(std::max(1, size.height() - legendHeight(size.width())));
        m_canvas.layOutFor(plotSize);
        if (extent == TimelinePlot::Extent::View) {
            m_canvas.setView(m_shown.view());
            m_canvas.setLaneZoom(m_shown.laneZoom());
            m_canvas.setScroll(m_shown.scroll());
        } else if (m_canvas.contentHeight() > 0) {
            m_canvas.fitAll();
            const double room = m_canvas.visibleHeight() / m_canvas.contentHeight();
            if (room < 1)
                m_canvas.setLaneZoom(room * 0.98);
        }
        QCPPainter painter(&device);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.fillRect(QRect(QPoint(0, 0), size), m_paper.base());
        m_canvas.paintTo(painter, plotSize);
        painter.setClipping(false);
        if (plotSize != size)
            legend().paint(painter, QRectF(0, plotSize.height(), size.width(),
                                           size.height() - plotSize.height()));
    }

private:
    LegendPainter legend() const
    {
        return {m_order, LookBook(m_paper), LaneMetrics::of(m_canvas.font(), 1)};
    }

    const TimelineCanvas& m_shown;
    TimelineLanes::Order m_order;
    QPalette m_paper;
    TimelineCanvas m_canvas;
};

} // namespace

QSize TimelinePlot::wholeSize(int width) const
{
    return Picture(*m_canvas, order()).wholeSize(width);
}

QByteArray TimelinePlot::png(QSize size, double scale, Extent extent) const
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32);
    image.setDevicePixelRatio(scale);
    Picture(*m_canvas, order()).paint(image, size, extent);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray TimelinePlot::svg(QSize size, Extent extent) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(tr("Timeline"));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    Picture(*m_canvas, order()).paint(generator, size, extent);
    return buffer.data();
}

QByteArray TimelinePlot::pdf(QSize size, Extent extent) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(tr("Timeline"));
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(72); // so that one unit of the picture is a point
    Picture(*m_canvas, order()).paint(writer, size, extent);
    return buffer.data();
}

} // namespace rgsim::gui
