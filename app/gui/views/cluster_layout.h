// Where everything of a cluster's picture lies: boxes of nodes in a grid, chips that wrap inside
// them, lines of rules. Pure geometry out of sizes of text; it paints nothing and asks no widget.
#pragma once

#include "session/cluster_scene.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QRectF>

#include <vector>

namespace rgsim::gui {

struct NodeBox {
    QRectF box;
    QRectF header; ///< name and state
    QRectF ghosts; ///< free below the chips, for what is predicted; never empty
};

struct RuleLine {
    QLineF line; ///< from edge to edge of the two chips
    QPointF sign;
};

struct ClusterLayout {
    QSizeF size;
    bool isSmall = false; ///< chips of one line, because there are many
    qreal em = 0;         ///< height of a line of text
    QSizeF chipSize;
    std::vector<NodeBox> nodes;  ///< as in the scene
    std::vector<QRectF> chips;   ///< as in the scene
    std::vector<RuleLine> rules; ///< as in the scene
    QRectF tray;                 ///< around the chips that are on no node
    QRectF trayHeader;
    QRectF legend;
};

/// Fills @p available, and becomes higher if it must. Whether chips are small follows from the
/// cluster and @p available alone, so that scrubbing does not make the picture jump.
ClusterLayout layOutCluster(const ClusterScene& scene, const QFontMetricsF& metrics,
                            QSizeF available);

} // namespace rgsim::gui
