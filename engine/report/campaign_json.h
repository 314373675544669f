// A campaign's numbers as JSON, one object with everything that campaign_text prints.
#pragma once

#include "report/campaign_report.h"

#include <string>

namespace rgsim {

/// {"cluster_years","years","runs","seed","partial","services":{"service:x":{"availability","ci95":
/// [lo,hi],"interval","nines","downtime_by_cause":{…},"relocations_per_year",…}},"groups":{…}};
/// times in seconds, those of causes and downtimes a year. ci95 is null where one run says nothing.
std::string campaignJson(const CampaignReport& report);

} // namespace rgsim
