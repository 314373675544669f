#include "planning/downtime_cause.h"

#include <algorithm>

namespace rgsim {

namespace {

// Whether an exclusive service keeps `service` from `node`, by the records.
bool isKeptAway(const Cluster& cluster, const ManagerState& manager, ServiceIndex service,
                NodeIndex node)
{
    if (!cluster.anyExclusive)
        return false;
    for (ServiceIndex other = 0; other < cluster.serviceCount(); ++other) {
        const ServiceRecord& record = manager.record(other);
        if (other != service && record.exists && record.owner == node && record.isRunningState() &&
            (cluster.placementOf(service).isExclusive || cluster.placementOf(other).isExclusive))
            return true;
    }
    return false;
}

bool hasPlace(const Cluster& cluster, const SimulationState& state, ServiceIndex service)
{
    const DomainIndex index = cluster.placementOf(service).domain;
    const FailoverDomain* domain = index == noDomain ? nullptr : &cluster.domain(index);
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        if (!state.world.node(node).managerRuns)
            continue;
        if (domain != nullptr && domain->restricted && !domain->memberSet.contains(node))
            continue;
        if (!isKeptAway(cluster, state.manager, service, node))
            return true;
    }
    return false;
}

bool waitsForAnother(const Cluster& cluster, const ManagerState& manager, ServiceIndex service)
{
    const ServiceIndex depend = cluster.placementOf(service).depend;
    if (depend == noService)
        return false;
    const ServiceRecord& record = manager.record(depend);
    return !record.exists || record.state != ServiceState::Started;
}

// Of a service that nobody holds.
DowntimeCause causeWithoutOwner(const Cluster& cluster, const SimulationState& state,
                                ServiceIndex service)
{
    if (!hasPlace(cluster, state, service))
        return DowntimeCause::Nowhere;
    return waitsForAnother(cluster, state.manager, service) ? DowntimeCause::Dependency
                                                            : DowntimeCause::LeftStopped;
}

bool isHeld(const ServiceRecord& record)
{
    return record.exists && record.owner != noNode && record.state != ServiceState::Stopped &&
           record.state != ServiceState::Disabled && record.state != ServiceState::Failed;
}

} // namespace

const char* toString(DowntimeCause cause)
{
    switch (cause) {
    case DowntimeCause::Detection:
        return "detection";
    case DowntimeCause::Fencing:
        return "fencing";
    case DowntimeCause::StatusCycle:
        return "status_cycle";
    case DowntimeCause::Phantom:
        return "phantom";
    case DowntimeCause::Stop:
        return "stop";
    case DowntimeCause::Start:
        return "start";
    case DowntimeCause::Dependency:
        return "dependency";
    case DowntimeCause::Nowhere:
        return "nowhere_to_go";
    case DowntimeCause::LeftStopped:
        return "left_stopped";
    }
    return "?";
}

DowntimeCause downtimeCause(const Cluster& cluster, const SimulationState& state,
                            ServiceIndex service, bool hasRun)
{
    const World& world = state.world;
    const bool anyManager = std::any_of(world.nodes.begin(), world.nodes.end(),
                                        [](const NodeCondition& node) { return node.managerRuns; });
    if (!anyManager)
        return DowntimeCause::Nowhere;
    const ServiceRecord& record = state.manager.record(service);
    if (!isHeld(record))
        return record.exists && record.isLeftAlone() ? DowntimeCause::LeftStopped
                                                     : causeWithoutOwner(cluster, state, service);
    const NodeCondition& owner = world.node(record.owner);
    if (!owner.managerRuns && !owner.isDeclaredDown)
        return owner.awaitsFencing ? DowntimeCause::Fencing : DowntimeCause::Detection;
    if (!owner.managerRuns && !hasPlace(cluster, state, service))
        return DowntimeCause::Nowhere;
    switch (record.state) {
    case ServiceState::Started:
    case ServiceState::Migrating:
        if (!owner.managerRuns)
            return DowntimeCause::Start;
        return hasRun ? DowntimeCause::StatusCycle : DowntimeCause::Phantom;
    case ServiceState::Starting:
        return DowntimeCause::Start;
    default:
        return DowntimeCause::Stop;
    }
}

} // namespace rgsim
