// The smallest change of the configuration with which one decision of a run would have come out
// differently: a short list of edits is tried, each by running the changed scenario up to that
// decision. It proves what it finds; that nothing was found proves nothing.
#pragma once

#include "analysis/flip_edit.h"
#include "rgmanager/decision.h"
#include "simulation/recorded_run.h"

#include <cstdint>
#include <optional>

namespace rgsim {

struct FlipLimits {
    std::int64_t itemsPerRun = 200'000;      ///< longer runs are not tried
    std::int64_t itemsPerSearch = 1'000'000; ///< over all edits together
};

struct Flip {
    FlipEdit edit;
    Decision decision; ///< as it comes out with the edit
    SimDuration later; ///< how much later: one form of the guard takes its time
    /// The node that a recovery then goes on to choose; noNode if it does not, or not within a
    /// minute.
    NodeIndex chosenNext = noNode;
    /// The run with the edit goes another way from here on already, before the decision.
    std::optional<SimTime> earlierDifference;
};

struct FlipSearch {
    enum class Outcome : std::uint8_t {
        Found,
        NothingFound, ///< none of the edits that were tried changes it
        NotTried,     ///< another kind of decision, not one of this run, or too much work
    };
    Outcome outcome = Outcome::NotTried;
    std::optional<Flip> flip; ///< there if something was found
    int tried = 0;            ///< edits that were run up to the decision
    bool isCutShort = false;  ///< some edits were left out for the work they would have been
};

/// Whether searchFlip() tries anything for decisions of this kind.
bool isSearchable(DecisionKind kind);

/// @p decision is one of @p run (see decisionsAt()), which must be over, of a
/// searchable kind. In the changed run it is the decision of the same kind
/// about the same service by the same node at the same instant, and at the same place among several
/// of these; for a guard, which may look later, within ten seconds. Where there is none, the edit
/// counts as changing nothing. A target choice comes out differently if another node is chosen, the
/// others if their reason is another.
FlipSearch searchFlip(const RecordedRun& run, const Decision& decision,
                      const FlipLimits& limits = {});

} // namespace rgsim
