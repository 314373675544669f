#include "report/why_entries.h"

#include "report/run_report.h"

#include <algorithm>

namespace rgsim {

namespace {

bool isAlike(const Decision& a, const Decision& b)
{
    return a.at == b.at && a.kind == b.kind && a.reason == b.reason && a.code == b.code &&
           a.request == b.request && a.line == b.line && a.detail == b.detail &&
           a.candidates.empty() && b.candidates.empty();
}

// A node event makes every node consider every service, and queues so many starts that most come
// too late. Those that say the same are one entry; steps of a recovery stay in their order.
bool mergesWith(const WhyEntry& entry, const Decision& decision)
{
    const bool isConsidered = decision.kind == DecisionKind::ConsiderStart ||
                              decision.kind == DecisionKind::ConsiderRelocate ||
                              decision.kind == DecisionKind::Dependency;
    const bool isQueuedStart =
        decision.kind == DecisionKind::StartRequest && decision.request == Request::Start;
    const bool isRefusedStart =
        decision.kind == DecisionKind::Start && decision.code != ReturnCode::Success;
    return (isConsidered || isQueuedStart || isRefusedStart ||
            decision.reason == Reason::NothingToStop) &&
           isAlike(*entry.decision, decision);
}

// What stands behind the reason: who was chosen, who answered what, what was seen.
std::string addition(const Cluster& cluster, const Decision& decision)
{
    std::string text;
    if (decision.kind == DecisionKind::TargetChoice) {
        if (decision.other != noNode)
            text = "-> " + std::string(nodeName(cluster, decision.other));
    } else if (decision.kind == DecisionKind::Relocate && decision.other != noNode) {
        text =
            std::string(nodeName(cluster, decision.other)) + " answered " + toString(decision.code);
        if (decision.reason == Reason::PreferredOffline ||
            decision.reason == Reason::ExclusiveConflict)
            text = nodeName(cluster, decision.other);
    } else if (decision.code != ReturnCode::Success) {
        text = std::string("the answer is ") + toString(decision.code);
    }
    if (!decision.detail.empty())
        text += (text.empty() ? "" : "; ") + decision.detail;
    return text.empty() ? text : " (" + text + ')';
}

} // namespace

std::vector<WhyEntry> whyEntries(const std::vector<Decision>& decisions, ServiceIndex service)
{
    std::vector<WhyEntry> entries;
    for (const Decision& decision : decisions) {
        if (decision.service != service)
            continue;
        const auto alike = std::find_if(entries.begin(), entries.end(), [&](const WhyEntry& entry) {
            return mergesWith(entry, decision);
        });
        if (alike == entries.end()) {
            entries.push_back({&decision, {decision.by}});
            continue;
        }
        ++alike->count;
        if (std::find(alike->nodes.begin(), alike->nodes.end(), decision.by) == alike->nodes.end())
            alike->nodes.push_back(decision.by);
    }
    return entries;
}

bool concerns(const WhyEntry& entry, NodeIndex node)
{
    const Decision& decision = *entry.decision;
    const auto isNode = [node](const Candidate& candidate) { return candidate.node == node; };
    return decision.other == node ||
           std::find(entry.nodes.begin(), entry.nodes.end(), node) != entry.nodes.end() ||
           std::any_of(decision.candidates.begin(), decision.candidates.end(), isNode);
}

std::string nodesText(const Cluster& cluster, const WhyEntry& entry)
{
    std::string text;
    for (const NodeIndex node : entry.nodes)
        text += (text.empty() ? "" : ", ") + std::string(nodeName(cluster, node));
    return text;
}

std::string outcomeText(const Cluster& cluster, const Decision& decision)
{
    return std::string(toString(decision.kind)) + ": " + sentence(decision.reason) +
           addition(cluster, decision);
}

std::string timesText(const WhyEntry& entry)
{
    const bool isRepeated = static_cast<std::size_t>(entry.count) > entry.nodes.size();
    return isRepeated ? ", " + std::to_string(entry.count) + " times" : std::string();
}

std::string scoreText(const Candidate& candidate)
{
    const bool wasScored =
        candidate.chosen || candidate.score != 0 || candidate.exclusion == Exclusion::ScoreIllegal;
    return wasScored ? std::to_string(candidate.score) : "-";
}

const char* verdictText(const Candidate& candidate)
{
    return candidate.chosen ? "chosen" : sentence(candidate.exclusion);
}

} // namespace rgsim
