// What an exploration found, tried again from the beginning in a run of its own that knows nothing
// of the search: the whole cluster, nothing folded. Leaves out what is not needed for it.
#pragma once

#include "planning/explore.h"
#include "planning/property_watch.h"
#include "simulation/scenario.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rgsim {

struct Counterexample {
    std::vector<PlanEvent> events;    ///< without any of them no property breaks
    std::vector<OrderChoice> choices; ///< where not the usual comes first; likewise
    PropertyBreach breach;            ///< `property` counts in the given properties
    Scenario scenario;                ///< shows it, and a minute more
    std::uint64_t fingerprint = 0;    ///< as `rgsim run` prints it for that scenario
};

/// The first breach of @p properties when @p events happen to @p base (see baseScenario()) and the
/// cluster then comes to rest, or goes round in circles. Simultaneous things happen in the order of
/// the base.
std::optional<PropertyBreach> breachAfter(const Scenario& base,
                                          const std::vector<Property>& properties,
                                          const std::vector<PlanEvent>& events);

/// The shortest part of @p events that breaks a property, with as little of @p order as it needs;
/// nothing if all of them together do not.
std::optional<Counterexample> counterexampleOf(const Scenario& base,
                                               const std::vector<Property>& properties,
                                               std::vector<PlanEvent> events,
                                               std::vector<OrderPick> order = {});

struct Explored {
    ExploreResult result;
    std::optional<Counterexample> counterexample; ///< if it found one
    bool wasRepeated = false; ///< without folding, because what it found could not be replayed
};

/// explore(), and its finding tried again; with all orders only if there is nothing as short with
/// the usual one. @p properties as there, for a question without errors.
Explored exploreAndProve(const Scenario& base, const std::vector<Property>& properties,
                         ExploreOptions options, const ExploreControl& control);

} // namespace rgsim
