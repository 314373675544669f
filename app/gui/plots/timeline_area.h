// The lanes of one branch below each other, with their names to the left, in one rectangle of the
// plot. Paints what is visible and can say what is where; what happens on a click is not its
// business.
#pragma once

#include "plots/time_scale.h"
#include "plots/timeline_scene.h"

#include <qcustomplot.h>

namespace rgsim::gui {

class TimelineArea : public QCPLayerable {
    Q_OBJECT

public:
    /// Both must outlive it; @p branch is a position in the scene.
    TimelineArea(QCPAxisRect* rect, const TimelineScene& scene, std::size_t branch);

    QCPAxisRect* rect() const { return m_rect; }
    std::size_t branchIndex() const { return m_branch; }
    const SceneBranch& branch() const { return m_scene.branches[m_branch]; }
    TimeScale scale() const;
    /// Anew, after lanes or their heights changed.
    void layOut();
    double contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }
    /// Where a lane begins, without scrolling.
    double topOf(int lane) const { return m_tops[static_cast<std::size_t>(lane)]; }
    QRectF boxOf(int lane) const;
    /// -1: none.
    int laneAt(double y) const;
    /// Of those that were painted last; null: none near @p position.
    const DrawnMark* markAt(const QPointF& position) const;
    const std::vector<DrawnMark>& drawnMarks() const { return m_drawn; }

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    struct Visible {
        int first = 0;
        int last = -1;
    };
    Visible visibleLanes() const;
    void drawBackgrounds(QPainter& painter, Visible visible) const;
    void drawSharedPast(QPainter& painter) const;
    void drawFaultLines(QPainter& painter) const;
    void drawMoves(QPainter& painter, Visible visible) const;
    void drawNames(QPainter& painter, Visible visible) const;
    void drawName(QPainter& painter, int lane) const;
    void drawCaption(QPainter& painter) const;
    void drawVeil(QPainter& painter) const;
    void drawDifference(QPainter& painter) const;

    QCPAxisRect* m_rect;
    const TimelineScene& m_scene;
    std::size_t m_branch;
    std::vector<double> m_tops; ///< of the lanes, and the end of the last
    std::vector<DrawnMark> m_drawn;
    GlyphStamps m_stamps;
};

} // namespace rgsim::gui
