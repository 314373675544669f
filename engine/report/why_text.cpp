#include "report/why_text.h"

#include "base/duration_text.h"
#include "report/run_report.h"

#include <algorithm>

namespace rgsim {

namespace {

// Decisions of one kind with one outcome, taken by several nodes.
struct Entry {
    const Decision* decision = nullptr;
    std::vector<NodeIndex> nodes;
    int count = 1;
};

bool isAlike(const Decision& a, const Decision& b)
{
    return a.at == b.at && a.kind == b.kind && a.reason == b.reason && a.code == b.code &&
           a.request == b.request && a.line == b.line && a.detail == b.detail &&
           a.candidates.empty() && b.candidates.empty();
}

// A node event makes every node consider every service, and queues so many starts that most come
// too late. Those that say the same are one entry; steps of a recovery stay in their order.
bool mergesWith(const Entry& entry, const Decision& decision)
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

std::vector<Entry> entriesOf(const std::vector<Decision>& decisions, ServiceIndex service)
{
    std::vector<Entry> entries;
    for (const Decision& decision : decisions) {
        if (decision.service != service)
            continue;
        const auto alike = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
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

std::string joined(const Cluster& cluster, const std::vector<NodeIndex>& nodes)
{
    std::string text;
    for (const NodeIndex node : nodes)
        text += (text.empty() ? "" : ", ") + std::string(nodeName(cluster, node));
    return text;
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

void appendCandidates(std::string& text, const Cluster& cluster,
                      const std::vector<Candidate>& candidates)
{
    std::size_t width = 0;
    for (const Candidate& candidate : candidates)
        width = std::max(width, nodeName(cluster, candidate.node).size());
    for (const Candidate& candidate : candidates) {
        const std::string name(nodeName(cluster, candidate.node));
        const bool wasScored = candidate.chosen || candidate.score != 0 ||
                               candidate.exclusion == Exclusion::ScoreIllegal;
        const std::string score = wasScored ? std::to_string(candidate.score) : "-";
        text += "      " + name + std::string(width - name.size(), ' ') + "  score ";
        text += std::string(score.size() < 4 ? 4 - score.size() : 0, ' ') + score + "  ";
        text += candidate.chosen ? "chosen" : sentence(candidate.exclusion);
        text += '\n';
    }
}

std::string timesText(const Entry& entry)
{
    const bool isRepeated = static_cast<std::size_t>(entry.count) > entry.nodes.size();
    return isRepeated ? ", " + std::to_string(entry.count) + " times" : std::string();
}

std::string placeText(const WhyReport& report, int line)
{
    if (line <= 0)
        return {};
    // A file may well be a single line.
    constexpr std::size_t longest = 120;
    std::string source(report.sourceLine(line));
    if (source.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(source[end]) & 0xc0U) == 0x80U)
            --end; // not within a character of several bytes
        source = source.substr(0, end) + " ...";
    }
    return "      " + report.cluster.sourceFile + ':' + std::to_string(line) +
           (source.empty() ? source : ": " + source) + '\n';
}

void appendService(std::string& text, const WhyReport& report, ServiceIndex service)
{
    const std::vector<Entry> entries = entriesOf(report.found.decisions, service);
    if (entries.empty())
        return;
    text += '\n' + report.cluster.service(service).fullName + '\n';
    int lastLine = 0;
    for (const Entry& entry : entries) {
        const Decision& decision = *entry.decision;
        text += "  " + clockText(decision.at) + "  " + joined(report.cluster, entry.nodes) + "  " +
                toString(decision.kind) + ": " + sentence(decision.reason) +
                addition(report.cluster, decision) + timesText(entry) + "  [" +
                rgmanagerFunction(decision.kind) + "]\n";
        appendCandidates(text, report.cluster, decision.candidates);
        if (decision.line != lastLine)
            text += placeText(report, decision.line);
        lastLine = decision.line;
    }
}

std::string heading(const DecisionsAt& found)
{
    const std::string asked = clockText(found.asked);
    if (found.decisions.empty())
        return "No decision up to " + asked + ".\n";
    if (!found.isWithinWindow)
        return "No decision at " + asked + "; the last ones before it, at " +
               clockText(found.decisions.front().at) + ":\n";
    if (found.window.isZero())
        return "Decisions at " + asked + ":\n";
    return "Decisions within " + formatDuration(found.window) + " of " + asked + ":\n";
}

} // namespace

std::string_view WhyReport::sourceLine(int line) const
{
    if (line < 1 || static_cast<std::size_t>(line) > sourceLines.size())
        return {};
    const std::string_view text = sourceLines[static_cast<std::size_t>(line) - 1];
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string whyText(const WhyReport& report)
{
    std::string text = heading(report.found);
    for (ServiceIndex service = 0; service < report.cluster.serviceCount(); ++service)
        appendService(text, report, service);
    return text;
}

} // namespace rgsim
