#include "planning/failures.h"

#include <algorithm>

namespace rgsim {

namespace {

PlanEvent crashOf(NodeIndex node)
{
    PlanEvent event;
    event.kind = PlanKind::Crash;
    event.node = node;
    return event;
}

PlanEvent isolationOf(NodeIndex node)
{
    PlanEvent event;
    event.kind = PlanKind::Isolate;
    event.nodes = {node};
    return event;
}

PlanEvent deathOf(const Cluster& cluster, ServiceIndex service)
{
    PlanEvent event;
    event.kind = PlanKind::ProcessDies;
    event.resource = failingResource(cluster.service(service));
    return event;
}

} // namespace

std::vector<PlanEvent> singleFailures(const Cluster& cluster)
{
    std::vector<PlanEvent> failures;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
        failures.push_back(crashOf(node));
    for (ServiceIndex service = 0; service < cluster.serviceCount(); ++service) {
        if (failingResource(cluster.service(service)) != noResource)
            failures.push_back(deathOf(cluster, service));
    }
    if (cluster.nodeCount() > 1) {
        for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
            failures.push_back(isolationOf(node));
    }
    return failures;
}

ServiceIndex victimOf(const PlanEvent& death, const Cluster& cluster)
{
    const auto isHit = [&](const Service& service) {
        return failingResource(service) == death.resource;
    };
    const auto found = std::find_if(cluster.services.begin(), cluster.services.end(), isHit);
    return found == cluster.services.end()
               ? noService
               : static_cast<ServiceIndex>(found - cluster.services.begin());
}

std::vector<PlanEvent> possibleFailures(const Cluster& cluster, const SimulationState& state)
{
    const World& world = state.world;
    const auto running = std::count_if(world.nodes.begin(), world.nodes.end(),
                                       [](const NodeCondition& node) { return node.runs; });
    const bool isCutOff = std::any_of(world.nodes.begin(), world.nodes.end(),
                                      [](const NodeCondition& node) { return node.isIsolated; });
    std::vector<PlanEvent> failures = singleFailures(cluster);
    std::erase_if(failures, [&](const PlanEvent& event) {
        switch (event.kind) {
        case PlanKind::Crash:
            return !world.node(event.node).runs;
        case PlanKind::Isolate:
            return isCutOff || running < 2 || !world.node(event.nodes.front()).runs;
        default:
            return world.processOf(event.resource).empty();
        }
    });
    return failures;
}

std::vector<PlanEvent> possibleRecoveries(const Cluster& cluster, const SimulationState& state)
{
    std::vector<PlanEvent> recoveries;
    NodeIndex lowest = noNode;
    bool isCutOff = false;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        const NodeCondition& condition = state.world.node(node);
        isCutOff = isCutOff || condition.isIsolated;
        if (condition.managerRuns && lowest == noNode)
            lowest = node;
        if (condition.runs)
            continue;
        PlanEvent boot;
        boot.kind = PlanKind::Boot;
        boot.nodes = {node};
        recoveries.push_back(boot);
    }
    if (isCutOff) {
        PlanEvent heal;
        heal.kind = PlanKind::Heal;
        recoveries.push_back(heal);
    }
    for (ServiceIndex service = 0; service < cluster.serviceCount() && lowest != noNode;
         ++service) {
        const ServiceRecord& record = state.manager.record(service);
        const bool isOff = record.exists && (record.state == ServiceState::Failed ||
                                             record.state == ServiceState::Stopped ||
                                             record.state == ServiceState::Disabled);
        if (!isOff)
            continue;
        // clusvcadm -e works on disabled and stopped services only, so a failed one is disabled
        // first; whoever explores does that as a step of its own.
        PlanEvent admin;
        admin.kind = PlanKind::Admin;
        admin.service = service;
        admin.node = lowest;
        admin.request =
            record.state == ServiceState::Failed ? AdminRequest::Disable : AdminRequest::Enable;
        recoveries.push_back(admin);
    }
    return recoveries;
}

} // namespace rgsim
