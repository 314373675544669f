// What can happen to a cluster, one thing at a time: the failures and recoveries that planning
// tries. Says what is possible in a state; lets nothing happen.
#pragma once

#include "simulation/simulation.h"
#include "world/fault_plan.h"

#include <vector>

namespace rgsim {

/// The failures that make sense in any state of @p cluster, without a time: each node crashes, each
/// service's process dies (that of its first resource with a script that is no address), each node
/// is cut off.
std::vector<PlanEvent> singleFailures(const Cluster& cluster);

/// The first service whose process dies in @p death; noService if there is none.
ServiceIndex victimOf(const PlanEvent& death, const Cluster& cluster);

/// The failures that change something in @p state: of nodes that run and are not cut off yet, of
/// processes that run. At most one side is cut off at a time.
std::vector<PlanEvent> possibleFailures(const Cluster& cluster, const SimulationState& state);

/// The recoveries that change something in @p state: nodes that are off come up, an isolation is
/// healed, a service that is failed, stopped or disabled is enabled by the administrator on the
/// lowest node that takes part.
std::vector<PlanEvent> possibleRecoveries(const Cluster& cluster, const SimulationState& state);

} // namespace rgsim
