// One thing tried out: a sequence of failures on a cluster that began cold, run until all came to
// rest or went round in circles, with everything that can be asked about it. Judges nothing.
#pragma once

#include "analysis/timeline.h"
#include "planning/guard_witness.h"
#include "planning/settle.h"
#include "simulation/scenario.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace rgsim {

struct Trial {
    std::shared_ptr<const Scenario> scenario; ///< the base with the events and an end
    std::vector<PlanEvent> events;            ///< those after the base's own
    Settled settled;
    SimulationState state; ///< where it settled; a trial with one more event goes on from here
    std::vector<LogRow> rows;
    Timeline timeline;
    std::vector<WitnessedVerdict> verdicts;
    std::uint64_t fingerprint = 0; ///< as `rgsim run` prints it for the scenario

    const Cluster& cluster() const { return scenario->cluster; }
    /// When the last event happened; the beginning if there was none.
    SimTime struck() const { return events.empty() ? SimTime{} : events.back().at; }
};

/// How long a trial may take to come to rest after its last event.
constexpr SimDuration trialLimit = SimDuration::seconds(3600);
/// What is still looked at once a trial has come to rest.
constexpr SimDuration afterRest = SimDuration::seconds(60);

/// Lets @p events, in the order of their times, happen to @p base (see baseScenario()). The run
/// ends some time after it settled, and after a further whole circle if it goes round in one.
Trial makeTrial(const Scenario& base, std::vector<PlanEvent> events);

/// The instant at which the next event would strike after @p settled: a whole second, at least one
/// second later.
SimTime nextStrike(const Settled& settled);

} // namespace rgsim
