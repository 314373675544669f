#include "report/summary_text.h"

#include "report/summary_words.h"
#include "report/text_table.h"

#include <algorithm>
#include <vector>

namespace rgsim {

namespace {

constexpr std::size_t mostLines = 20; ///< of violations and of hazards, without `all`
constexpr std::size_t leftColumns = 3;

using Row = std::vector<std::string>;

const Row heading = {"service", "record", "runs on",  "moved",   "again",   "refused",
                     "failed",  "checks", "downtime", "longest", "phantom", "together"};

constexpr const char* columnHelp =
    "moved: to another node; again: started again on its node; refused: by the guard;\n"
    "failed: starts that failed; checks: checks that failed; phantom: started by record, but\n"
    "not running there; together: on a node with a service it must keep apart from\n";

void fillNumbers(Row& row, const ServiceSummary& service)
{
    row[3] = numberWords(service.relocations);
    row[4] = numberWords(service.restartsHere);
    row[5] = numberWords(service.startsRefused);
    row[6] = numberWords(service.startsFailed);
    row[7] = numberWords(service.checksFailed);
    row[8] = timeWords(service.downtime);
    row[9] = timeWords(service.longestOutage);
    row[10] = timeWords(service.phantom);
    row[11] = timeWords(service.violation);
}

template <typename Item, typename Print>
std::string listText(const std::vector<Item>& items, bool all, Print print)
{
    std::string text;
    const std::size_t shown = all ? items.size() : std::min(items.size(), mostLines);
    for (std::size_t i = 0; i < shown; ++i)
        text += print(items[i]);
    if (shown < items.size())
        text += "... and " + std::to_string(items.size() - shown) + " more like these\n";
    return text;
}

} // namespace

std::string summaryText(const RunReport& report, const TextStyle& style)
{
    const Cluster& cluster = report.scenario.cluster;
    const Summary& summary = report.summary;
    const std::vector<std::string> names = shortNodeNames(cluster);
    std::vector<Row> rows = {heading};
    for (const ServiceIndex index : servicesToShow(report, style)) {
        const ServiceSummary& service = summary.services[static_cast<std::size_t>(index)];
        Row row(heading.size());
        row[0] = cluster.service(index).fullName;
        row[1] = beliefWords(names, service.beliefAtEnd);
        row[2] = truthWords(names, service.truthAtEnd);
        fillNumbers(row, service);
        rows.push_back(std::move(row));
    }
    if (cluster.services.size() > 1) {
        Row row(heading.size());
        row[0] = "all " + std::to_string(cluster.services.size());
        row[1] = std::to_string(summary.startedAtEnd) + " started";
        row[2] = std::to_string(summary.runningAtEnd) + " run";
        fillNumbers(row, summary.totals);
        rows.push_back(std::move(row));
    }
    std::string text = tableText(rows, leftColumns) + columnHelp;
    const std::string found =
        listText(summary.violations, style.all,
                 [&](const KeepApartViolation& v) { return violationWords(cluster, v) + '\n'; }) +
        listText(summary.hazards, style.all,
                 [&](const GuardHazardFound& h) { return hazardWords(cluster, h) + '\n'; });
    return found.empty() ? text : text + '\n' + found;
}

} // namespace rgsim
