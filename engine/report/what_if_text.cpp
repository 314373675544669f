#include "report/campaign_words.h"
#include "report/run_report.h"
#include "report/text_table.h"
#include "report/what_if_report.h"

#include <algorithm>
#include <cmath>

namespace rgsim {

namespace {

using Row = std::vector<std::string>;

constexpr std::size_t barWidth = 20;
constexpr std::size_t mostColumns = 4; ///< of services and groups, beside the sum of them

std::string intervalText(const YearlySaving& saving, bool isKnown)
{
    if (!isKnown)
        return "unknown";
    if (saving.low == 0 && saving.high == 0)
        return "-";
    return savingText(saving.low) + " to " + savingText(saving.high) + (saving.isSure ? "" : " ?");
}

// To the right what it saves, to the left what it costs; all of the same width.
std::string barText(double value, double greatest)
{
    const auto length = static_cast<std::size_t>(
        greatest > 0 ? std::ceil(std::abs(value) / greatest * barWidth - 1e-9) : 0);
    const std::string bar(length, value < 0 ? '-' : '#');
    const std::string rest(barWidth - length, ' ');
    const std::string none(barWidth, ' ');
    return value < 0 ? rest + bar + '|' + none : none + '|' + bar + rest;
}

std::string withoutBlanksAtEnds(const std::string& lines)
{
    std::string text;
    for (const char c : lines) {
        if (c == '\n')
            text.erase(text.find_last_not_of(' ') + 1);
        text += c;
    }
    return text;
}

struct Part {
    std::string name;
    std::vector<MomentSums> WhatIfGain::*sums;
    std::size_t index;
};

// The columns beside the sum, if they are few: with one they would only repeat it.
std::vector<Part> partsOf(const Scenario& campaign)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < campaign.groups.size(); ++i)
        parts.push_back({"group " + campaign.groups[i].name, &WhatIfGain::groups, i});
    for (std::size_t i = 0; i < campaign.cluster.services.size(); ++i)
        parts.push_back({campaign.cluster.services[i].fullName, &WhatIfGain::services, i});
    if (parts.size() == 1 || parts.size() > mostColumns)
        parts.clear();
    return parts;
}

std::string headText(const WhatIfReport& report)
{
    const CampaignTally& unchanged = report.result.unchanged;
    return "what if     " + countText(static_cast<std::size_t>(unchanged.runs), "run") + " of " +
           countText(static_cast<std::size_t>(report.options.years), "year") + ", seed " +
           std::to_string(report.options.seed) +
           ", of the cluster and of each change alone, with the same failures\n" +
           (report.result.wasCancelled ? "partial     interrupted: these are the runs that were "
                                         "done by then\n"
                                       : "");
}

std::string notTriedText(const WhatIfResult& result)
{
    std::string text;
    for (const WhatIfChange change : result.notApplicable)
        text += std::string("    ") + wordsOf(change) + ": " + whyNotApplicable(change) + '\n';
    for (const WhatIfGain& gain : result.gains) {
        if (gain.isEndless)
            text += std::string("    ") + wordsOf(gain.change) +
                    ": something repeats for ever in a run\n";
    }
    return text.empty() ? text : "\nnot told:\n" + text;
}

} // namespace

std::string savingText(double secondsAYear)
{
    const double step = std::abs(secondsAYear) < 60 ? 0.1 : 1;
    const auto steps = std::llround(std::abs(secondsAYear) / step);
    if (steps == 0)
        return secondsAYear == 0 ? "-" : "0s";
    const auto milliseconds = std::llround(static_cast<double>(steps) * step * 1000);
    return (secondsAYear < 0 ? "-" : "") + spanText(SimDuration{milliseconds});
}

std::string whatIfText(const WhatIfReport& report)
{
    const std::vector<const WhatIfGain*> gains = bestFirst(report.result);
    const std::vector<Part> parts = partsOf(report.campaign);
    const bool isKnown = report.result.unchanged.runs > 1;
    double greatest = 0;
    for (const WhatIfGain* gain : gains)
        greatest = std::max(greatest, std::abs(savingOf(gain->all, report.options.years).value));
    Row head = {"change", "saves a year", "95 % interval",
                "costs" + std::string(barWidth - 5, ' ') + "|saves" +
                    std::string(barWidth - 5, ' ')};
    for (const Part& part : parts)
        head.push_back(part.name);
    std::vector<Row> rows = {head};
    for (const WhatIfGain* gain : gains) {
        const YearlySaving all = savingOf(gain->all, report.options.years);
        rows.push_back({wordsOf(gain->change), savingText(all.value), intervalText(all, isKnown),
                        barText(all.value, greatest)});
        for (const Part& part : parts)
            rows.back().push_back(
                savingText(savingOf((gain->*part.sums)[part.index], report.options.years).value));
    }
    return headText(report) + '\n' +
           (report.result.unchanged.runs > 0 ? withoutBlanksAtEnds(tableText(rows, 1))
                                             : std::string("no run is done\n")) +
           notTriedText(report.result);
}

} // namespace rgsim
