#include "report/summary_text.h"

#include <algorithm>
#include <array>

namespace rgsim {

namespace {

constexpr std::size_t mostLines = 20; ///< of violations and of hazards, without `all`

using Row = std::array<std::string, 12>;

const Row heading = {"service", "record", "runs on",  "moved",   "again",   "refused",
                     "failed",  "checks", "downtime", "longest", "phantom", "together"};

constexpr const char* columnHelp =
    "moved: to another node; again: started again on its node; refused: by the guard;\n"
    "failed: starts that failed; checks: checks that failed; phantom: started by record, but\n"
    "not running there; together: on a node with a service it must keep apart from\n";

std::string numberText(int number)
{
    return number == 0 ? "-" : std::to_string(number);
}

std::string timeText(SimDuration duration)
{
    return duration.isZero() ? "-" : spanText(duration);
}

std::string beliefText(const std::vector<std::string>& names, const BeliefSegment& belief)
{
    if (!belief.exists)
        return "no record";
    std::string text = toString(belief.state);
    if (belief.owner != noNode)
        text += ' ' + names[static_cast<std::size_t>(belief.owner)];
    if (belief.frozen)
        text += " (frozen)";
    return text;
}

std::string truthText(const std::vector<std::string>& names, const TruthSegment& truth)
{
    std::string text;
    for (const NodeIndex node : truth.runsOn)
        text += (text.empty() ? "" : "+") + names[static_cast<std::size_t>(node)];
    for (const NodeIndex node : truth.partlyOn)
        text += (text.empty() ? "" : "+") + names[static_cast<std::size_t>(node)] + " (part)";
    return text.empty() ? "-" : text;
}

void fillNumbers(Row& row, const ServiceSummary& service)
{
    row[3] = numberText(service.relocations);
    row[4] = numberText(service.restartsHere);
    row[5] = numberText(service.startsRefused);
    row[6] = numberText(service.startsFailed);
    row[7] = numberText(service.checksFailed);
    row[8] = timeText(service.downtime);
    row[9] = timeText(service.longestOutage);
    row[10] = timeText(service.phantom);
    row[11] = timeText(service.violation);
}

std::string tableText(const std::vector<Row>& rows)
{
    std::array<std::size_t, 12> widths{};
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    constexpr std::size_t leftColumns = 3;
    std::string text;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::size_t gap = widths[i] - row[i].size();
            text += i == 0 ? "" : "  ";
            if (i >= leftColumns)
                text.append(gap, ' ');
            text += row[i];
            if (i < leftColumns)
                text.append(gap, ' ');
        }
        text += '\n';
    }
    return text;
}

std::string violationText(const Cluster& cluster, const KeepApartViolation& violation)
{
    constexpr std::size_t most = 6;
    std::string text = "kept apart no longer: ";
    for (std::size_t i = 0; i < violation.services.size() && i < most; ++i) {
        text += i == 0 ? "" : ", ";
        text += cluster.service(violation.services[i]).fullName;
    }
    if (violation.services.size() > most)
        text += " and " + std::to_string(violation.services.size() - most) + " more";
    return text + " all ran on " + cluster.node(violation.node).name + " from " +
           spanText(violation.from - SimTime{}) + " to " + spanText(violation.to - SimTime{}) +
           " (" + spanText(violation.to - violation.from) + ")\n";
}

std::string hazardText(const Cluster& cluster, const GuardHazardFound& hazard)
{
    const std::string where =
        " on " + cluster.node(hazard.node).name + " at " + spanText(hazard.at - SimTime{}) + '\n';
    const std::string& name = cluster.service(hazard.service).fullName;
    if (hazard.kind == GuardHazardKind::StartedBeside)
        return "guard: let " + name + " start beside " + cluster.service(hazard.other).fullName +
               where;
    return "guard: refused " + name + " for nothing" + where;
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
        Row row;
        row[0] = cluster.service(index).fullName;
        row[1] = beliefText(names, service.beliefAtEnd);
        row[2] = truthText(names, service.truthAtEnd);
        fillNumbers(row, service);
        rows.push_back(std::move(row));
    }
    if (cluster.services.size() > 1) {
        Row row;
        row[0] = "all " + std::to_string(cluster.services.size());
        row[1] = std::to_string(summary.startedAtEnd) + " started";
        row[2] = std::to_string(summary.runningAtEnd) + " run";
        fillNumbers(row, summary.totals);
        rows.push_back(std::move(row));
    }
    std::string text = tableText(rows) + columnHelp;
    const std::string found =
        listText(summary.violations, style.all,
                 [&](const KeepApartViolation& v) { return violationText(cluster, v); }) +
        listText(summary.hazards, style.all,
                 [&](const GuardHazardFound& h) { return hazardText(cluster, h); });
    return found.empty() ? text : text + '\n' + found;
}

} // namespace rgsim
