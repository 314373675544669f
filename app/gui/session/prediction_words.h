// What a prediction says, as sentences and as chips to be drawn: who would be where, and when. It
// picks and names; the numbers are the prediction's.
#pragma once

#include "analysis/prediction.h"
#include "cluster/cluster.h"

#include <QString>

#include <vector>

namespace rgsim::gui {

/// A service that would be somewhere else, or in another state.
struct PredictedMove {
    ServiceIndex service = noService;
    NodeIndex from = noNode; ///< noNode: on no node
    NodeIndex to = noNode;
    bool isPhantom = false; ///< only its record would be there
    QString text;           ///< "bark in 32s"
};

/// Those that would have changed by the prediction's end, as a chip each.
std::vector<PredictedMove> movesOf(const Cluster& cluster, const Prediction& prediction);
/// Nodes that would be down and are not.
std::vector<NodeIndex> downOf(const Prediction& prediction);

/// "Until 00:04:30: bark: from node1 to node2, out for 32s; node1 is off."
QString predictionWords(const Cluster& cluster, const Prediction& prediction);

} // namespace rgsim::gui
