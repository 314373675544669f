// Which colour and which pattern stand for what in a run's picture. Nodes have colours; states have
// patterns, so that the picture can be read without colours.
#pragma once

#include "analysis/timeline.h"

#include <string>

namespace rgsim {

struct BarLook {
    std::string fill;
    std::string pattern; ///< drawn over the fill: "url(#id)"; empty: none
    std::string outline; ///< attributes of the rectangle
    std::string ink;     ///< for a label on it
};

/// A service's record in @p state at @p owner (noNode: grey).
BarLook lookOf(ServiceState state, NodeIndex owner, bool isPhantom);
BarLook lookOf(NodeState state, NodeIndex node);
BarLook truthLook(NodeIndex node, bool isWhole);
BarLook violationLook();

/// The definitions of all patterns.
std::string svgPatterns();

} // namespace rgsim
