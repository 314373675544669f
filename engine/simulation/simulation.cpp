#include "simulation/simulation.h"

#include "base/ensure.h"
#include "base/limits.h"
#include "rgmanager/lifecycle.h"
#include "rgmanager/node_events.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/user_lock.h"
#include "simulation/fast_forward.h"
#include "simulation/guard_gate.h"
#include "simulation/rest.h"
#include "simulation/room.h"

#include <algorithm>

namespace rgsim {

namespace {

void carryOut(Manager& m, Room& room, const PlanEvent& event)
{
    switch (event.kind) {
    case PlanKind::Boot:
        room.boot(event.nodes);
        return;
    case PlanKind::Crash:
        room.crash(event.node);
        return;
    case PlanKind::PowerCycle:
        room.crash(event.node);
        room.powerOn(event.node);
        return;
    case PlanKind::Leave:
        if (m.world.node(event.node).managerRuns)
            beginLeaving(m, event.node);
        return;
    case PlanKind::Isolate:
        room.isolate(event.nodes);
        return;
    case PlanKind::Heal:
        room.heal();
        return;
    case PlanKind::ProcessDies:
        room.endProcess(event.resource);
        return;
    case PlanKind::Admin:
        submitAdminRequest(m, event.node, event.service, toRequest(event.request), event.target);
        return;
    case PlanKind::Wander:
        return;
    case PlanKind::Lock:
    case PlanKind::Unlock:
        setUserLock(m, event.node, event.kind == PlanKind::Lock);
        return;
    }
}

} // namespace

Simulation::Simulation(const Scenario& scenario)
    : m_scenario(scenario), m_plan(eventsInOrder(scenario.plan)),
      m_faults(scenario.plan, scenario.cluster.resources.size())
{
    if (scenario.cluster.guardMode != GuardMode::Off)
        m_ownGate = std::make_unique<GuardGate>();
    m_gate = m_ownGate.get();
    m_state.world = makeWorld(scenario.cluster, scenario.plan, scenario.seed);
    m_state.manager = makeManagerState(scenario.cluster);
    if (!scenario.order.empty())
        m_choices.open(scenario.order);
}

Simulation::~Simulation() = default;

void Simulation::setStartGate(StartGate* gate)
{
    m_gate = gate != nullptr ? gate : m_ownGate.get();
}

Manager Simulation::manager()
{
    return {m_scenario.cluster,
            m_faults,
            m_scenario.arbitration,
            m_state.world,
            m_state.manager,
            m_log,
            m_gate,
            m_sink,
            &m_memo,
            m_choices.isOpen() ? &m_choices : nullptr,
            m_scripts};
}

bool Simulation::hitEventLimit() const
{
    return m_state.world.itemsHandled >= limits::maxRunEvents;
}

// At equal times the plan's events come first: they were there before everything else.
bool Simulation::nextIsPlanEvent() const
{
    const World& world = m_state.world;
    if (world.nextPlanEvent >= m_plan.size())
        return false;
    return world.queue.empty() || m_plan[world.nextPlanEvent].at <= world.queue.top().at;
}

SimTime Simulation::nextTime() const
{
    if (nextIsPlanEvent())
        return m_plan[m_state.world.nextPlanEvent].at;
    return m_state.world.queue.empty() ? SimTime::never() : m_state.world.queue.top().at;
}

void Simulation::begin()
{
    m_state.world.hasBegun = true;
    if (!m_scenario.start)
        return;
    Manager m = manager();
    beginIn(m, *m_scenario.start);
}

bool Simulation::step(SimTime limit)
{
    World& world = m_state.world;
    if (hitEventLimit())
        return false;
    if (!world.hasBegun)
        begin();
    if (m_fastForward && !m_choices.isOpen() && !nextIsPlanEvent() && !world.queue.empty() &&
        world.queue.top().kind == ItemKind::Scan) {
        SimTime horizon = limit + SimDuration::milliseconds(1);
        if (world.nextPlanEvent < m_plan.size())
            horizon = std::min(horizon, m_plan[world.nextPlanEvent].at);
        skipQuietScans(m_scenario.cluster, m_scenario.plan, world, m_state.manager, horizon);
    }
    const SimTime next = nextTime();
    if (next > limit || next == SimTime::never())
        return false;
    ENSURE(next >= world.now);
    world.now = next;
    ++world.itemsHandled;
    Manager m = manager();
    Room room(m, m_scenario.plan);
    if (nextIsPlanEvent()) {
        const std::uint32_t index = world.nextPlanEvent++;
        LogRow row;
        row.at = next;
        row.kind = RowKind::Fault;
        row.node = m_plan[index].node;
        row.service = m_plan[index].service;
        row.resource = m_plan[index].resource;
        row.code = static_cast<std::int32_t>(index);
        m_log.add(row);
        carryOut(m, room, m_plan[index]);
    } else {
        handleItem(takeItem());
    }
    do {
        runUntilQuiet(m);
        room.finishLeaving();
    } while (!m_state.manager.isQuiet());
    return true;
}

// Usually the first one; otherwise any of those of the same instant that still mean something.
QueueItem Simulation::takeItem()
{
    World& world = m_state.world;
    if (!m_choices.isOpen() || !isCurrent(world.queue.top(), world, m_state.manager))
        return world.queue.pop();
    std::vector<QueueItem> tied;
    for (const QueueItem& item : world.queue.items()) {
        if (item.at == world.now && isCurrent(item, world, m_state.manager))
            tied.push_back(item);
    }
    std::sort(tied.begin(), tied.end(),
              [](const QueueItem& a, const QueueItem& b) { return a.sequence < b.sequence; });
    std::vector<OrderCandidate> candidates;
    for (const QueueItem& item : tied)
        candidates.push_back({item.node, item.kind, item.service});
    return world.queue.take(tied[m_choices.choose(world, candidates)].sequence);
}

void Simulation::handleItem(const QueueItem& item)
{
    Manager m = manager();
    Room room(m, m_scenario.plan);
    switch (item.kind) {
    case ItemKind::WorkerWakes:
        wakeWorker(m, item.node, item.service, item.stamp);
        return;
    case ItemKind::Scan:
        if (!m_state.world.isManagerCurrent(item.node, item.stamp))
            return;
        scanForChecks(m, item.node);
        m_state.world.queue.push({item.at + m_scenario.cluster.statusPollInterval, 0,
                                  ItemKind::Scan, item.node, noService, item.stamp});
        return;
    case ItemKind::NodeBooted:
        room.nodeBooted(item);
        return;
    case ItemKind::LossDetected:
        room.lossDetected(item);
        return;
    case ItemKind::FencingEnds:
        room.fencingEnds(item);
        return;
    case ItemKind::RandomFailure:
        room.randomFailure(item);
        return;
    case ItemKind::RandomRepair:
        room.randomRepair(item);
        return;
    }
}

void Simulation::runUntil(SimTime limit)
{
    while (step(limit)) {
    }
    if (!hitEventLimit())
        m_state.world.now = std::max(m_state.world.now, limit);
}

FinalState Simulation::finalState() const
{
    FinalState final;
    for (const ServiceRecord& record : m_state.manager.records)
        final.services.push_back(
            {record.exists, record.state, record.owner, record.lastOwner, record.restarts});
    final.runsOn = m_state.world.processes;
    return final;
}

std::uint64_t Simulation::fingerprint() const
{
    Fingerprint fingerprint;
    m_log.mixInto(fingerprint);
    m_state.world.mixInto(fingerprint);
    m_state.manager.mixInto(fingerprint, m_scenario.cluster);
    return fingerprint.value();
}

} // namespace rgsim
