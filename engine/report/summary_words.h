// How a run's sums and findings are put into words, for all forms that people read. One place, so
// that a table of text and a page say the same; it computes nothing.
#pragma once

#include "analysis/summary.h"
#include "cluster/cluster.h"

#include <string>
#include <vector>

namespace rgsim {

/// "started node2", "disabled (frozen)", "no record"; @p names are the nodes' as shown.
std::string beliefWords(const std::vector<std::string>& names, const BeliefSegment& belief);
/// "node1", "node1+node2 (part)", "-" if it runs nowhere.
std::string truthWords(const std::vector<std::string>& names, const TruthSegment& truth);

/// "-" for zero.
std::string numberWords(int number);
std::string timeWords(SimDuration time);

/// "kept apart no longer: service:a, service:b all ran on node1 from 5s to 5min (4min55s)".
std::string violationWords(const Cluster& cluster, const KeepApartViolation& violation);
/// "guard: refused service:a for nothing on node1 at 0s".
std::string hazardWords(const Cluster& cluster, const GuardHazardFound& hazard);

} // namespace rgsim
