// The instants of a run at which something was decided or happened, one after the other: what
// stepping through a run goes by. Repeats only as much of the run as it must; judges nothing.
#pragma once

#include "analysis/timeline.h"
#include "base/sim_time.h"
#include "simulation/recorded_run.h"

#include <optional>

namespace rgsim {

/// The first instant after @p after (the last before @p before) at which any decision was taken,
/// about @p service unless it is noService. @p run must be over.
std::optional<SimTime> nextDecision(const RecordedRun& run, SimTime after,
                                    ServiceIndex service = noService);
std::optional<SimTime> previousDecision(const RecordedRun& run, SimTime before,
                                        ServiceIndex service = noService);

/// The first instant after @p after (the last before @p before) that has a mark.
std::optional<SimTime> nextEvent(const Timeline& timeline, SimTime after);
std::optional<SimTime> previousEvent(const Timeline& timeline, SimTime before);

} // namespace rgsim
