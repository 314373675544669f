#include "report/layout_words.h"

#include "base/joined.h"
#include "report/hazard_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

std::vector<std::string> nodesMissingIn(const Cluster& other, const Cluster& cluster)
{
    std::vector<std::string> names;
    for (const Node& node : cluster.nodes) {
        if (other.nodeByName(node.name) == noNode)
            names.push_back(node.name);
    }
    return names;
}

std::string onlyText(const char* where, std::vector<std::string> names,
                     const std::vector<std::string>& services)
{
    names.insert(names.end(), services.begin(), services.end());
    return names.empty() ? "" : std::string("; only in the ") + where + ": " + joined(names, ", ");
}

std::string endText(const Cluster& cluster, const FailureOutcome& outcome)
{
    switch (outcome.end) {
    case ServiceEnd::Runs:
        return "runs on " + cluster.node(outcome.node).name +
               (outcome.downtime.isZero() ? "" : ", down " + spanText(outcome.downtime));
    case ServiceEnd::Circles:
        return "goes round in circles";
    case ServiceEnd::Down:
        break;
    }
    return "down for good";
}

std::string timeText(const char* what, SimDuration time, bool isForGood)
{
    if (time.isZero())
        return {};
    return std::string(", ") + what + (isForGood ? " for good" : ' ' + spanText(time));
}

std::string endChange(ServiceEnd first, ServiceEnd second)
{
    switch (second) {
    case ServiceEnd::Runs:
        return "runs in the end";
    case ServiceEnd::Circles:
        return first == ServiceEnd::Runs ? "never comes to rest" : "comes up again and again";
    case ServiceEnd::Down:
        break;
    }
    return "does not run in the end";
}

} // namespace

std::string failureText(const Cluster& cluster, const std::vector<PlanEvent>& events)
{
    if (events.empty())
        return "a cold start";
    std::vector<std::string> texts;
    for (const PlanEvent& event : events)
        texts.push_back(eventText(cluster, event));
    return joined(texts, ", then ");
}

std::string outcomeText(const Cluster& cluster, const FailureOutcome& outcome)
{
    return endText(cluster, outcome) +
           timeText("phantom", outcome.phantom, outcome.phantomForGood) +
           timeText("together", outcome.together, outcome.togetherForGood);
}

std::string judgementText(const ComparedService& service)
{
    const bool isWorse = service.judgement.verdict == Verdict::Worse;
    switch (service.judgement.aspect) {
    case Aspect::End:
        return endChange(service.first.end, service.second.end);
    case Aspect::Together:
        if (service.first.together.isZero() || service.second.together.isZero())
            return isWorse ? "runs together with one it must be kept apart from" : "kept apart";
        return isWorse ? "longer together" : "less long together";
    case Aspect::Downtime:
        return isWorse ? "longer down" : "less long down";
    case Aspect::Phantom:
        return isWorse ? "longer phantom" : "less long phantom";
    case Aspect::Node:
        return "another node";
    case Aspect::None:
        break;
    }
    return {};
}

std::string oneSidedText(const LayoutReport& report, const OneSidedFailure& failure)
{
    const Cluster& cluster = failure.inFirst ? report.first : report.second;
    const std::string other = failure.inFirst ? "second" : "first";
    return failureText(cluster, failure.events) + ": " +
           (failure.isUnknown ? "there is no such thing in the " + other
                              : "not possible then in the " + other);
}

std::string countsText(const LayoutComparison& comparison)
{
    const auto number = [&](Verdict verdict) { return std::to_string(comparison.count(verdict)); };
    return number(Verdict::Worse) + " worse, " + number(Verdict::Better) + " better, " +
           number(Verdict::Moved) + " moved, " + number(Verdict::Same) + " the same" +
           (comparison.wasCutShort ? ", ended early" : "");
}

std::string commonText(const LayoutReport& report)
{
    const LayoutComparison& comparison = report.comparison;
    const std::vector<std::string> ones = nodesMissingIn(report.second, report.first);
    return countText(report.first.nodes.size() - ones.size(), "node") + " and " +
           countText(comparison.services.size(), "service") + " in both" +
           onlyText("first", ones, serviceNames(report.first, comparison.onlyFirst)) +
           onlyText("second", nodesMissingIn(report.first, report.second),
                    serviceNames(report.second, comparison.onlySecond));
}

} // namespace rgsim
