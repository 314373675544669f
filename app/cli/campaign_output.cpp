#include "campaign_output.h"

#include "output_file.h"
#include "planning/campaign_summary.h"
#include "report/campaign_csv.h"
#include "report/campaign_json.h"
#include "report/campaign_text.h"
#include "report/what_if_report.h"
#include "verb.h"

#include <algorithm>

namespace rgsim {

namespace {

std::size_t eventsLeftOut(const Scenario& scenario, const Scenario& campaign)
{
    return scenario.plan.events.size() -
           std::min(scenario.plan.events.size(), campaign.plan.events.size());
}

std::string textOf(const CampaignReport& report, std::size_t format)
{
    if (format == 1)
        return campaignJson(report);
    return format == 2 ? campaignCsv(report) : campaignText(report);
}

} // namespace

void addCampaignOutput(CommandLine& line)
{
    line.parser().addOption({QStringLiteral("format"),
                             QStringLiteral("text (the default), json or csv."),
                             QStringLiteral("FORMAT")});
    line.parser().addOption({QStringLiteral("out"),
                             QStringLiteral("Write to this file, whole or not at all."),
                             QStringLiteral("FILE")});
}

CampaignOutput readCampaignOutput(CommandLine& line)
{
    return {line.choice("format", {"text", "json", "csv"}), fileToWrite(line)};
}

int printCampaign(const Scenario& scenario, const Scenario& campaign,
                  const CampaignOptions& options, const CampaignResult& result,
                  const CampaignOutput& output)
{
    const CampaignSummary summary = summarizeCampaign(campaign, options, result.tally);
    const CampaignReport report{campaign,
                                options,
                                summary,
                                result.wasCancelled,
                                result.isPreciseEnough,
                                eventsLeftOut(scenario, campaign)};
    if (!deliver(textOf(report, output.format), output.file))
        return exitBadInput;
    return exitFine;
}

int printWhatIf(const Scenario& campaign, const CampaignOptions& options,
                const WhatIfResult& result, const CampaignOutput& output)
{
    const WhatIfReport report{campaign, options, result};
    const std::string text = output.format == 0   ? whatIfText(report)
                             : output.format == 1 ? whatIfJson(report)
                                                  : whatIfCsv(report);
    return deliver(text, output.file) ? exitFine : exitBadInput;
}

} // namespace rgsim
