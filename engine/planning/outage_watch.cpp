#include "planning/outage_watch.h"

#include "analysis/snapshot.h"

#include <algorithm>
#include <numeric>

namespace rgsim {

namespace {

bool isAboutNodes(RowKind kind)
{
    switch (kind) {
    case RowKind::Record:
    case RowKind::Script:
    case RowKind::Reply:
    case RowKind::Syslog:
    case RowKind::Process:
    case RowKind::Fault:
    case RowKind::Master:
    case RowKind::Wander:
        return false;
    case RowKind::NodeUp:
    case RowKind::NodeDown:
    case RowKind::NodePower:
    case RowKind::Membership:
    case RowKind::Quorum:
    case RowKind::Fence:
    case RowKind::Isolation:
    case RowKind::Emergency:
        return true;
    }
    return true;
}

// The nodes on which all of the service's resources that have a script run.
NodeSet placesOf(const Cluster& cluster, const World& world, ServiceIndex service)
{
    NodeSet places;
    bool isFirst = true;
    for (const TreeNode& node : cluster.service(service).tree.nodes) {
        if (node.resource == noResource)
            continue;
        places = isFirst ? world.processOf(node.resource) : places & world.processOf(node.resource);
        isFirst = false;
    }
    return places;
}

} // namespace

SimDuration ServiceOutcome::total() const
{
    return {std::accumulate(downtime.begin(), downtime.end(), std::int64_t{0})};
}

OutageWatch::OutageWatch(const Cluster& cluster, const std::vector<BalancedGroup>& groups)
    : m_cluster(cluster), m_groups(groups), m_usersOf(cluster.resources.size()),
      m_isGrouped(cluster.services.size())
{
    for (ServiceIndex s = 0; s < cluster.serviceCount(); ++s) {
        m_hasProcesses.push_back(hasProcesses(cluster.service(s)));
        for (const TreeNode& node : cluster.service(s).tree.nodes) {
            if (node.resource == noResource)
                continue;
            std::vector<ServiceIndex>& users = m_usersOf[static_cast<std::size_t>(node.resource)];
            if (users.empty() || users.back() != s)
                users.push_back(s);
        }
    }
    for (const BalancedGroup& group : groups) {
        for (const ServiceIndex service : group.services)
            m_isGrouped[static_cast<std::size_t>(service)] = true;
    }
}

void OutageWatch::begin(const SimulationState& state)
{
    m_from = state.world.now;
    m_present.assign(m_cluster.services.size(), {});
    m_services.assign(m_cluster.services.size(), {});
    m_pieces.assign(m_cluster.services.size(), {});
    m_groupOutcomes.clear();
    m_changed.clear();
    for (ServiceIndex s = 0; s < m_cluster.serviceCount(); ++s) {
        Present& present = m_present[static_cast<std::size_t>(s)];
        present.since = m_from;
        present.lastOwner = state.manager.record(s).owner;
        if (m_isGrouped[static_cast<std::size_t>(s)])
            m_pieces[static_cast<std::size_t>(s)].push_back({m_from, m_from, {}});
    }
    markAll();
    note(state, {});
}

void OutageWatch::mark(ServiceIndex service)
{
    Present& present = m_present[static_cast<std::size_t>(service)];
    if (present.isLookedAt || !m_hasProcesses[static_cast<std::size_t>(service)])
        return;
    present.isLookedAt = true;
    m_changed.push_back(service);
}

void OutageWatch::markAll()
{
    for (ServiceIndex s = 0; s < m_cluster.serviceCount(); ++s)
        mark(s);
}

// Directly or by way of no owner: the same as a relocation in a timeline.
void OutageWatch::countOwner(ServiceIndex service, NodeIndex owner)
{
    NodeIndex& last = m_present[static_cast<std::size_t>(service)].lastOwner;
    if (owner == noNode)
        return;
    if (last != noNode && last != owner)
        ++m_services[static_cast<std::size_t>(service)].relocations;
    last = owner;
}

void OutageWatch::note(const SimulationState& state, const std::vector<LogRow>& rows)
{
    bool anyNode = false;
    for (const LogRow& row : rows) {
        if (row.kind == RowKind::Record) {
            countOwner(row.service, row.owner);
            mark(row.service);
        } else if (row.kind == RowKind::Process) {
            for (const ServiceIndex user : m_usersOf[static_cast<std::size_t>(row.resource)])
                mark(user);
        } else {
            anyNode = anyNode || isAboutNodes(row.kind);
        }
    }
    // One service's record can be why another has nowhere to go, or waits.
    if (anyNode || (!m_changed.empty() && (m_cluster.anyExclusive || m_cluster.anyDepend)))
        markAll();
    for (const ServiceIndex service : m_changed)
        look(state, service);
    m_changed.clear();
}

void OutageWatch::look(const SimulationState& state, ServiceIndex service)
{
    const SimTime now = state.world.now;
    Present& present = m_present[static_cast<std::size_t>(service)];
    present.isLookedAt = false;
    const ServiceRecord& record = state.manager.record(service);
    if (!record.exists)
        present.lastOwner = noNode; // all records were forgotten
    const bool isStarted = record.exists && record.state == ServiceState::Started;
    const NodeIndex startedOn = isStarted ? record.owner : noNode;
    const NodeSet places = placesOf(m_cluster, state.world, service);
    if (startedOn != present.startedOn)
        present.hasRun = false;
    present.startedOn = startedOn;
    present.hasRun = present.hasRun || (startedOn != noNode && places.contains(startedOn));
    const bool isDown = places.empty();
    const DowntimeCause cause = isDown ? downtimeCause(m_cluster, state, service, present.hasRun)
                                       : DowntimeCause::Detection;
    if (m_isGrouped[static_cast<std::size_t>(service)]) {
        std::vector<InstancePiece>& pieces = m_pieces[static_cast<std::size_t>(service)];
        if (!(pieces.back().runsOn == places)) {
            pieces.back().to = now;
            if (pieces.back().from == now)
                pieces.pop_back();
            if (!pieces.empty() && pieces.back().runsOn == places)
                pieces.back().to = now;
            else
                pieces.push_back({now, now, places});
        }
    }
    if (isDown == present.isDown && cause == present.cause)
        return;
    account(service, now);
    present.isDown = isDown;
    present.cause = cause;
    present.since = now;
}

// What lasted no time is not there.
void OutageWatch::account(ServiceIndex service, SimTime to)
{
    Present& present = m_present[static_cast<std::size_t>(service)];
    ServiceOutcome& outcome = m_services[static_cast<std::size_t>(service)];
    if (to == present.since)
        return;
    if (present.isDown) {
        if (!present.wasDown)
            present.downSince = present.since;
        outcome.downtime[static_cast<std::size_t>(present.cause)] += (to - present.since).ms;
    } else if (present.wasDown) {
        outcome.outages.add(present.since - present.downSince);
    }
    present.wasDown = present.isDown;
}

void OutageWatch::finish(SimTime end)
{
    for (ServiceIndex s = 0; s < m_cluster.serviceCount(); ++s) {
        Present& present = m_present[static_cast<std::size_t>(s)];
        account(s, end);
        if (present.wasDown)
            m_services[static_cast<std::size_t>(s)].outages.add(end - present.downSince);
        if (m_isGrouped[static_cast<std::size_t>(s)])
            m_pieces[static_cast<std::size_t>(s)].back().to = end;
    }
    for (const BalancedGroup& group : m_groups) {
        std::vector<std::vector<InstancePiece>> instances;
        for (const ServiceIndex service : group.services)
            instances.push_back(m_pieces[static_cast<std::size_t>(service)]);
        m_groupOutcomes.push_back(balance(group, instances, m_from, end));
    }
}

} // namespace rgsim
