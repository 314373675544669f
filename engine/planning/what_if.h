// What the same failures would come to if one thing about a cluster were different: each change is
// made alone, and every run of it meets the failures of the unchanged run with the same number.
// Measures; whether a change is worth its price is for the reader to say.
#pragma once

#include "planning/campaign.h"
#include "planning/exact_sums.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rgsim {

enum class WhatIfChange : std::uint8_t {
    NodesFailHalf,    ///< twice the time between failures of nodes
    NodesRepairTwice, ///< half the time to repair
    ProcessesDieHalf,
    Relocate,    ///< every service relocates
    Restart,     ///< every service restarts in place
    StatusTwice, ///< status checks at half their interval
    PollTwice,   ///< scans for due checks at half the interval
    StartTwice,  ///< starts take half as long
    StopTwice,
    DetectTwice, ///< the token of a lost node is missed after half the time
    FenceTwice,
    OneMoreNode,   ///< like the last one, in all restricted domains
    HardenedGuard, ///< instead of another form, or of none
    FailingGuard,  ///< likewise; and a refused start reports failure
    ExactGuard,    ///< a guard as its author meant it, which does not exist
    NoGuard,
    LookTwice,  ///< load balancers look at half the interval
    SwitchTwice ///< and switch in half the time
};
constexpr std::size_t whatIfChanges = static_cast<std::size_t>(WhatIfChange::SwitchTwice) + 1;

/// @p campaign (see campaignScenario()) with the change made; nothing if it would be the same.
std::optional<Scenario> changedBy(WhatIfChange change, const Scenario& campaign);

/// What a change saves: sums over runs of the downtime without it less that with it, in
/// milliseconds. No controls.
struct WhatIfGain {
    WhatIfChange change = WhatIfChange::NodesFailHalf;
    std::vector<MomentSums> services; ///< by ServiceIndex
    std::vector<MomentSums> groups;
    MomentSums all; ///< of all groups together; if there are none, of all services
    /// A run with it had far more events than without it, as if something repeated for ever;
    /// nothing else of it means anything.
    bool isEndless = false;
};

struct WhatIfResult {
    CampaignTally unchanged;
    std::vector<WhatIfGain> gains;           ///< in the order of WhatIfChange
    std::vector<WhatIfChange> notApplicable; ///< that would change nothing
    bool wasCancelled = false;               ///< all is that of the first runs
    std::optional<std::int64_t> endlessRun;  ///< of the unchanged cluster, as in CampaignResult
};

/// All runs of @p options, without a precision and parts, for every change that applies.
/// @p campaign as for runCampaign(). The result does not depend on the number of threads.
WhatIfResult runWhatIf(const Scenario& campaign, const CampaignOptions& options,
                       const CampaignControl& control);

} // namespace rgsim
