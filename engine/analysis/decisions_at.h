// The decisions of a run around an instant, or the last ones before it: the run is repeated with
// its reasons recorded. Nothing is judged here.
#pragma once

#include "base/sim_time.h"
#include "rgmanager/decision.h"
#include "simulation/recorded_run.h"
#include "simulation/scenario.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rgsim {

struct DecisionsAt {
    SimTime asked;
    SimDuration window;
    /// False: there were none within the window, and these are the last ones before it.
    bool isWithinWindow = true;
    std::vector<Decision> decisions; ///< in the order in which they were taken; empty: none so far
    bool hitEventLimit = false;      ///< the run was ended before it came to the instant
    bool wasCut = false;             ///< there were more than were asked for
};

/// The decisions with |time - at| <= window, about @p service unless it is noService; if there are
/// none, those of the nearest earlier instant that has some.
DecisionsAt decisionsAt(const Scenario& scenario, SimTime at, SimDuration window,
                        ServiceIndex service);
/// The same for a run that is over; only the stretch that is needed is repeated.
DecisionsAt decisionsAt(const RecordedRun& run, SimTime at, SimDuration window,
                        ServiceIndex service);

/// Those with from <= time <= to, at most the first @p most of them; if there are none, those of
/// the nearest earlier instant that has some. In the result `asked` is @p to, and `window` reaches
/// back from there to @p from.
DecisionsAt decisionsBetween(const RecordedRun& run, SimTime from, SimTime to, ServiceIndex service,
                             std::size_t most = SIZE_MAX);

} // namespace rgsim
