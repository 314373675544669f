// Playhead, interval and focus frame of a timeline: what moves while the lanes stand still. Lies on
// a layer of its own, so that moving it paints nothing else again.
#pragma once

#include "plots/timeline_area.h"

#include <vector>

namespace rgsim::gui {

class TimelineCursor : public QCPLayerable {
    Q_OBJECT

public:
    /// @p scene and @p areas must outlive it.
    TimelineCursor(QCustomPlot* plot, const QString& layer, const TimelineScene& scene,
                   const std::vector<TimelineArea*>& areas)
        : QCPLayerable(plot, layer), m_scene(scene), m_areas(areas)
    {
    }

    /// What is taken hold of to drag the playhead; empty if it is out of sight.
    QRectF handle() const;

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    QString clock() const;
    void drawSpan(QPainter& painter, const TimelineArea& area) const;
    void drawFlag(QPainter& painter) const;
    void drawFocus(QPainter& painter) const;

    const TimelineScene& m_scene;
    const std::vector<TimelineArea*>& m_areas;
};

} // namespace rgsim::gui
