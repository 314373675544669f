#include "planning/hazard_checks.h"

#include "analysis/pieces.h"
#include "planning/placement_question.h"
#include "simulation/rest.h"

#include <algorithm>

namespace rgsim {

namespace {

Hazard lasting(HazardKind kind, const Trial& trial, std::vector<ServiceIndex> services,
               std::vector<NodeIndex> nodes)
{
    Hazard hazard;
    hazard.kind = kind;
    hazard.services = std::move(services);
    hazard.nodes = std::move(nodes);
    hazard.at = trial.settled.at;
    hazard.lasts = trial.timeline.end - trial.settled.at;
    hazard.forGood = true;
    return hazard;
}

bool isUp(const Trial& trial, NodeIndex node)
{
    return trial.timeline.nodes[static_cast<std::size_t>(node)].back().state == NodeState::Up;
}

bool runsAtEnd(const Trial& trial, ServiceIndex service)
{
    return !trial.timeline.services[static_cast<std::size_t>(service)].truth.back().runsOn.empty();
}

// The services that wait for each other in a ring through @p service; empty if it waits for none
// that waits for it.
std::vector<ServiceIndex> dependencyRing(const Trial& trial, ServiceIndex service)
{
    std::vector<ServiceIndex> ring;
    ServiceIndex at = service;
    while (at != noService && !runsAtEnd(trial, at) &&
           std::find(ring.begin(), ring.end(), at) == ring.end()) {
        ring.push_back(at);
        at = trial.cluster().service(at).depend;
    }
    if (at != service)
        return {};
    std::sort(ring.begin(), ring.end());
    return ring;
}

bool waitsForDependency(const Trial& trial, ServiceIndex service)
{
    const ServiceIndex depend = trial.cluster().service(service).depend;
    return depend != noService && !runsAtEnd(trial, depend);
}

// Where it may not run in the end, and why: its domain, or exclusive services.
void checkNowhere(const Trial& trial, const PlacementQuestion& question, ServiceIndex service,
                  std::vector<Hazard>& found)
{
    bool anyUp = false;
    bool anyAllowed = false;
    bool allExcluded = true;
    for (NodeIndex node = 0; node < trial.cluster().nodeCount(); ++node) {
        anyUp = anyUp || isUp(trial, node);
        if (!question.isAllowed(service, node, trial.timeline.end))
            continue;
        anyAllowed = true;
        allExcluded = allExcluded && question.isExcluded(service, node, trial.timeline.end);
    }
    if (anyUp && !anyAllowed)
        found.push_back(lasting(HazardKind::EmptyDomain, trial, {service}, {}));
    else if (anyAllowed && allExcluded)
        found.push_back(lasting(HazardKind::ExclusiveNowhere, trial, {service}, {}));
}

bool isOffOnPurpose(const Service& service, const BeliefSegment& belief)
{
    if (!service.autostart || belief.frozen)
        return true;
    const bool mayDisable = service.recovery == RecoveryPolicy::Disable ||
                            service.recovery == RecoveryPolicy::RestartDisable;
    return belief.exists && belief.state == ServiceState::Disabled && mayDisable;
}

// It is not at rest: whatever happens to it belongs to the circles.
bool isMoving(const Trial& trial, const ServiceTimeline& service)
{
    return trial.settled.rest == Rest::Repeats &&
           service.belief.back().from > trial.settled.at - trial.settled.period;
}

void checkService(const Trial& trial, const PlacementQuestion& question, ServiceIndex index,
                  std::vector<Hazard>& found)
{
    const ServiceTimeline& service = trial.timeline.services[static_cast<std::size_t>(index)];
    if (!service.hasProcesses || runsAtEnd(trial, index) || isMoving(trial, service) ||
        isOffOnPurpose(trial.cluster().service(index), service.belief.back()))
        return;
    if (waitsForDependency(trial, index)) {
        const std::vector<ServiceIndex> ring = dependencyRing(trial, index);
        if (!ring.empty())
            found.push_back(lasting(HazardKind::DependencyDeadlock, trial, ring, {}));
        return;
    }
    const NodeIndex good = question.goodNode(index, trial.timeline.end);
    if (good != noNode)
        found.push_back(lasting(HazardKind::LeftOff, trial, {index}, {good}));
    else
        checkNowhere(trial, question, index, found);
}

// Workers that wait for each other's nodes, and nothing is on its way that could wake them.
void checkBlockedWorkers(const Trial& trial, std::vector<Hazard>& found)
{
    const ManagerState& manager = trial.state.manager;
    const World& world = trial.state.world;
    const auto mayWake = [&](const QueueItem& item) {
        return item.kind == ItemKind::WorkerWakes && isCurrent(item, world, manager);
    };
    if (std::any_of(world.queue.items().begin(), world.queue.items().end(), mayWake))
        return;
    Hazard hazard = lasting(HazardKind::DependencyDeadlock, trial, {}, {});
    for (const Task& task : manager.tasks) {
        if (!task.isUsed || task.waitsFor == noNode)
            continue;
        hazard.services.push_back(task.service);
        hazard.nodes.push_back(task.waitsFor);
    }
    std::sort(hazard.services.begin(), hazard.services.end());
    hazard.services.erase(std::unique(hazard.services.begin(), hazard.services.end()),
                          hazard.services.end());
    if (!hazard.services.empty())
        found.push_back(hazard);
}

void checkQuorum(const Trial& trial, std::vector<Hazard>& found)
{
    if (trial.events.size() != 1)
        return;
    const PlanEvent& event = trial.events.front();
    std::vector<NodeIndex> failed = event.nodes;
    if (event.node != noNode)
        failed.push_back(event.node);
    for (const Mark& mark : trial.timeline.marks) {
        if (mark.kind != MarkKind::EmergencyStop || mark.at < trial.struck() ||
            std::find(failed.begin(), failed.end(), mark.node) != failed.end())
            continue;
        Hazard hazard = lasting(HazardKind::QuorumLost, trial, {}, failed);
        hazard.at = mark.at;
        hazard.lasts = trial.timeline.end - mark.at;
        found.push_back(hazard);
        return;
    }
}

} // namespace

void checkOutcome(const Trial& trial, std::vector<Hazard>& found)
{
    const PlacementQuestion question(trial);
    for (ServiceIndex i = 0; i < trial.cluster().serviceCount(); ++i)
        checkService(trial, question, i, found);
    checkBlockedWorkers(trial, found);
    checkQuorum(trial, found);
}

} // namespace rgsim
