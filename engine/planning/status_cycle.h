// The rhythm of a cluster's status checks and the grain of all its durations: at which instants a
// failure can make a difference at all. Arithmetic on the configuration; runs nothing.
#pragma once

#include "cluster/cluster.h"
#include "world/fault_plan.h"

#include <vector>

namespace rgsim {

/// The greatest duration of which every duration of the cluster is a multiple: poll interval,
/// intervals of checks, times of scripts, token, fencing, boot, expiry times. All that follows from
/// events at multiples of it happens at multiples of it, too.
SimDuration timeGrain(const Cluster& cluster);

/// After how long the pattern of scans and due checks of a cluster at rest repeats: the least
/// common multiple of all checks' real distances, which are whole numbers of poll intervals.
/// SimDuration of more than a day counts as a day.
SimDuration statusCycle(const Cluster& cluster);

/// The instants from <= t < to at which an event can make a difference, if up to @p others other
/// events lie off the grain: each multiple of the grain and 1 + others instants between two of
/// them. What happens at any other instant happens in the same order as at one of these (the
/// regions of timed automata: Alur and Dill, A theory of timed automata, 1994).
std::vector<SimTime> distinctInstants(SimDuration grain, SimTime from, SimTime to, int others = 0);

} // namespace rgsim
