// The sums of a part of a campaign as JSON, exact to the last digit. For campaign_shard only, which
// sees to it that sums belong to their question.
#pragma once

#include "formats/json_input.h"
#include "planning/campaign_tally.h"
#include "report/json_text.h"

namespace rgsim {

void writeTally(JsonText& json, const CampaignTally& tally);

/// Problems go to the cursor's report. Sums of @p shards parts like this one can be added without
/// an overflow.
CampaignTally readTally(const JsonCursor& cursor, std::int64_t shards);

/// A string of decimal digits, perhaps with a minus before them; 0 if it is none or out of bounds,
/// which is reported.
WideInteger readDigits(const JsonCursor& cursor, WideInteger least, WideInteger most);

} // namespace rgsim
