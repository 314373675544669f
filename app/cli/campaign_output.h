// Where the numbers of a campaign go, made in one run or put together from parts: the same options
// and the same text for both.
#pragma once

#include "command_line.h"
#include "planning/campaign.h"
#include "planning/what_if.h"

#include <optional>
#include <string>

namespace rgsim {

struct CampaignOutput {
    std::size_t format = 0; ///< text, json, csv
    std::optional<std::string> file;
};

/// Adds --format and --out.
void addCampaignOutput(CommandLine& line);
CampaignOutput readCampaignOutput(CommandLine& line);

/// Prints @p result of @p scenario as it was given, @p campaign of it was run. Returns the exit
/// code.
int printCampaign(const Scenario& scenario, const Scenario& campaign,
                  const CampaignOptions& options, const CampaignResult& result,
                  const CampaignOutput& output);

/// Prints what changes of @p campaign would save. Returns the exit code.
int printWhatIf(const Scenario& campaign, const CampaignOptions& options,
                const WhatIfResult& result, const CampaignOutput& output);

} // namespace rgsim
