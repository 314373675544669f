// Lets a run go on after something happened until it has come to rest, or can be seen to go round
// in circles for ever. Runs the simulation; judges nothing.
#pragma once

#include "planning/state_key.h"
#include "simulation/simulation.h"

#include <cstdint>
#include <functional>

namespace rgsim {

enum class Rest : std::uint8_t {
    Reached,    ///< nothing changes any more until something happens
    Repeats,    ///< the same goes on for ever, in a circle of `period`
    NotReached, ///< neither until the limit
};

struct Settled {
    Rest rest = Rest::NotReached;
    SimTime at;         ///< how far the run has come
    SimDuration period; ///< Repeats only; at least one whole circle has passed
};

/// Called after each item that the simulation handled.
using AfterItem = std::function<void(const Simulation&)>;

/// Handles the events that lie before its rest, and everything that follows from them, up to
/// @p latest. Events of the plan that are still to come keep it from resting. The simulation must
/// fulfil what stateKey() asks for.
Settled settle(Simulation& simulation, SimTime latest, const AfterItem& afterItem = {});

} // namespace rgsim
