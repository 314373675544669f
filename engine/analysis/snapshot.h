// What a state of a run says about a service or a node: the same as the run's timeline says of that
// instant, without making one.
#pragma once

#include "analysis/timeline.h"
#include "simulation/simulation.h"

namespace rgsim {

/// Belief and truth of a service at one instant; the segments have no length.
struct ServiceSnapshot {
    BeliefSegment belief;
    TruthSegment truth;

    /// The record says started and the service does not run, as a whole, on its owner.
    bool isPhantom() const { return belief.isStarted() && !truth.runsOn.contains(belief.owner); }
    bool operator==(const ServiceSnapshot&) const = default;
};

/// False: nothing in the service's tree has a script, so there is no truth to speak of.
bool hasProcesses(const Service& service);

ServiceSnapshot snapshotOf(const Cluster& cluster, const SimulationState& state,
                           ServiceIndex service);
NodeState nodeStateIn(const SimulationState& state, NodeIndex node);

} // namespace rgsim
