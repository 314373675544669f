// The decisions of a run around an instant, or the last ones before it: the run is repeated with
// its reasons recorded. Nothing is judged here.
#pragma once

#include "base/sim_time.h"
#include "rgmanager/decision.h"
#include "simulation/recorded_run.h"
#include "simulation/scenario.h"

#include <vector>

namespace rgsim {

struct DecisionsAt {
    SimTime asked;
    SimDuration window;
    /// False: there were none within the window, and these are the last ones before it.
    bool isWithinWindow = true;
    std::vector<Decision> decisions; ///< in the order in which they were taken; empty: none so far
    bool hitEventLimit = false;      ///< the run was ended before it came to the instant
};

/// The decisions with |time - at| <= window, about @p service unless it is noService; if there are
/// none, those of the nearest earlier instant that has some.
DecisionsAt decisionsAt(const Scenario& scenario, SimTime at, SimDuration window,
                        ServiceIndex service);
/// The same for a run that is over; only the stretch that is needed is repeated.
DecisionsAt decisionsAt(const RecordedRun& run, SimTime at, SimDuration window,
                        ServiceIndex service);

} // namespace rgsim
