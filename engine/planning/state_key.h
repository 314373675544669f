// What a state comes down to for the future: two states of one scenario with equal keys go on in
// the same way from then on, only at other times. Names a state; changes and judges nothing.
#pragma once

#include "simulation/simulation.h"

#include <cstdint>

namespace rgsim {

struct StateKey {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    auto operator<=>(const StateKey&) const = default;
};

/// Whether it counts which of simultaneous items was put into the queue first.
enum class TieOrder : std::uint8_t { Counts, IsOpen };

/// The key of @p state between two items. All times count from its present; what will have no
/// effect any more (stale items, expired restarts, when a record was written and its count of
/// restarts) is left out. Holds as
/// long as the scenario has no random failures, no shuffled arbitration and no faults that begin or
/// end, and what is still to come of its plan is the same at the same distance.
StateKey stateKey(const Cluster& cluster, const SimulationState& state,
                  TieOrder ties = TieOrder::Counts);

} // namespace rgsim
