#include "report/campaign_text.h"

#include "base/joined.h"
#include "report/campaign_words.h"
#include "report/run_report.h"
#include "report/text_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

namespace rgsim {

namespace {

using Row = std::vector<std::string>;

constexpr std::size_t mostColumns = 6; ///< of the table of outage lengths

std::string headText(const CampaignReport& report)
{
    const CampaignSummary& summary = report.summary;
    std::string text = "campaign    " + countText(static_cast<std::size_t>(summary.runs), "run") +
                       " of " + countText(static_cast<std::size_t>(report.options.years), "year") +
                       ", seed " + std::to_string(report.options.seed) + ": " +
                       countText(static_cast<std::size_t>(summary.clusterYears), "cluster-year") +
                       ", " + fixedText(summary.failuresPerYear, 1) + " failures a year\n";
    if (report.isPartial)
        text += "partial     interrupted: these are the runs that were done by then\n";
    if (report.isPreciseEnough)
        text += "ended       the wanted precision is reached\n";
    if (report.leftOut > 0)
        text += "left out    " + countText(report.leftOut, "event") +
                " of the scenario: only what the rates bring happens\n";
    return text;
}

const Row heading = {"",
                     "availability",
                     "nines",
                     "95 % interval",
                     "down a year",
                     "outages a year",
                     "mean outage",
                     "longest",
                     "moved a year"};

Row availabilityRow(const std::string& name, const TimeShare& share, Sureness sureness,
                    const OutageNumbers& outages)
{
    return {name,
            percentText(share, share.value),
            ninesText(share),
            intervalText(share, sureness),
            yearText(1.0 - share.value),
            rateText(outages.perYear),
            meanText(outages.meanLength),
            longestText(outages.outages.longest),
            "-"};
}

std::string availabilityText(const CampaignReport& report)
{
    std::vector<Row> rows = {heading};
    for (const ServiceNumbers& service : report.summary.services) {
        rows.push_back(availabilityRow(report.scenario.cluster.service(service.service).fullName,
                                       service.available, service.sureness, service.outages));
        rows.back().back() = rateText(service.relocationsPerYear);
    }
    for (std::size_t i = 0; i < report.summary.groups.size(); ++i) {
        const GroupNumbers& group = report.summary.groups[i];
        rows.push_back(availabilityRow("group " + report.scenario.groups[i].name, group.available,
                                       group.sureness, group.outages));
    }
    return tableText(rows, 1);
}

// Only causes that there are.
std::string causesText(const CampaignReport& report)
{
    Row head = {"down a year, by cause"};
    std::vector<Row> rows;
    for (const ServiceNumbers& service : report.summary.services)
        rows.push_back({report.scenario.cluster.service(service.service).fullName});
    for (std::size_t cause = 0; cause < downtimeCauses; ++cause) {
        const bool isThere = std::any_of(
            report.summary.services.begin(), report.summary.services.end(),
            [cause](const ServiceNumbers& service) { return service.causes[cause] > 0; });
        if (!isThere)
            continue;
        head.push_back(causeWords(static_cast<DowntimeCause>(cause)));
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].push_back(yearText(report.summary.services[i].causes[cause]));
    }
    if (head.size() == 1)
        return {};
    rows.insert(rows.begin(), head);
    return '\n' + tableText(rows, 1);
}

std::string groupText(const BalancedGroup& group, const GroupNumbers& numbers)
{
    std::string text =
        "\ngroup " + group.name + ": " + std::to_string(group.needs) + " of " +
        countText(group.services.size(), "instance") + " must serve; looked at " +
        (group.healthCheck.isZero() ? "all the time" : "every " + spanText(group.healthCheck)) +
        ", switched after " + spanText(group.switchTime) + '\n';
    const double saved = numbers.available.value - numbers.instanceAvailable;
    std::vector<Row> rows;
    rows.push_back({"  an instance is down", yearText(1.0 - numbers.instanceAvailable)});
    rows.push_back({"  the group is down", yearText(1.0 - numbers.available.value)});
    rows.push_back({"    too few instances answer", yearText(numbers.tooFewAnswer)});
    rows.push_back({"    enough answer, not yet noticed", yearText(numbers.notYetNoticed)});
    rows.push_back({saved >= 0 ? "  the load balancer saves" : "  the group costs more",
                    yearText(std::abs(saved))});
    rows.push_back({"  some requests go astray", yearText(numbers.misdirected)});
    rows.push_back({"  requests answered",
                    percentText(numbers.requestsAnswered, numbers.requestsAnswered.value)});
    rows.push_back({"  instances share a node", yearText(numbers.together)});
    for (Row& row : rows) {
        if (row[0] != "  requests answered" && row[1] != "-")
            row[1] += " a year";
    }
    return text + tableText(rows, 1);
}

struct Column {
    std::string name;
    Outages outages;
};

std::vector<Column> lengthColumns(const CampaignReport& report)
{
    std::vector<Column> columns;
    for (const ServiceNumbers& service : report.summary.services)
        columns.push_back(
            {report.scenario.cluster.service(service.service).fullName, service.outages.outages});
    if (columns.size() > mostColumns) {
        Column all{"all services", {}};
        for (const Column& column : columns)
            all.outages.add(column.outages);
        columns = {all};
    }
    for (std::size_t i = 0; i < std::min(report.summary.groups.size(), mostColumns); ++i)
        columns.push_back(
            {"group " + report.scenario.groups[i].name, report.summary.groups[i].outages.outages});
    return columns;
}

std::string lengthsText(const CampaignReport& report)
{
    const std::vector<Column> columns = lengthColumns(report);
    std::vector<Row> rows = {{"outages by length"}};
    for (const Column& column : columns)
        rows.front().push_back(column.name);
    for (std::size_t i = 0; i < outageClasses; ++i) {
        Row row = {outageClassText(i)};
        bool isThere = false;
        for (const Column& column : columns) {
            const std::int64_t count = column.outages.byLength[i];
            isThere = isThere || count > 0;
            row.push_back(count == 0 ? "-" : std::to_string(count));
        }
        if (isThere)
            rows.push_back(std::move(row));
    }
    return rows.size() == 1 ? std::string() : '\n' + tableText(rows, 1);
}

std::string surenessText(const CampaignReport& report)
{
    std::string text;
    const auto add = [&](const std::string& name, Sureness sureness) {
        switch (sureness) {
        case Sureness::Sure:
            return;
        case Sureness::OneRun:
            text += name + ": one run says nothing about how much others would differ; run more\n";
            return;
        case Sureness::NoOutage:
            text +=
                name + ": no outage in " +
                countText(static_cast<std::size_t>(report.summary.clusterYears), "cluster-year") +
                "; that is compatible with one in " +
                fixedText(static_cast<double>(report.summary.clusterYears) / 3, 1) +
                " years (rule of three)\n";
            return;
        case Sureness::FewOutages:
            text += name + ": only a few runs had an outage, so its interval is rough; run more\n";
            return;
        }
    };
    for (const ServiceNumbers& service : report.summary.services)
        add(report.scenario.cluster.service(service.service).fullName, service.sureness);
    for (std::size_t i = 0; i < report.summary.groups.size(); ++i)
        add("group " + report.scenario.groups[i].name, report.summary.groups[i].sureness);
    return text.empty() ? text : '\n' + text;
}

} // namespace

std::string campaignText(const CampaignReport& report)
{
    std::string text = headText(report);
    if (report.summary.runs == 0)
        return text;
    text += '\n' + availabilityText(report) + causesText(report);
    for (std::size_t i = 0; i < report.summary.groups.size(); ++i)
        text += groupText(report.scenario.groups[i], report.summary.groups[i]);
    return text + lengthsText(report) + surenessText(report);
}

} // namespace rgsim
