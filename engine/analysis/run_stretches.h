// Repeats a recorded run stretch by stretch, the latest first, for whoever looks for the last thing
// of some kind before an instant. Knows nothing of what is looked for.
#pragma once

#include "simulation/recorded_run.h"

namespace rgsim {

/// Calls @p visit with a simulation to go on with and the first and last instant of a stretch of
/// @p run, which must be over: first the one from a kept state before @p from up to @p last, then
/// the one before that, and so on until @p visit returns true or the run's beginning is passed. No
/// instant belongs to two stretches.
template <typename Visit>
void forEachStretchBackwards(const RecordedRun& run, SimTime from, SimTime last, Visit visit)
{
    for (;;) {
        const SimulationState& state = run.nearestStateBefore(from);
        // A state may lie between two items of its instant, so that instant is the next stretch's.
        const bool isBeginning = state.world.itemsHandled == 0;
        const SimTime first =
            isBeginning ? SimTime{} : state.world.now + SimDuration::milliseconds(1);
        Simulation simulation(run.scenario());
        simulation.log().setEnabled(false);
        simulation.setState(state);
        if (visit(simulation, first, last) || isBeginning)
            return;
        from = state.world.now;
        last = from;
    }
}

} // namespace rgsim
