#include "style/timeline_thumbnail.h"

#include "analysis/pieces.h"
#include "style/look.h"

#include <QPainter>

#include <algorithm>

namespace rgsim::gui {

namespace {

constexpr double margin = 6;

class Thumbnail {
public:
    Thumbnail(const RunResult& run, QSize size, QPainter& painter, const LookBook& looks)
        : m_run(run), m_painter(painter), m_looks(looks),
          m_area(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin)
    {
    }

    void draw()
    {
        const auto services = static_cast<int>(m_run.timeline.services.size());
        const auto nodes = static_cast<int>(m_run.timeline.nodes.size());
        const int lanes = std::max(1, services + nodes);
        m_laneHeight = std::min(20.0, m_area.height() / lanes);
        double top = m_area.top() + (m_area.height() - m_laneHeight * lanes) / 2;
        for (int i = 0; i < nodes; ++i, top += m_laneHeight)
            drawNode(static_cast<NodeIndex>(i), top);
        for (int i = 0; i < services; ++i, top += m_laneHeight)
            drawService(m_run.timeline.services[static_cast<std::size_t>(i)], top);
    }

private:
    double x(SimTime at) const
    {
        const auto end = static_cast<double>(std::max<std::int64_t>(m_run.end().ms, 1));
        return m_area.left() + m_area.width() * static_cast<double>(at.ms) / end;
    }

    void bar(SimTime from, SimTime to, double top, double height, const Look& look)
    {
        const QRectF box(x(from), top, std::max(0.7, x(to) - x(from)), height);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(look.fill);
        m_painter.drawRect(box);
        m_painter.setBrush(look.pattern);
        m_painter.setPen(look.outline.style() == Qt::DashLine ? look.outline : QPen(Qt::NoPen));
        m_painter.drawRect(box);
    }

    void drawNode(NodeIndex node, double top)
    {
        for (const NodeSegment& segment : m_run.timeline.nodes[static_cast<std::size_t>(node)])
            bar(segment.from, segment.to, top + m_laneHeight * 0.35, m_laneHeight * 0.25,
                m_looks.node(segment.state, node));
    }

    void drawService(const ServiceTimeline& service, double top)
    {
        const double height = m_laneHeight * 0.78;
        forEachPiece(service, SimTime(), m_run.end(), [&](const Piece& piece) {
            if (!piece.belief.exists)
                return;
            const bool isPhantom = service.hasProcesses && piece.isPhantom();
            const bool runs = piece.belief.isStarted() && !isPhantom;
            bar(piece.from, piece.to, top, height,
                runs ? m_looks.truth(piece.belief.owner, true)
                     : m_looks.belief(piece.belief, isPhantom));
        });
    }

    const RunResult& m_run;
    QPainter& m_painter;
    const LookBook& m_looks;
    QRectF m_area;
    double m_laneHeight = 0;
};

} // namespace

QImage timelineThumbnail(const RunResult& run, QSize size, double devicePixelRatio,
                         const QPalette& palette)
{
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    const LookBook looks(palette);
    image.fill(looks.paper());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    Thumbnail(run, size, painter, looks).draw();
    return image;
}

} // namespace rgsim::gui
