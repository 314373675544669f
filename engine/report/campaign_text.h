// A campaign's numbers as text for people: a table of availabilities, one of causes, one of outage
// lengths.
#pragma once

#include "report/campaign_report.h"

#include <string>

namespace rgsim {

std::string campaignText(const CampaignReport& report);

} // namespace rgsim
