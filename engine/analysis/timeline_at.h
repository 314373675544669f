// What a timeline says of one instant, found without walking through it: a person drags the
// playhead and wants to see a hundred services at once. Computes nothing that the timeline does not
// hold; an instant after the end is the end.
#pragma once

#include "analysis/keep_apart.h"
#include "analysis/timeline.h"
#include "simulation/scenario.h"

#include <optional>
#include <vector>

namespace rgsim {

const BeliefSegment& beliefAt(const ServiceTimeline& service, SimTime at);
const TruthSegment& truthAt(const ServiceTimeline& service, SimTime at);
NodeState nodeStateAt(const Timeline& timeline, NodeIndex node, SimTime at);

/// The record says started and the service does not run, as a whole, on its owner. Never for a
/// service without processes.
bool isPhantomAt(const ServiceTimeline& service, SimTime at);

/// Those of @p violations (as keepApartViolations() orders them) that last at @p at. What lasts
/// until @p end still lasts at it.
std::vector<const KeepApartViolation*>
violationsAt(const std::vector<KeepApartViolation>& violations, SimTime at, SimTime end);

/// When a node that is booting at @p at will be up; nothing if it is not booting, or something
/// else came first. Nodes that the plan lets come up "at once" do not boot before.
std::optional<SimTime> bootEndAt(const Scenario& scenario, const Timeline& timeline, NodeIndex node,
                                 SimTime at);

} // namespace rgsim
