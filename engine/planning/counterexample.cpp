#include "planning/counterexample.h"

#include "planning/base_scenario.h"
#include "planning/trial.h"

#include <algorithm>
#include <utility>

namespace rgsim {

std::optional<PropertyBreach> breachAfter(const Scenario& base,
                                          const std::vector<Property>& properties,
                                          const std::vector<PlanEvent>& events)
{
    const SimTime last = events.empty() ? SimTime{} : events.back().at;
    const SimTime latest = last + trialLimit;
    const Scenario scenario = withEvents(base, events, latest);
    const WatchedProperties watched(scenario.cluster, properties);
    Simulation simulation(scenario);
    PropertyWatch watch(watched);
    for (const PlanEvent& event : events) {
        runWatched(simulation, watch, event.at - SimDuration::milliseconds(1));
        watch.passTo(event.at);
        watch.strike();
    }
    settleWatched(simulation, watch, latest);
    return watch.breach();
}

std::optional<Counterexample> counterexampleOf(const Scenario& base,
                                               const std::vector<Property>& properties,
                                               std::vector<PlanEvent> events)
{
    std::optional<PropertyBreach> breach = breachAfter(base, properties, events);
    if (!breach)
        return std::nullopt;
    for (std::size_t i = 0; i < events.size();) {
        std::vector<PlanEvent> fewer = events;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        const std::optional<PropertyBreach> still = breachAfter(base, properties, fewer);
        if (!still) {
            ++i;
            continue;
        }
        events = std::move(fewer);
        breach = still;
        i = 0;
    }
    const SimTime last = events.empty() ? SimTime{} : events.back().at;
    Counterexample found{events, *breach, {}, 0};
    found.scenario = withEvents(base, events, std::max(breach->at, last) + afterRest);
    found.scenario.until = SimTime::seconds((found.scenario.until.ms + 999) / 1000);
    Simulation simulation(found.scenario);
    simulation.run();
    found.fingerprint = simulation.fingerprint();
    return found;
}

Explored exploreAndProve(const Scenario& base, const std::vector<Property>& properties,
                         ExploreOptions options, const ExploreControl& control)
{
    Explored explored{explore(base, properties, options, control), std::nullopt, false};
    while (explored.result.end == ExploreEnd::Violated) {
        explored.counterexample = counterexampleOf(base, properties, explored.result.events);
        if (explored.counterexample || !options.folding)
            break;
        options.folding = false;
        explored.wasRepeated = true;
        explored.result = explore(base, properties, options, control);
    }
    return explored;
}

} // namespace rgsim
