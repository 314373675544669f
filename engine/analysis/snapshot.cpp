#include "analysis/snapshot.h"

#include <algorithm>

namespace rgsim {

bool hasProcesses(const Service& service)
{
    return std::any_of(service.tree.nodes.begin(), service.tree.nodes.end(),
                       [](const TreeNode& node) { return node.resource != noResource; });
}

ServiceSnapshot snapshotOf(const Cluster& cluster, const SimulationState& state,
                           ServiceIndex service)
{
    const ServiceRecord& record = state.manager.record(service);
    const SimTime now = state.world.now;
    ServiceSnapshot snapshot;
    snapshot.belief.from = now;
    snapshot.belief.to = now;
    snapshot.belief.exists = record.exists;
    snapshot.belief.frozen = record.frozen;
    snapshot.belief.state = record.state;
    snapshot.belief.owner = record.owner;
    snapshot.belief.lastOwner = record.lastOwner;
    snapshot.belief.restarts = record.restarts;
    snapshot.truth.from = now;
    snapshot.truth.to = now;
    NodeSet somewhere;
    bool isFirst = true;
    for (const TreeNode& node : cluster.service(service).tree.nodes) {
        if (node.resource == noResource)
            continue;
        const NodeSet& places = state.world.processOf(node.resource);
        snapshot.truth.runsOn = isFirst ? places : snapshot.truth.runsOn & places;
        somewhere = somewhere | places;
        isFirst = false;
    }
    snapshot.truth.partlyOn = somewhere.minus(snapshot.truth.runsOn);
    return snapshot;
}

NodeState nodeStateIn(const SimulationState& state, NodeIndex node)
{
    const NodeCondition& condition = state.world.node(node);
    if (!condition.runs)
        return condition.isDeclaredDown ? NodeState::Off : NodeState::Lost;
    if (condition.isIsolated)
        return NodeState::Isolated;
    return condition.managerRuns ? NodeState::Up : NodeState::Idle;
}

} // namespace rgsim
