// Tries a guarded init script on random cluster states and holds what it does against the engine's
// guard. Of each kind of difference it keeps the smallest state that it found.
#pragma once

#include "deploy/script_verdict.h"
#include "guard/random_guard_state.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace rgsim {

struct GuardTrialOptions {
    GuardMode form = GuardMode::Published; ///< published or hardened
    std::uint64_t seed = 1;
    int states = 10'000;
    /// The script is one of ours, unaltered: it also has to say what the engine expects.
    bool isOurs = false;
    int processes = 2;                 ///< sandboxes that work at a time
    std::function<void(int)> onAnswer; ///< called with the number of states done; may be empty
};

/// One kind of difference: what the engine expects, and what the script did instead.
struct GuardTrialDifference {
    StartOutcome expected = StartOutcome::Starts;
    StartOutcome actual = StartOutcome::Starts; ///< equal to expected: only the message differs
    int count = 0;
    GuardState state; ///< the smallest one found
    GuardVerdict verdict;
    ScriptOutcome outcome;
};

struct GuardTrialReport {
    int states = 0;
    int refused = 0;                               ///< by the engine
    std::vector<GuardTrialDifference> differences; ///< in the order in which they were found
};

/// Errors: see ScriptHarness::open().
Result<GuardTrialReport> tryGuard(const SandboxScript& script, const GuardTrialOptions& options);

} // namespace rgsim
