// A campaign's numbers as bars: availability in nines, downtime by cause, outages by length. It
// chooses values and words; it draws nothing.
#pragma once

#include "plots/bar_plot.h"
#include "session/campaign_answer.h"

namespace rgsim::gui {

/// Each service's and group's nines with the interval.
BarData availabilityBars(const CampaignAnswer& answer);
/// What a year's downtime of each service is made of, in seconds.
BarData downtimeBars(const CampaignAnswer& answer);
/// How many outages of each length @p row had in a year.
BarData outageBars(const CampaignAnswer& answer, std::size_t row);

} // namespace rgsim::gui
