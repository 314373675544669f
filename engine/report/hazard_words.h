// Hazards in words: what goes wrong, with the names of nodes and services, and what helps. Finds
// nothing and tries nothing.
#pragma once

#include "cluster/cluster.h"
#include "planning/hazard_search.h"

#include <string>
#include <vector>

namespace rgsim {

/// What hazards of this kind are, in a sentence without names: for headings and tables.
const char* describe(HazardKind kind);

/// What happens there, in a sentence or two with names and times.
std::string explanationText(const Cluster& cluster, const Hazard& hazard);

/// "With recovery="relocate" on service:bark it does not happen any more." and what is left, or
/// that none of the changes that were tried helps.
std::string remedyText(const Cluster& cluster, const FoundHazard& found);

/// "a cold start", or the events in order: "crash node1 at 00:00:32".
std::string sequenceText(const Cluster& cluster, const std::vector<PlanEvent>& sequence);

/// Full names of services, names of nodes.
std::vector<std::string> serviceNames(const Cluster& cluster,
                                      const std::vector<ServiceIndex>& services);
std::vector<std::string> nodeNames(const Cluster& cluster, const std::vector<NodeIndex>& nodes);

} // namespace rgsim
