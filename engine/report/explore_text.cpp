#include "report/explore_report.h"
#include "report/run_report.h"

#include <cmath>
#include <cstdio>

namespace rgsim {

namespace {

std::string stepsText(const ExploreReport& report, int depth)
{
    const std::string inOrders = report.options.orders ? ", in every order" : "";
    if (depth == 0)
        return "after a cold start" + inOrders;
    return "in every sequence of up to " + countText(static_cast<std::size_t>(depth), "step") +
           inOrders;
}

std::string candidateText(const Cluster& cluster, const OrderCandidate& candidate)
{
    const std::string node =
        candidate.node == noNode ? "another node" : cluster.node(candidate.node).name;
    if (!candidate.item)
        return node;
    switch (*candidate.item) {
    case ItemKind::WorkerWakes:
        return cluster.service(static_cast<ServiceIndex>(candidate.service)).fullName + " on " +
               node;
    case ItemKind::Scan:
        return "the round of checks of " + node;
    case ItemKind::NodeBooted:
        return "the boot of " + node;
    case ItemKind::LossDetected:
        return "the loss of " + node;
    case ItemKind::FencingEnds:
        return "the fencing of " + node;
    case ItemKind::RandomFailure:
    case ItemKind::RandomRepair:
        break;
    }
    return "chance";
}

std::string foundText(const ExploreReport& report, const Counterexample& found)
{
    std::string text =
        "violated: " + propertyText(report.cluster, report.properties[found.breach.property]) +
        '\n';
    int number = 0;
    if (found.events.empty())
        text += "    a cold start is enough\n";
    for (const PlanEvent& event : found.events)
        text += "    " + std::to_string(++number) + ". " + clockText(event.at) + "  " +
                eventText(report.cluster, event) + '\n';
    for (const OrderChoice& choice : found.choices)
        text += "    order: " + orderText(report.cluster, choice) + '\n';
    text += "    broken at " + clockText(found.breach.at);
    if (found.breach.from + SimDuration::seconds(1) < found.breach.at)
        text += " by what began at " + clockText(found.breach.from);
    text += "; without any of the steps it is not\n";
    return text + "    fingerprint " + fingerprintText(found.fingerprint) + '\n';
}

std::string heldText(const ExploreReport& report)
{
    const ExploreResult& result = report.explored.result;
    std::string text;
    if (result.end == ExploreEnd::Holds)
        text = "holds " + stepsText(report, report.options.depth) + ":\n";
    else if (result.completeDepth < 0)
        text = "nothing is known yet of:\n";
    else
        text = "ended early; holds " + stepsText(report, result.completeDepth) + ":\n";
    for (const Property& property : report.properties)
        text += "    " + propertyText(report.cluster, property) + '\n';
    if (result.end == ExploreEnd::OutOfMemory)
        text += std::string("    there was no memory for more states; allow more with --memory") +
                (report.options.orders ? ", or leave out --orders\n" : "\n");
    return text;
}

std::string percentText(double share)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", share * 100);
    return text;
}

std::string figuresText(const ExploreReport& report)
{
    const ExploreResult& result = report.explored.result;
    char time[64];
    std::snprintf(time, sizeof time, "%.2f s, %lld states a second", report.seconds,
                  std::llround(report.speed()));
    std::string text = "explored  " + countText(static_cast<std::size_t>(result.states), "state") +
                       " in " + time + "; " + percentText(result.foldedShare()) + " folded\n";
    if (result.orders > 0)
        text += "          " + std::to_string(result.orders) +
                " times something else came first than usual, " +
                std::to_string(result.likeOrders) + " of them without consequences\n";
    if (result.droppedServices > 0)
        text += "          " +
                countText(static_cast<std::size_t>(result.droppedServices), "service") +
                " can make no difference and did not take part\n";
    if (result.unsettled > 0)
        text += "          " + countText(static_cast<std::size_t>(result.unsettled), "state") +
                " did not come to rest within an hour; what comes later was not looked at\n";
    if (report.explored.wasRepeated)
        text += "          repeated without folding\n";
    return text;
}

} // namespace

std::string orderText(const Cluster& cluster, const OrderChoice& choice)
{
    return "at " + clockText(choice.pick.at) + ' ' + candidateText(cluster, choice.taken) +
           (choice.taken.item ? " comes before " : " hears of it before ") +
           candidateText(cluster, choice.usual);
}

std::string exploreText(const ExploreReport& report)
{
    const std::optional<Counterexample>& found = report.explored.counterexample;
    return (found ? foundText(report, *found) : heldText(report)) + figuresText(report);
}

} // namespace rgsim
