// What a cluster survives: every failure and every pair of failures, and what each does to every
// service. Tries and measures; what is too much of it is for the reader to say.
#pragma once

#include "base/diagnostic.h"
#include "planning/outcome.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rgsim {

/// One service in one failure: where it ends and what that cost since the last event.
struct SurvivedService {
    FailureOutcome outcome;
    std::int64_t relocations = 0; ///< its owner changed to another node
    std::int64_t restarts = 0;    ///< it was started again where it was
    /// False: it does not start by itself and never ran, so nobody misses it.
    bool isWanted = true;

    bool operator==(const SurvivedService&) const = default;
    bool isBack() const { return !isWanted || outcome.end == ServiceEnd::Runs; }
    bool breaksRule() const { return !outcome.together.isZero(); }
};

/// One sequence of failures: each strikes when all has come to rest after the one before. None: the
/// cold start.
struct SurvivedFailure {
    std::vector<PlanEvent> events;
    Rest rest = Rest::Reached;
    SimTime until;                         ///< the run was looked at until then
    std::uint64_t fingerprint = 0;         ///< as `rgsim run` prints it for scenarioOf()
    std::vector<SurvivedService> services; ///< by ServiceIndex

    bool operator==(const SurvivedFailure& other) const;
    /// Every service is back, and no rule was broken for any time.
    bool isSurvived() const;
    /// The longest downtime of a service that is back.
    SimDuration longestDowntime() const;
};

struct SurviveReport {
    std::vector<SurvivedFailure> failures; ///< the cold start, single ones, pairs
    bool wasCutShort = false;              ///< the caller ended it

    bool isSurvived() const;
    /// Positions in `failures`, the worst first: broken rules, then services that are not back (the
    /// more the worse), then by the longest downtime; equal ones in their order.
    std::vector<std::size_t> worstFirst() const;
};

struct SurviveOptions {
    int failures = 1; ///< in a row, 1 or 2
    int threads = 1;  ///< makes no difference to the result
    /// Called now and then with the part that is done, 0 to 1; returning false ends it early.
    std::function<bool(double)> progress;
};

/// What makes the question impossible, if anything does: no service, other numbers of failures
/// than 1 or 2, too many pairs, central processing.
std::optional<Diagnostic> whatForbidsSurviving(const Scenario& scenario,
                                               const SurviveOptions& options);

/// @p scenario as it was read; see baseScenario() for what of it is used.
SurviveReport survive(const Scenario& scenario, const SurviveOptions& options = {});

/// The scenario that shows @p failure of @p scenario, from 0 to its end.
Scenario scenarioOf(const Scenario& scenario, const SurvivedFailure& failure);

} // namespace rgsim
