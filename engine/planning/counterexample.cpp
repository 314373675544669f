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

namespace {

// Takes away one after the other what @p breaks does not need.
template <typename Item, typename Breaks>
void leaveOutNeedless(std::vector<Item>& items, const Breaks& breaks)
{
    for (std::size_t i = 0; i < items.size();) {
        std::vector<Item> fewer = items;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (!breaks(fewer)) {
            ++i;
            continue;
        }
        items = std::move(fewer);
        i = 0;
    }
}

} // namespace

std::optional<Counterexample> counterexampleOf(const Scenario& base,
                                               const std::vector<Property>& properties,
                                               std::vector<PlanEvent> events,
                                               std::vector<OrderPick> order)
{
    Scenario ordered = base;
    ordered.order = std::move(order);
    std::optional<PropertyBreach> breach = breachAfter(ordered, properties, events);
    if (!breach)
        return std::nullopt;
    std::vector<OrderPick> picks = ordered.order;
    leaveOutNeedless(picks, [&](const std::vector<OrderPick>& fewer) {
        ordered.order = fewer;
        return breachAfter(ordered, properties, events).has_value();
    });
    ordered.order = picks;
    leaveOutNeedless(events, [&](const std::vector<PlanEvent>& fewer) {
        return breachAfter(ordered, properties, fewer).has_value();
    });
    breach = breachAfter(ordered, properties, events);
    const SimTime last = events.empty() ? SimTime{} : events.back().at;
    Counterexample found{events, {}, *breach, {}, 0};
    found.scenario = withEvents(ordered, events, std::max(breach->at, last) + afterRest);
    found.scenario.until = SimTime::seconds((found.scenario.until.ms + 999) / 1000);
    Simulation simulation(found.scenario);
    simulation.recordChoices(&found.choices);
    simulation.run();
    std::erase_if(found.choices, [](const OrderChoice& choice) { return choice.pick.taken == 0; });
    found.fingerprint = simulation.fingerprint();
    return found;
}

namespace {

Explored proved(const Scenario& base, const std::vector<Property>& properties,
                ExploreOptions options, const ExploreControl& control)
{
    Explored explored{explore(base, properties, options, control), std::nullopt, false};
    while (explored.result.end == ExploreEnd::Violated) {
        explored.counterexample =
            counterexampleOf(base, properties, explored.result.events, explored.result.order);
        if (explored.counterexample || !options.folding)
            break;
        options.folding = false;
        explored.wasRepeated = true;
        explored.result = explore(base, properties, options, control);
    }
    return explored;
}

} // namespace

Explored exploreAndProve(const Scenario& base, const std::vector<Property>& properties,
                         ExploreOptions options, const ExploreControl& control)
{
    const bool orders = options.orders;
    options.orders = false;
    Explored usual = proved(base, properties, options, control);
    const auto steps = static_cast<int>(usual.result.events.size());
    const bool isFound = usual.result.end == ExploreEnd::Violated;
    if (!orders || usual.result.end == ExploreEnd::Cancelled || (isFound && steps == 0))
        return usual;
    options.orders = true;
    options.depth = isFound ? steps - 1 : options.depth;
    Explored all = proved(base, properties, options, control);
    return isFound && all.result.end != ExploreEnd::Violated ? usual : all;
}

} // namespace rgsim
