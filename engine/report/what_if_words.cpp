#include "report/what_if_report.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rgsim {

namespace {

struct Words {
    const char* key;
    const char* change;
    const char* whyNot;
};

// In the order of WhatIfChange.
constexpr std::array<Words, whatIfChanges> table = {{
    {"nodes-fail-half-as-often", "nodes fail half as often", "no node fails at random"},
    {"nodes-repair-twice-as-fast", "nodes are repaired twice as fast", "no node fails at random"},
    {"processes-die-half-as-often", "processes die half as often", "no process dies at random"},
    {"recovery-relocate", "recovery=\"relocate\" for every service",
     "every service relocates, or is disabled when it fails"},
    {"recovery-restart", "recovery=\"restart\" for every service",
     "every service restarts, or is disabled when it fails"},
    {"status-checks-twice-as-often", "status checks twice as often", "nothing has a status check"},
    {"scans-twice-as-often", "status_poll_interval halved", "the interval cannot be halved"},
    {"starts-twice-as-fast", "starts take half as long", "no start takes any time"},
    {"stops-twice-as-fast", "stops take half as long", "no stop takes any time"},
    {"detection-twice-as-fast", "a lost node is noticed in half the time",
     "a lost node is noticed at once"},
    {"fencing-twice-as-fast", "fencing takes half as long", "fencing takes no time"},
    {"one-more-node", "one more node",
     "the scenario begins with a given state, or has as many nodes as can be"},
    {"guard-hardened", "hardened guard that claims success",
     "it has that guard, or nothing must be kept apart"},
    {"guard-failing", "hardened guard that reports failure",
     "it has that guard, or nothing must be kept apart"},
    {"guard-exact", "a guard as its author meant it",
     "it has that guard, or nothing must be kept apart"},
    {"no-guard", "no guard", "there is no guard"},
    {"balancer-looks-twice-as-often", "load balancers look twice as often",
     "no group, or it is looked at all the time"},
    {"balancer-switches-twice-as-fast", "load balancers switch in half the time",
     "no group, or it is switched at once"},
}};

const Words& of(WhatIfChange change)
{
    return table[static_cast<std::size_t>(change)];
}

} // namespace

const char* keyOf(WhatIfChange change)
{
    return of(change).key;
}

const char* wordsOf(WhatIfChange change)
{
    return of(change).change;
}

const char* whyNotApplicable(WhatIfChange change)
{
    return of(change).whyNot;
}

YearlySaving savingOf(const MomentSums& sums, int years)
{
    const Estimate found = estimate(sums, std::nullopt);
    const double perYear = 1.0 / 1000 / years;
    YearlySaving saving;
    saving.value = found.mean * perYear;
    saving.low = (found.mean - found.half) * perYear;
    saving.high = (found.mean + found.half) * perYear;
    const bool isOneSided = saving.low > 0 || saving.high < 0;
    const bool isNothing = found.mean == 0 && found.half == 0;
    saving.isSure = found.isKnown && (isOneSided || isNothing);
    return saving;
}

std::vector<const WhatIfGain*> bestFirst(const WhatIfResult& result)
{
    std::vector<const WhatIfGain*> gains;
    for (const WhatIfGain& gain : result.gains) {
        if (!gain.isEndless)
            gains.push_back(&gain);
    }
    std::stable_sort(gains.begin(), gains.end(), [](const WhatIfGain* a, const WhatIfGain* b) {
        return a->all.sum(0) > b->all.sum(0); // all have the same number of runs
    });
    return gains;
}

} // namespace rgsim
