// What is told about changes that were tried in a campaign: which saves most downtime, with
// intervals, and which could not be tried. The numbers are made here for all printed forms.
#pragma once

#include "planning/estimate.h"
#include "planning/what_if.h"

#include <string>
#include <vector>

namespace rgsim {

/// Everything referred to must outlive the report.
struct WhatIfReport {
    const Scenario& campaign; ///< the unchanged one
    const CampaignOptions& options;
    const WhatIfResult& result;
};

/// Seconds a year that something saves, with its 95 % interval; negative: it costs as much.
struct YearlySaving {
    double value = 0;
    double low = 0;
    double high = 0;
    /// The interval is on one side of zero, or all runs are the same; one run alone is never sure.
    bool isSure = false;
};

/// @p sums of differences, of runs of @p years.
YearlySaving savingOf(const MomentSums& sums, int years);

/// To the second, below a minute to its tenth, "-12s" for what it costs; "-" for exactly nothing.
std::string savingText(double secondsAYear);

/// The gains without the endless ones, the one that saves most first; equal ones in their order.
std::vector<const WhatIfGain*> bestFirst(const WhatIfResult& result);

/// A short word for scripts: "nodes-repair-twice-as-fast".
const char* keyOf(WhatIfChange change);
/// "nodes are repaired twice as fast".
const char* wordsOf(WhatIfChange change);
/// Why it would change nothing: "no node fails at random".
const char* whyNotApplicable(WhatIfChange change);

/// A table, best first, each with a bar as long as what it saves or costs.
std::string whatIfText(const WhatIfReport& report);

/// {"what_if": [{"knob", "change", "saves_per_year", "ci95", "services": {name: {"saves_per_year",
/// "ci95"}}, "groups": {…}}], "not_applicable": [{"knob", "why"}], …}, in seconds, best first.
std::string whatIfJson(const WhatIfReport& report);

/// One line for each change and each service, group and "all".
std::string whatIfCsv(const WhatIfReport& report);

} // namespace rgsim
