#include "planning/property_watch.h"

#include "analysis/snapshot.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr SimDuration instant = SimDuration::milliseconds(1);

bool isChange(const LogRow& row)
{
    return row.kind != RowKind::Syslog && row.kind != RowKind::Script && row.kind != RowKind::Reply;
}

} // namespace

WatchedProperties::WatchedProperties(const Cluster& cluster,
                                     const std::vector<Property>& properties)
    : m_cluster(cluster), m_properties(properties)
{
    for (const Service& service : cluster.services) {
        NodeSet allowed;
        const bool isRestricted =
            service.domain != noDomain && cluster.domain(service.domain).restricted;
        for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
            if (!isRestricted || cluster.domain(service.domain).memberSet.contains(node))
                allowed.insert(node);
        }
        m_allowed.push_back(allowed);
    }
    for (const Property& property : properties) {
        m_countsRelocations =
            m_countsRelocations || property.kind == Property::Kind::RelocationsPerFailure;
        if (property.kind != Property::Kind::RelocationsPerFailure)
            m_services.insert(m_services.end(), property.services.begin(), property.services.end());
    }
    std::sort(m_services.begin(), m_services.end());
    m_services.erase(std::unique(m_services.begin(), m_services.end()), m_services.end());
}

PropertyWatch::PropertyWatch(const WatchedProperties& watched)
    : m_watched(&watched), m_memory(watched.properties().size()),
      m_runsOn(watched.cluster().services.size())
{
    if (watched.countsRelocations())
        m_lastOwner.assign(watched.cluster().services.size(), noNode);
}

void PropertyWatch::note(const SimulationState& state, std::span<const LogRow> rows)
{
    if (std::none_of(rows.begin(), rows.end(), isChange))
        return;
    passTo(state.world.now);
    for (const LogRow& row : rows) {
        if (row.kind == RowKind::Record && m_watched->countsRelocations())
            takeRecord(state, row);
    }
    look(state);
}

void PropertyWatch::takeRecord(const SimulationState& state, const LogRow& row)
{
    if (row.owner == noNode)
        return;
    NodeIndex& before = m_lastOwner[static_cast<std::size_t>(row.service)];
    const bool hasMoved = before != noNode && before != row.owner;
    before = row.owner;
    for (std::size_t i = 0; hasMoved && i < m_memory.size(); ++i) {
        const Property& property = m_watched->properties()[i];
        if (property.kind != Property::Kind::RelocationsPerFailure ||
            (!property.services.empty() && property.services.front() != row.service))
            continue;
        if (++m_memory[i].moves > property.count)
            breaks(i, state.world.now);
    }
}

void PropertyWatch::look(const SimulationState& state)
{
    for (const ServiceIndex service : m_watched->services())
        m_runsOn[static_cast<std::size_t>(service)] =
            snapshotOf(m_watched->cluster(), state, service).truth.runsOn;
    // Without any record nobody remembers where a service was: see makeTimeline().
    for (std::size_t i = 0; i < m_lastOwner.size(); ++i) {
        if (!state.manager.records[i].exists)
            m_lastOwner[i] = noNode;
    }
    for (std::size_t i = 0; i < m_memory.size(); ++i) {
        const Property& property = m_watched->properties()[i];
        Memory& memory = m_memory[i];
        const bool counted = memory.counts;
        if (property.kind == Property::Kind::NeverTogether) {
            memory.counts = areTogether(property);
        } else if (property.kind == Property::Kind::BackWithin) {
            const ServiceIndex service = property.services.front();
            const bool runs = !m_runsOn[static_cast<std::size_t>(service)].empty();
            memory.hasRun = memory.hasRun || runs;
            if (runs)
                memory.down = SimDuration{};
            memory.counts = memory.hasRun && !runs && isWanted(state, service);
        }
        if (memory.counts && !counted && memory.down.isZero())
            memory.since = m_now;
    }
}

bool PropertyWatch::areTogether(const Property& property) const
{
    NodeSet used;
    for (const ServiceIndex service : property.services) {
        const NodeSet& places = m_runsOn[static_cast<std::size_t>(service)];
        if (!(used & places).empty())
            return true;
        used = used | places;
    }
    return false;
}

bool PropertyWatch::isWanted(const SimulationState& state, ServiceIndex service) const
{
    for (const NodeIndex node : m_watched->allowed(service)) {
        if (nodeStateIn(state, node) == NodeState::Up)
            return true;
    }
    return false;
}

void PropertyWatch::passTo(SimTime now)
{
    const SimDuration passed = now - m_now;
    for (std::size_t i = 0; passed.ms > 0 && i < m_memory.size(); ++i) {
        Memory& memory = m_memory[i];
        if (!memory.counts)
            continue;
        const Property& property = m_watched->properties()[i];
        if (property.kind == Property::Kind::NeverTogether) {
            breaks(i, m_now + instant);
        } else {
            if (memory.down + passed > property.limit)
                breaks(i, m_now + (property.limit - memory.down) + instant);
            memory.down = memory.down + passed;
        }
    }
    m_now = now;
}

void PropertyWatch::strike()
{
    for (Memory& memory : m_memory)
        memory.moves = 0;
}

void PropertyWatch::restForEver()
{
    for (std::size_t i = 0; i < m_memory.size(); ++i) {
        const Property& property = m_watched->properties()[i];
        if (!m_memory[i].counts)
            continue;
        const SimDuration left = property.kind == Property::Kind::BackWithin
                                     ? property.limit - m_memory[i].down
                                     : SimDuration{};
        breaks(i, m_now + left + instant);
    }
}

bool PropertyWatch::growsSince(const PropertyWatch& before) const
{
    for (std::size_t i = 0; i < m_memory.size(); ++i) {
        if (m_memory[i].moves > before.m_memory[i].moves ||
            m_memory[i].down > before.m_memory[i].down)
            return true;
    }
    return false;
}

void PropertyWatch::breaks(std::size_t property, SimTime at)
{
    const Memory& memory = m_memory[property];
    const bool isPoint =
        m_watched->properties()[property].kind == Property::Kind::RelocationsPerFailure;
    if (!m_breach || at < m_breach->at)
        m_breach = PropertyBreach{property, isPoint ? at : memory.since, at};
}

void PropertyWatch::mixInto(Fingerprint& fingerprint) const
{
    for (const Memory& memory : m_memory) {
        fingerprint.add((memory.hasRun ? 1U : 0U) | (memory.counts ? 2U : 0U));
        fingerprint.add(static_cast<std::uint64_t>(memory.down.ms));
    }
    for (const NodeIndex owner : m_lastOwner)
        fingerprint.add(static_cast<std::uint64_t>(owner + 1));
}

void runWatched(Simulation& simulation, PropertyWatch& watch, SimTime limit)
{
    while (simulation.step(limit)) {
        watch.note(simulation.state(), simulation.log().rows());
        simulation.log().clear();
    }
    simulation.runUntil(limit); // sets the clock
    watch.passTo(simulation.now());
}

Settled settleWatched(Simulation& simulation, PropertyWatch& watch, SimTime latest)
{
    constexpr int mostCircles = 1000;
    simulation.log().clear();
    std::size_t seen = 0;
    Settled settled = settle(simulation, latest, [&](const Simulation& run) {
        const std::vector<LogRow>& rows = run.log().rows();
        watch.note(run.state(), std::span(rows).subspan(seen));
        seen = rows.size();
    });
    simulation.log().clear();
    watch.passTo(simulation.now());
    if (settled.rest == Rest::Reached)
        watch.restForEver();
    // What grows in one circle grows in all of them, until it is too much.
    for (int i = 0; settled.rest == Rest::Repeats && !watch.breach() && i < mostCircles; ++i) {
        const PropertyWatch before = watch;
        runWatched(simulation, watch, simulation.now() + settled.period);
        if (!watch.growsSince(before))
            break;
    }
    settled.at = simulation.now();
    return settled;
}

} // namespace rgsim
