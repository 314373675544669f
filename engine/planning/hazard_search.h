// Finds hazards: lets a cluster start cold, then tries every failure, and every sequence of
// failures up to a length, and looks at each trial. For each hazard the shortest sequence is kept,
// and small changes of the configuration are tried against it.
#pragma once

#include "analysis/flip_edit.h"
#include "base/diagnostic.h"
#include "planning/hazard.h"
#include "planning/trial.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rgsim {

struct HazardOptions {
    int failures = 1; ///< how many follow each other at most; each strikes at rest
    bool remedies = true;
    int threads = 1; ///< makes no difference to the result
    /// Called after each trial with the part that is done, 0 to 1; returning false ends the search
    /// early.
    std::function<bool(double)> progress;
};

/// What a small change of the configuration did to a hazard, over all sequences that were tried.
struct Remedy {
    FlipEdit edit;
    int hazardsLeft = 0; ///< of all kinds, once it is made
};

struct FoundHazard {
    Hazard hazard;
    /// The scenario that shows it, from 0 to its end; and what happens in it besides the boots.
    std::shared_ptr<const Scenario> scenario;
    std::vector<PlanEvent> sequence;
    std::uint64_t fingerprint = 0; ///< as `rgsim run` prints it for that scenario
    /// The first small change with which this hazard shows up in no sequence any more, and nothing
    /// new that lasts as long.
    std::optional<Remedy> remedy;
    int editsTried = 0; ///< to the end
};

struct HazardReport {
    std::vector<FoundHazard> hazards; ///< by length of their sequence, then kind, then services
    std::int64_t trials = 0;          ///< sequences that were run, not counting those for remedies
    /// The caller ended it. What was found so far is right; remedies may be missing.
    bool wasCutShort = false;
};

/// What makes the question impossible, if anything does: too many sequences, central processing.
std::optional<Diagnostic> whatForbidsHazards(const Scenario& scenario,
                                             const HazardOptions& options);

/// The hazards of @p base (see baseScenario()), each once, without what shows them; of @p options
/// neither remedies nor progress count. Called after each trial with what was found so far, @p goOn
/// may end it by returning false; then there is no result.
std::optional<std::vector<Hazard>>
allHazards(const Scenario& base, const HazardOptions& options,
           const std::function<bool(const std::vector<Hazard>&)>& goOn);

/// @p scenario as it was read; see baseScenario() for what of it is used.
HazardReport findHazards(const Scenario& scenario, const HazardOptions& options = {});

} // namespace rgsim
