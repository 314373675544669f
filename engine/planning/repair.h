// Searches combinations of a few small edits, cheapest first, for those with which no hazard is
// left; if a few are too few, puts one edit after the other on top of the best. Explores the
// repaired cluster to see whether it really holds. Writes no configuration.
#pragma once

#include "planning/explore.h"
#include "planning/hazard_search.h"
#include "planning/repair_edits.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rgsim {

struct RepairOptions {
    int failures = 1;  ///< hazards are looked for after so many failures in a row, at most
    int edits = 2;     ///< at most so many in all their combinations
    bool onTop = true; ///< if these are too few: one more after the other on top of the best
    int depth = 2;     ///< of the exploration, which knows recoveries too
};

/// How a repair is searched; makes no difference to its result.
struct RepairControl {
    int threads = 1;
    const std::atomic<bool>* cancel = nullptr; ///< may be set from elsewhere; null: never
    std::function<void(double)> progress;      ///< the part that is done, 0 to 1
};

/// What exploring the repaired cluster showed: that services that must be kept apart never run
/// together; where there are none, that those with hazards are back within an hour whenever a node
/// is up that may run them.
struct RepairProof {
    std::vector<Property> properties;
    ExploreResult result;
    int depth = 0; ///< as asked for, or less if there are too many states
};

struct Repair {
    std::vector<FlipEdit> edits;
    int cost = 0;
    std::vector<Hazard> left;         ///< hazards with the edits made, new ones too
    std::optional<RepairProof> proof; ///< none: there is nothing to look for

    bool isHeld() const { return !proof || proof->result.end == ExploreEnd::Holds; }
};

struct RepairReport {
    std::vector<FoundHazard> hazards; ///< without edits; no remedies of their own
    /// Those that leave no hazard and hold, cheapest first: up to three, none that costs more than
    /// twice as much as the first or has all edits of another. If there is none, the one that
    /// leaves the fewest hazards, if that is fewer than before.
    std::vector<Repair> repairs;
    bool isComplete = false; ///< they leave no hazard and hold
    std::int64_t tried = 0;  ///< combinations of edits
    std::int64_t possible = 0;
    std::int64_t refuted = 0; ///< left no hazard, but the exploration broke something
    /// There are so many combinations that some with dear edits were left out.
    bool leavesOut = false;
    /// Searches for hazards after one edit more was put on top of others; 0: no need for that.
    std::int64_t triedOnTop = 0;
    bool wasCutShort = false; ///< it was cancelled
};

/// What makes the question impossible, if anything does: as for hazards.
std::optional<Diagnostic> whatForbidsRepair(const Scenario& scenario, const RepairOptions& options);

/// @p scenario as it was read; see baseScenario() for what of it is used.
RepairReport findRepairs(const Scenario& scenario, const RepairOptions& options,
                         const RepairControl& control);

/// Whether @p report's unrepaired cluster has that hazard too.
bool wasThereBefore(const RepairReport& report, const Hazard& hazard);

} // namespace rgsim
