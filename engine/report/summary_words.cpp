#include "report/summary_words.h"

#include "report/run_report.h"

#include <algorithm>

namespace rgsim {

std::string beliefWords(const std::vector<std::string>& names, const BeliefSegment& belief)
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

std::string truthWords(const std::vector<std::string>& names, const TruthSegment& truth)
{
    std::string text;
    for (const NodeIndex node : truth.runsOn)
        text += (text.empty() ? "" : "+") + names[static_cast<std::size_t>(node)];
    for (const NodeIndex node : truth.partlyOn)
        text += (text.empty() ? "" : "+") + names[static_cast<std::size_t>(node)] + " (part)";
    return text.empty() ? "-" : text;
}

std::string numberWords(int number)
{
    return number == 0 ? "-" : std::to_string(number);
}

std::string timeWords(SimDuration time)
{
    return time.isZero() ? "-" : spanText(time);
}

std::string violationWords(const Cluster& cluster, const KeepApartViolation& violation)
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
           " (" + spanText(violation.to - violation.from) + ')';
}

std::string hazardWords(const Cluster& cluster, const GuardHazardFound& hazard)
{
    const std::string where =
        " on " + cluster.node(hazard.node).name + " at " + spanText(hazard.at - SimTime{});
    const std::string& name = cluster.service(hazard.service).fullName;
    if (hazard.kind == GuardHazardKind::StartedBeside)
        return "guard: let " + name + " start beside " + cluster.service(hazard.other).fullName +
               where;
    return "guard: refused " + name + " for nothing" + where;
}

} // namespace rgsim
