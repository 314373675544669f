// What all printed forms of a campaign are made of. Holds references only; whoever prints adds no
// numbers of its own.
#pragma once

#include "planning/campaign_summary.h"

namespace rgsim {

/// Everything referred to must outlive the report.
struct CampaignReport {
    const Scenario& scenario; ///< the campaign's, see campaignScenario()
    const CampaignOptions& options;
    const CampaignSummary& summary;
    bool isPartial = false;       ///< it was interrupted
    bool isPreciseEnough = false; ///< it ended because of the precision
    std::size_t leftOut = 0;      ///< events of the scenario's plan that a campaign leaves out
};

/// How sure an availability is: "sure", "one run", "no outage seen", "few outages".
const char* wordOf(Sureness sureness);

} // namespace rgsim
