// Which services can make a difference to others, and which nodes are as good as each other: what
// an exploration may leave out without missing anything. Only says so; leaves nothing out.
#pragma once

#include "simulation/property.h"
#include "simulation/scenario.h"
#include "simulation/simulation.h"

#include <vector>

namespace rgsim {

/// By service: whether it may have an effect on whether one of @p properties holds. All of them
/// unless it is certain: see the reasons in the source.
std::vector<bool> influencingServices(const Scenario& base,
                                      const std::vector<Property>& properties);

/// By node: the lowest node that is as good as it for the services that @p counts, by position,
/// because none of them may run on either and votes and times are the same; itself if there is
/// none.
std::vector<NodeIndex> likeNodes(const Scenario& base, const std::vector<bool>& counts);

/// Whether the two nodes, which must be alike, could change places in @p state and nobody would
/// notice.
bool areInterchangeable(const SimulationState& state, NodeIndex a, NodeIndex b);

} // namespace rgsim
