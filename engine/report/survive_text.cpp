#include "report/survive_text.h"

#include "report/layout_words.h"
#include "report/run_report.h"
#include "report/text_table.h"

#include <algorithm>
#include <vector>

namespace rgsim {

namespace {

constexpr std::size_t worstShown = 5;
constexpr std::size_t pairsShown = 10;

std::string timeOf(SimDuration time, bool isForGood)
{
    return isForGood ? "for good" : spanText(time);
}

// The services of a failure for which @p isSo, by their names.
template <typename IsSo>
std::string those(const Cluster& cluster, const SurvivedFailure& failure, const IsSo& isSo)
{
    std::string text;
    for (std::size_t i = 0; i < failure.services.size(); ++i) {
        if (isSo(failure.services[i]))
            text += (text.empty() ? "" : ", ") + cluster.services[i].fullName;
    }
    return text;
}

std::string badnessText(const Cluster& cluster, const SurvivedFailure& failure)
{
    const std::string broken = those(
        cluster, failure, [](const SurvivedService& service) { return service.breaksRule(); });
    const std::string gone =
        those(cluster, failure, [](const SurvivedService& service) { return !service.isBack(); });
    std::string text;
    if (!broken.empty())
        text += "rule broken by " + broken + "; ";
    if (!gone.empty())
        text += "not back: " + gone + "; ";
    return text + "longest downtime " + spanText(failure.longestDowntime());
}

std::string worstText(const Cluster& cluster, const SurviveReport& report,
                      const std::vector<std::size_t>& order)
{
    std::string text = "worst first:\n";
    for (std::size_t i = 0; i < std::min(worstShown, order.size()); ++i) {
        const SurvivedFailure& failure = report.failures[order[i]];
        text += "    " + failureText(cluster, failure.events) + " (row " +
                std::to_string(order[i]) + "): " + badnessText(cluster, failure) + '\n';
    }
    return text;
}

// The rows of the table: the cold start and single failures, and pairs as far as they are wanted.
std::vector<std::size_t> shownRows(const SurviveReport& report,
                                   const std::vector<std::size_t>& order, bool all)
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < report.failures.size(); ++i) {
        if (all || report.failures[i].events.size() < 2)
            shown.push_back(i);
    }
    std::size_t pairs = 0;
    for (const std::size_t i : order) {
        if (!all && report.failures[i].events.size() > 1 && pairs++ < pairsShown)
            shown.push_back(i);
    }
    return shown;
}

std::string totalText(const SurviveReport& report, std::size_t shown)
{
    const auto bad = std::count_if(report.failures.begin(), report.failures.end(),
                                   [](const SurvivedFailure& f) { return !f.isSurvived(); });
    std::string text = countText(report.failures.size(), "failure") + " (the cold start is one), " +
                       std::to_string(bad) + " not survived";
    if (shown < report.failures.size())
        text += ", " + std::to_string(report.failures.size() - shown) +
                " pairs not shown (--all shows them)";
    return text + (report.wasCutShort ? ", ended early\n" : "\n");
}

} // namespace

std::string survivedCell(const Cluster& cluster, const SurvivedService& service)
{
    const FailureOutcome& outcome = service.outcome;
    std::string text = "gone";
    if (!service.isWanted)
        text = "off";
    else if (outcome.end == ServiceEnd::Circles)
        text = "circles";
    else if (outcome.end == ServiceEnd::Runs)
        text = cluster.node(outcome.node).name + ' ' + spanText(outcome.downtime);
    if (!outcome.phantom.isZero())
        text += " ~" + timeOf(outcome.phantom, outcome.phantomForGood);
    if (service.breaksRule())
        text += " !" + timeOf(outcome.together, outcome.togetherForGood);
    return text;
}

std::string surviveText(const Cluster& cluster, const SurviveReport& report, bool all)
{
    const std::vector<std::size_t> order = report.worstFirst();
    std::vector<std::vector<std::string>> rows = {{"row", "after"}};
    for (const Service& service : cluster.services)
        rows.front().push_back(service.fullName);
    const std::vector<std::size_t> shown = shownRows(report, order, all);
    for (const std::size_t i : shown) {
        const SurvivedFailure& failure = report.failures[i];
        rows.push_back({std::to_string(i), failureText(cluster, failure.events)});
        for (const SurvivedService& service : failure.services)
            rows.back().push_back(survivedCell(cluster, service));
    }
    return worstText(cluster, report, order) + '\n' + tableText(rows, rows.front().size()) +
           "\nnode and downtime; ~ phantom (believed to run, does not); ! together with one it "
           "must "
           "be kept apart from\n" +
           totalText(report, shown.size());
}

} // namespace rgsim
