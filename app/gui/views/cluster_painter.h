// Paints a cluster's picture on anything that can be painted on: the screen, a PNG, SVG or PDF.
// Belief is the outline, truth the filling, changes have patterns and every state a sign, so that
// nothing depends on colour; it decides nothing about the cluster.
#pragma once

#include "session/cluster_scene.h"
#include "style/look.h"
#include "views/cluster_layout.h"

#include <QFont>

class QPainter;

namespace rgsim::gui {

/// A service where it would be.
struct Ghost {
    ServiceIndex service = noService;
    NodeIndex node = noNode;
    QString text; ///< "bark in 32s"
    bool isPhantom = false;
};

/// What is pointed at and what is predicted; all of it may be empty.
struct Emphasis {
    int selectedChip = -1; ///< positions in the scene
    int selectedNode = -1;
    int focusedChip = -1;
    int focusedNode = -1;
    int hoveredChip = -1;
    std::vector<int> highlightedChips; ///< a lesson points at them
    std::vector<int> highlightedNodes;
    int dropNode = -1; ///< a chip is being held over it
    ServiceIndex dragged = noService;
    std::vector<Ghost> ghosts;
    std::vector<int> leavingChips; ///< would be gone
    std::vector<int> crossedNodes; ///< would be down
};

class ClusterPainter {
public:
    ClusterPainter(const LookBook& look, const QFont& font) : m_look(look), m_font(font) {}

    /// Only what @p visible touches is painted.
    void paint(QPainter& painter, const ClusterScene& scene, const ClusterLayout& layout,
               const Emphasis& emphasis, const QRectF& visible) const;

private:
    struct Canvas;

    void paintNode(const Canvas& canvas, std::size_t index) const;
    void paintNodeHeader(const Canvas& canvas, std::size_t index) const;
    void paintTray(const Canvas& canvas) const;
    void paintChip(const Canvas& canvas, std::size_t index) const;
    void paintChipFrame(const Canvas& canvas, std::size_t index) const;
    void paintChipText(const Canvas& canvas, std::size_t index) const;
    void paintRules(const Canvas& canvas, bool areBroken) const;
    void paintGhosts(const Canvas& canvas) const;
    void paintGhostsIn(const Canvas& canvas, const QRectF& room,
                       const std::vector<const Ghost*>& ghosts) const;
    void paintGhost(const Canvas& canvas, const QRectF& box, const QString& text, NodeIndex node,
                    bool isPhantom) const;
    void paintLegend(const Canvas& canvas) const;
    void paintText(const Canvas& canvas, const QRectF& box, const QString& text,
                   const QColor& colour, bool isBold = false,
                   Qt::TextElideMode elide = Qt::ElideRight) const;

    LookBook m_look;
    QFont m_font;
};

} // namespace rgsim::gui
