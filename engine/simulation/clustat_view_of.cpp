#include "simulation/clustat_view_of.h"

namespace rgsim {

namespace {

std::string nameOf(const Cluster& cluster, NodeIndex node)
{
    return node == noNode ? std::string() : cluster.node(node).name;
}

// cman's members without a manager are in nobody's view, but clustat shows them as online. Without
// quorum no manager runs, and clustat shows no one.
bool isSeenBy(const World& world, NodeIndex node, NodeIndex other)
{
    const NodeCondition& mine = world.node(node);
    const NodeCondition& its = world.node(other);
    const bool isIdle = mine.managerRuns && its.runs && its.isMember && !its.managerRuns &&
                        its.isIsolated == mine.isIsolated;
    return mine.view.contains(other) || isIdle;
}

} // namespace

ClustatView clustatViewOf(const Cluster& cluster, const World& world, const ManagerState& state,
                          NodeIndex node)
{
    ClustatView view;
    view.clusterName = cluster.name;
    view.now = world.now;
    view.quorate = node == noNode || world.node(node).managerRuns;
    for (NodeIndex i = 0; i < cluster.nodeCount(); ++i) {
        const NodeCondition& condition = world.node(i);
        const bool isSeen = node == noNode ? condition.isMember : isSeenBy(world, node, i);
        view.nodes.push_back({cluster.node(i).name, cluster.node(i).id, isSeen, i == node,
                              isSeen && condition.managerRuns});
    }
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        const ServiceRecord& record = state.record(i);
        ClustatService line;
        line.name = cluster.service(i).fullName;
        line.owner = nameOf(cluster, record.owner);
        line.lastOwner = nameOf(cluster, record.lastOwner);
        line.state = record.state;
        line.frozen = record.frozen;
        line.restarts = record.restarts;
        line.lastTransition = record.hasChanged ? record.transition : SimTime::longAgo();
        view.services.push_back(std::move(line));
    }
    return view;
}

bool clustatWorksOn(const World& world, NodeIndex node)
{
    return world.node(node).isMember;
}

NodeIndex firstNodeForClustat(const World& world)
{
    NodeIndex found = noNode;
    for (NodeIndex i = 0; i < static_cast<NodeIndex>(world.nodes.size()); ++i) {
        if (world.node(i).managerRuns)
            return i;
        if (found == noNode && clustatWorksOn(world, i))
            found = i;
    }
    return found;
}

} // namespace rgsim
