#include "simulation/rest.h"

#include <algorithm>

namespace rgsim {

bool hasAnyCheck(const TreeNode& node)
{
    return std::any_of(node.checks.begin(), node.checks.end(),
                       [](const StatusAction& check) { return check.interval.ms > 0; });
}

bool isChecked(const ServiceRecord& record, const World& world)
{
    return record.exists && record.state == ServiceState::Started && record.owner != noNode &&
           !record.frozen && world.node(record.owner).managerRuns;
}

namespace {

// Whether every check of the service on its owner passes as long as nothing happens.
bool isHealthy(const Cluster& cluster, const World& world, const ManagerState& manager,
               ServiceIndex index)
{
    const ServiceRecord& record = manager.record(index);
    const ResourceTree& tree = cluster.service(index).tree;
    const TreePlace place = manager.trees[manager.place(record.owner, index)];
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TreeNode& node = tree.nodes[i];
        if (node.resource == noResource)
            continue;
        if (place.resources >= 0 &&
            manager.knowledge[static_cast<std::size_t>(place.resources) + i].known ==
                ResourceKnowledge::Known::Failed)
            return false;
        if (hasAnyCheck(node) && !world.processOf(node.resource).contains(record.owner))
            return false;
    }
    return true;
}

bool isAnyStatusFaultActive(const FaultPlan& plan, SimTime now)
{
    return std::any_of(
        plan.scriptFaults.begin(), plan.scriptFaults.end(), [now](const ScriptFault& fault) {
            return fault.op == ScriptOp::Status && fault.from <= now && now < fault.to;
        });
}

} // namespace

bool allChecksPass(const Cluster& cluster, const World& world, const ManagerState& manager)
{
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (isChecked(manager.record(i), world) && !isHealthy(cluster, world, manager, i))
            return false;
    }
    return true;
}

bool isCurrent(const QueueItem& item, const World& world, const ManagerState& manager)
{
    switch (item.kind) {
    case ItemKind::Scan:
        return world.isManagerCurrent(item.node, item.stamp);
    case ItemKind::WorkerWakes: {
        const std::int32_t task = manager.worker(item.node, item.service).task;
        return task >= 0 && manager.tasks[static_cast<std::size_t>(task)].number == item.stamp;
    }
    case ItemKind::NodeBooted:
        return world.node(item.node).incarnation == item.stamp && !world.node(item.node).runs;
    case ItemKind::LossDetected:
        if (item.node == noNode)
            return item.stamp == world.isolationEpoch;
        return world.node(item.node).incarnation == item.stamp && world.node(item.node).isMember;
    case ItemKind::FencingEnds:
        return world.node(item.node).incarnation == item.stamp &&
               world.node(item.node).awaitsFencing;
    case ItemKind::RandomFailure:
    case ItemKind::RandomRepair:
        return true;
    }
    return true;
}

bool isAtRest(const Simulation& simulation)
{
    const World& world = simulation.state().world;
    const ManagerState& manager = simulation.state().manager;
    const auto mayMatter = [&](const QueueItem& item) {
        return item.kind != ItemKind::Scan && item.kind != ItemKind::RandomFailure &&
               isCurrent(item, world, manager);
    };
    return manager.isQuiet() &&
           std::none_of(manager.tasks.begin(), manager.tasks.end(),
                        [](const Task& task) { return task.isUsed; }) &&
           std::none_of(world.queue.items().begin(), world.queue.items().end(), mayMatter) &&
           !isAnyStatusFaultActive(simulation.scenario().plan, world.now) &&
           allChecksPass(simulation.scenario().cluster, world, manager);
}

} // namespace rgsim
