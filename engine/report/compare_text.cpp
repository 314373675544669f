#include "report/compare_text.h"

#include "report/row_text.h"
#include "report/summary_words.h"
#include "report/text_table.h"
#include "rgmanager/messages.h"
#include "rgmanager/request.h"

#include <algorithm>
#include <vector>

namespace rgsim {

namespace {

constexpr std::size_t mostServices = 60; ///< in the table, without `all`

constexpr const char* columnHelp =
    "end: what the record says, and where it really runs if that is elsewhere; moved: to another\n"
    "node; phantom: started by record, but not running there; broken: how often a keep-apart rule\n"
    "was, and for how long\n";

std::string signedText(SimDuration difference)
{
    return difference.ms < 0 ? '-' + spanText(SimDuration{} - difference)
                             : '+' + spanText(difference);
}

std::string signedText(int difference)
{
    return (difference < 0 ? "" : "+") + std::to_string(difference);
}

std::string plainText(SimDuration time)
{
    return spanText(time);
}

std::string plainText(int number)
{
    return std::to_string(number);
}

// "3" if both are the same, else "1 -> 3 (+2)".
template <typename Value, typename Words>
std::string pairText(const Value& first, const Value& second, Words words)
{
    if (first == second)
        return words(first);
    return plainText(first) + " -> " + plainText(second) + " (" + signedText(second - first) + ')';
}

void appendSums(std::vector<std::string>& row, const ComparedSums& a, const ComparedSums& b)
{
    row.push_back(pairText(a.relocations, b.relocations, numberWords));
    row.push_back(pairText(a.downtime, b.downtime, timeWords));
    row.push_back(pairText(a.phantom, b.phantom, timeWords));
    row.push_back(pairText(a.violations, b.violations, numberWords));
    row.push_back(pairText(a.violation, b.violation, timeWords));
}

std::string endText(const RunReport& report, ServiceIndex service)
{
    const std::vector<std::string> names = shortNodeNames(report.scenario.cluster);
    const ServiceSummary& summary = report.summary.services[static_cast<std::size_t>(service)];
    std::string text = beliefWords(names, summary.beliefAtEnd);
    const std::string truth = truthWords(names, summary.truthAtEnd);
    const NodeIndex owner = summary.beliefAtEnd.owner;
    const bool runsAsRecorded = owner != noNode && truth == names[static_cast<std::size_t>(owner)];
    if (!runsAsRecorded)
        text += ", runs on " + (truth == "-" ? std::string("none") : truth);
    return text;
}

std::string endText(const CompareReport& report, const ServiceComparison& service)
{
    if (service.inSecond == noService)
        return "only in " + report.firstName;
    if (service.inFirst == noService)
        return "only in " + report.secondName;
    const std::string first = endText(report.first, service.inFirst);
    return service.endsAlike ? first : first + " -> " + endText(report.second, service.inSecond);
}

std::string headLine(const std::string& name, const RunReport& report)
{
    const Scenario& scenario = report.scenario;
    const std::string& title = scenario.title.empty() ? scenario.name : scenario.title;
    return name + ": " + (title.empty() ? std::string("(no name)") : title) + ", " +
           countText(scenario.cluster.nodes.size(), "node") + ", " +
           countText(scenario.cluster.services.size(), "service") + ", " +
           spanText(report.timeline.end - SimTime{}) + ", seed " + std::to_string(scenario.seed) +
           ", fingerprint " + fingerprintText(report.fingerprint) + '\n';
}

std::string comparisonTable(const CompareReport& report, bool all)
{
    std::vector<std::vector<std::string>> rows = {
        {"service", "end", "moved", "downtime", "phantom", "broken", "for"}};
    std::size_t same = 0;
    std::size_t leftOut = 0;
    for (const ServiceComparison& service : report.comparison.services) {
        if (!all && service.isSame()) {
            ++same;
            continue;
        }
        if (!all && rows.size() > mostServices) {
            ++leftOut;
            continue;
        }
        rows.push_back({service.fullName, endText(report, service)});
        appendSums(rows.back(), service.first, service.second);
    }
    rows.push_back({"all", ""});
    appendSums(rows.back(), report.comparison.first, report.comparison.second);
    std::string text = tableText(rows, 2) + columnHelp;
    if (leftOut > 0)
        text += "... and " + countText(leftOut, "more service") + " that differ\n";
    if (same > 0)
        text +=
            countText(same, "service") + (same == 1 ? " fares" : " fare") + " the same in both\n";
    return text;
}

std::string recordText(const Cluster& cluster, const LogRow& row)
{
    std::string text =
        "the record of " + cluster.service(row.service).fullName + " says " + toString(row.state);
    if (row.owner != noNode)
        text += " on " + cluster.node(row.owner).name;
    if (row.flag)
        text += " (frozen)";
    return text + ", written by " + std::string(nodeName(cluster, row.node));
}

std::string replyText(const Cluster& cluster, const LogRow& row)
{
    return std::string(replyName(static_cast<Request>(row.request))) + " of " +
           cluster.service(row.service).fullName + " ends with " +
           toString(static_cast<ReturnCode>(row.code)) + " on " +
           std::string(nodeName(cluster, row.node));
}

std::string rowSentence(const RunReport& report, const std::optional<std::size_t>& position)
{
    if (!position)
        return "nothing of the kind";
    const Cluster& cluster = report.scenario.cluster;
    const LogRow& row = report.rows[*position];
    switch (row.kind) {
    case RowKind::Record:
        return recordText(cluster, row);
    case RowKind::Reply:
        return replyText(cluster, row);
    case RowKind::Syslog:
        return std::string(nodeName(cluster, row.node)) + " logs \"" + messageText(cluster, row) +
               '"';
    case RowKind::Fault:
        return truthText(cluster, eventsInOrder(report.scenario.plan), row);
    default:
        return std::string(nodeName(cluster, row.node)) + ": " + truthText(cluster, {}, row);
    }
}

} // namespace

std::string firstDifferenceText(const CompareReport& report)
{
    if (!report.difference)
        return "There is no difference between " + report.firstName + " and " + report.secondName +
               ".\n";
    const FirstDifference& found = *report.difference;
    return "First difference at " + clockText(found.at) + ". " + report.firstName + ": " +
           rowSentence(report.first, found.rowInFirst) + ". " + report.secondName + ": " +
           rowSentence(report.second, found.rowInSecond) + ".\n";
}

std::string compareText(const CompareReport& report, bool all)
{
    return headLine(report.firstName, report.first) + headLine(report.secondName, report.second) +
           '\n' + comparisonTable(report, all) + '\n' + firstDifferenceText(report);
}

} // namespace rgsim
