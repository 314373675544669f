// A campaign's numbers as comma-separated values, one number a line, for spreadsheets.
#pragma once

#include "report/campaign_report.h"

#include <string>

namespace rgsim {

/// what,name,figure,from_s,to_s,value: what is "campaign", "service" or "group"; the figures are
/// named like the keys of campaignJson(), causes as "downtime_by_cause.fencing". from_s and to_s
/// stand only for the figure outage_lengths: so many outages of from_s <= length < to_s.
std::string campaignCsv(const CampaignReport& report);

} // namespace rgsim
