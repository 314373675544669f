// What planning begins with: the cluster of a scenario on its own, before anything fails. The story
// that the scenario tells about it is left out.
#pragma once

#include "simulation/scenario.h"

namespace rgsim {

/// The scenario's cluster, its state at the beginning and its boots at time 0 (all nodes, if it has
/// neither); the faults that last from the beginning for ever, because they are how things are. All
/// other events and faults, random failures and the lesson are left out, and arbitration that is
/// shuffled becomes lowest-node-first. The end lies at SimTime::never() / 4: who runs it stops.
Scenario baseScenario(const Scenario& scenario);

/// @p base with these events in its plan, in the given order, and an end.
Scenario withEvents(const Scenario& base, const std::vector<PlanEvent>& events, SimTime until);

} // namespace rgsim
