// Every order of what happens at the same instant, from a strike on until the cluster is at rest:
// the simulation is forked at each choice, and states with the same future are gone on from once.
// Knows neither paths nor levels of an exploration.
#pragma once

#include "planning/property_watch.h"
#include "planning/state_key.h"
#include "simulation/simulation.h"
#include "world/order_choices.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// Where one of the orders leads.
struct OrderedOutcome {
    std::vector<OrderPick> order; ///< with that before the strike
    Settled settled;
    PropertyWatch watch;
    SimulationState state;
    bool isMerged = false; ///< not settled: it came to where another one goes on from
};

struct OrderedOutcomes {
    /// If one breaks a property, it is the last and the search ended there.
    std::vector<OrderedOutcome> outcomes;
    std::int64_t tried = 0;      ///< times that something came first that usually does not
    std::int64_t likeOthers = 0; ///< of them, those that led to a state that was known
    bool isComplete = true;      ///< false: there were too many to try them all
};

/// A state in which something strikes, and what led to it.
struct StruckState {
    const SimulationState& state;
    const PropertyWatch& watch;
    std::vector<OrderPick> order;
};

/// How many steps of the simulation one search may take.
constexpr std::int64_t mostOrderSteps = 1'000'000;

/// All outcomes of what @p simulation's plan has in store after @p from, until @p latest. States
/// are told apart by their phase in @p cycle, too. @p wantsMerged: outcomes that are merged into
/// others are listed.
OrderedOutcomes ordersFrom(Simulation& simulation, const StruckState& from, SimDuration cycle,
                           SimTime latest, bool wantsMerged);

} // namespace rgsim
