// Paints what is on one lane of a timeline: records, truth, states of nodes, stays and marks. It
// knows where the lane is and which time is where, but no widget, and remembers what it drew only
// as far as somebody may point at it.
#pragma once

#include "plots/mark_glyphs.h"
#include "plots/time_scale.h"
#include "plots/timeline_lanes.h"
#include "style/look.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <vector>

namespace rgsim::gui {

/// How high things are; from the font, so that everything grows with it.
struct LaneMetrics {
    QFont font;      ///< of names
    QFont labelFont; ///< of what stands on bars
    double em = 16;  ///< the font's height
    double zoom = 1; ///< of the lanes' height

    static LaneMetrics of(const QFont& font, double zoom);
    double heightOf(const Lane& lane) const;
    double glyphSize() const { return em * 0.62; }
    double rowHeight() const { return em * 1.1 * zoom; }
};

void paintBar(QPainter& painter, const QRectF& box, const Look& look);
/// Where many short states are drawn as one.
Look crowdLook(const LookBook& looks);
/// Lies over the truth of services that should be kept apart.
Look violationLook(const LookBook& looks);
Look stayLook(const LookBook& looks, const Stay& stay);

/// A sign that was drawn: where, and what it stands for.
struct DrawnMark {
    QRectF box;
    int lane = -1;
    std::uint32_t mark = 0; ///< the first one, in Timeline::marks
    std::size_t count = 1;  ///< how many of its kind are drawn as this one
};

class LanePainter {
public:
    LanePainter(QPainter& painter, const TimelineLanes& lanes, const LookBook& looks,
                const LaneMetrics& metrics, const TimeScale& scale)
        : m_painter(painter), m_lanes(lanes), m_looks(looks), m_metrics(metrics), m_scale(scale)
    {
    }

    /// @p box: the lane from the left to the right of what is visible. Only rows between @p top and
    /// @p bottom are painted.
    void paint(int lane, const QRectF& box, double top, double bottom);
    /// @p stamps: null if the signs are to be drawn as lines.
    void paintMarks(int lane, const QRectF& box, GlyphStamps* stamps,
                    std::vector<DrawnMark>& drawn);

private:
    struct Label {
        QRectF box;
        QString text;
        Look look;
    };

    // Asked for thousands of times in one picture.
    const Look& beliefLook(const BeliefSegment& belief);
    const Look& truthLook(NodeIndex node, bool isWhole);
    void paintService(ServiceIndex service, const QRectF& box);
    void paintBelief(ServiceIndex service, const QRectF& box);
    void paintPhantoms(ServiceIndex service, const QRectF& box);
    void paintTruth(ServiceIndex service, const QRectF& box);
    void paintDowntime(ServiceIndex service, const QRectF& box);
    void paintNodeState(NodeIndex node, const QRectF& box);
    void paintStays(NodeIndex node, const QRectF& box, double top, double bottom);
    void paintLabel(const Label& label);
    void paintLabels();
    QString labelOf(const BeliefSegment& belief) const;
    void collectMarks(int lane, const QRectF& strip, std::vector<DrawnMark>& drawn) const;
    QRectF markStrip(const Lane& lane, const QRectF& box) const;

    QPainter& m_painter;
    const TimelineLanes& m_lanes;
    const LookBook& m_looks;
    const LaneMetrics& m_metrics;
    const TimeScale& m_scale;
    std::vector<Label> m_labels;
    QHash<int, Look> m_beliefLooks;
    QHash<int, Look> m_truthLooks;
};

} // namespace rgsim::gui
