#include "planning/strike_points.h"

#include "planning/failures.h"
#include "planning/status_cycle.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr SimDuration instant = SimDuration::milliseconds(1);
constexpr SimDuration second = SimDuration::seconds(1);
constexpr SimDuration longestRecovery = SimDuration::seconds(3600);
// A cluster whose checks have an odd common multiple is struck a second after its rest instead.
constexpr SimDuration longestAlignedCycle = SimDuration::seconds(3600);

// The next whole second after rest and a second more; in a cluster whose checks repeat soon, the
// first such instant at one second into a cycle. So the checks that are in no way concerned stay in
// step, however long other things took, and states that differ only in that are equal.
SimTime nextStrike(const ExploreGround& ground, SimTime settled)
{
    const std::int64_t earliest = (settled.ms / second.ms + 2) * second.ms;
    if (!ground.isAligned)
        return SimTime{earliest};
    const std::int64_t cycle = ground.cycle.ms;
    return SimTime{(earliest - second.ms + cycle - 1) / cycle * cycle + second.ms};
}

NodeIndex nodeOf(const PlanEvent& event)
{
    if (event.kind == PlanKind::Crash)
        return event.node;
    const bool isAboutOne = event.kind == PlanKind::Isolate || event.kind == PlanKind::Boot;
    return isAboutOne ? event.nodes.front() : noNode;
}

Scenario withoutServices(Scenario base, const std::vector<bool>& counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!counts[i])
            base.cluster.services[i].autostart = false;
    }
    base.cluster.finish();
    return base;
}

std::vector<bool> countingServices(const Scenario& base, const std::vector<Property>& properties,
                                   bool dropServices)
{
    // Only strikes in step with the checks keep what is dropped from shifting the others.
    if (!dropServices || statusCycle(base.cluster) > longestAlignedCycle)
        return std::vector<bool>(base.cluster.services.size(), true);
    return influencingServices(base, properties);
}

} // namespace

ExploreGround::ExploreGround(const Scenario& scenario, const std::vector<Property>& properties,
                             const ExploreOptions& exploreOptions, bool dropServices)
    : base(withoutServices(scenario, countingServices(scenario, properties, dropServices))),
      options(exploreOptions), watched(base.cluster, properties),
      counts(countingServices(scenario, properties, dropServices)),
      like(likeNodes(scenario, counts)), begins(eventsInOrder(base.plan)),
      grain(timeGrain(base.cluster)), cycle(statusCycle(base.cluster)),
      isAligned(!options.phases && cycle <= longestAlignedCycle)
{
}

Expander::Expander(const ExploreGround& ground)
    : m_ground(ground), m_simulation(ground.base), m_cold(m_simulation.state())
{
}

std::vector<PlanEvent> Expander::withBegin(const std::vector<PlanEvent>& path) const
{
    std::vector<PlanEvent> events = m_ground.begins;
    events.insert(events.end(), path.begin(), path.end());
    return events;
}

std::vector<PlanEvent> Expander::eventsOf(const SimulationState& state,
                                          std::int64_t& possible) const
{
    const Cluster& cluster = m_ground.base.cluster;
    std::vector<PlanEvent> events = possibleFailures(cluster, state);
    const std::vector<PlanEvent> recoveries = possibleRecoveries(cluster, state);
    events.insert(events.end(), recoveries.begin(), recoveries.end());
    // What does not start cannot die either, but would have.
    possible = static_cast<std::int64_t>(
        events.size() + static_cast<std::size_t>(
                            std::count(m_ground.counts.begin(), m_ground.counts.end(), false)));
    std::erase_if(events, [&](const PlanEvent& event) {
        if (event.service != noService && !m_ground.counts[static_cast<std::size_t>(event.service)])
            return true;
        const NodeIndex node = nodeOf(event);
        if (!m_ground.options.folding || node == noNode)
            return false;
        for (NodeIndex other = 0; other < node; ++other) {
            if (m_ground.like[static_cast<std::size_t>(other)] ==
                    m_ground.like[static_cast<std::size_t>(node)] &&
                areInterchangeable(state, other, node))
                return true;
        }
        return false;
    });
    return events;
}

StateKey Expander::keyAt(const PropertyWatch& watch, SimTime strike) const
{
    StateKey key = stateKey(m_ground.base.cluster, m_simulation.state());
    Fingerprint past;
    watch.mixInto(past);
    past.add(static_cast<std::uint64_t>(strike.ms % m_ground.grain.ms));
    Fingerprint high;
    high.add(key.high);
    high.add(past.value());
    past.add(key.low);
    return {high.value(), past.value()};
}

void Expander::findPoints(const SimulationState& state, const PropertyWatch& watch, SimTime from,
                          SimTime settled, std::size_t steps, std::vector<StrikePoint>& points)
{
    PropertyWatch here = watch;
    std::vector<SimTime> instants = {nextStrike(m_ground, settled)};
    if (m_ground.options.phases)
        instants = distinctInstants(m_ground.grain, from + instant,
                                    settled + m_ground.cycle + instant, static_cast<int>(steps));
    if (m_ground.options.phases)
        m_simulation.setState(state);
    for (const SimTime at : instants) {
        runWatched(m_simulation, here, at - instant);
        points.push_back({keyAt(here, at), at});
    }
}

void Expander::follow(const StruckState& struck, const PlanEvent& event, std::size_t steps,
                      bool isLast, Expansion& expansion)
{
    if (m_ground.options.orders) {
        followInOrder(struck, event, steps, isLast, expansion);
        return;
    }
    Successor successor;
    successor.event = event;
    PropertyWatch here = struck.watch;
    m_simulation.setState(struck.state);
    const Settled settled = settleWatched(m_simulation, here, event.at + longestRecovery);
    successor.rest = settled.rest;
    successor.breach = here.breach();
    if (!isLast && !successor.breach)
        findPoints(struck.state, m_ground.options.phases ? struck.watch : here, event.at,
                   settled.at, steps, successor.points);
    expansion.successors.push_back(std::move(successor));
}

void Expander::followInOrder(const StruckState& struck, const PlanEvent& event, std::size_t steps,
                             bool isLast, Expansion& expansion)
{
    const bool phases = m_ground.options.phases;
    OrderedOutcomes found = ordersFrom(m_simulation, struck, m_ground.cycle,
                                       event.at + longestRecovery, phases && !isLast);
    for (OrderedOutcome& outcome : found.outcomes) {
        Successor successor;
        successor.event = event;
        successor.order = outcome.order;
        successor.rest = outcome.settled.rest;
        successor.breach = outcome.watch.breach();
        m_simulation.setOrder(std::move(outcome.order));
        if (!phases)
            m_simulation.setState(std::move(outcome.state));
        if (!isLast && !successor.breach)
            findPoints(struck.state, phases ? struck.watch : outcome.watch, event.at,
                       outcome.settled.at, steps, successor.points);
        expansion.successors.push_back(std::move(successor));
    }
    expansion.orders += found.tried;
    expansion.likeOrders += found.likeOthers;
    expansion.possible += static_cast<std::int64_t>(found.outcomes.size()) - 1;
    expansion.isComplete = expansion.isComplete && found.isComplete;
}

Expansion Expander::begin(bool isLast)
{
    m_simulation.setEvents(m_ground.begins);
    Expansion expansion;
    expansion.possible = 1;
    const PropertyWatch watch(m_ground.watched);
    follow({m_cold, watch, {}}, {}, 0, isLast, expansion);
    return expansion;
}

Expansion Expander::expand(const ExplorePath& path, SimTime at, bool isLast)
{
    m_simulation.setState(m_cold);
    m_simulation.setEvents(withBegin(path.events));
    if (m_ground.options.orders)
        m_simulation.setOrder(path.order);
    PropertyWatch watch(m_ground.watched);
    for (const PlanEvent& event : path.events) {
        runWatched(m_simulation, watch, event.at - instant);
        watch.strike();
    }
    runWatched(m_simulation, watch, at - instant);
    watch.strike();
    const SimulationState state = m_simulation.state();
    Expansion expansion;
    for (PlanEvent& event : eventsOf(state, expansion.possible)) {
        event.at = at;
        std::vector<PlanEvent> events = path.events;
        events.push_back(event);
        m_simulation.setEvents(withBegin(events));
        follow({state, watch, path.order}, event, events.size(), isLast, expansion);
    }
    return expansion;
}

} // namespace rgsim
