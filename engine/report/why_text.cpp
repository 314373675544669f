#include "report/why_text.h"

#include "base/duration_text.h"
#include "report/run_report.h"
#include "report/why_entries.h"

#include <algorithm>

namespace rgsim {

namespace {

void appendCandidates(std::string& text, const Cluster& cluster,
                      const std::vector<Candidate>& candidates)
{
    std::size_t width = 0;
    for (const Candidate& candidate : candidates)
        width = std::max(width, nodeName(cluster, candidate.node).size());
    for (const Candidate& candidate : candidates) {
        const std::string name(nodeName(cluster, candidate.node));
        const std::string score = scoreText(candidate);
        text += "      " + name + std::string(width - name.size(), ' ') + "  score ";
        text += std::string(score.size() < 4 ? 4 - score.size() : 0, ' ') + score + "  ";
        text += verdictText(candidate);
        text += '\n';
    }
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
    const std::vector<WhyEntry> entries = whyEntries(report.found.decisions, service);
    if (entries.empty())
        return;
    text += '\n' + report.cluster.service(service).fullName + '\n';
    int lastLine = 0;
    for (const WhyEntry& entry : entries) {
        const Decision& decision = *entry.decision;
        text += "  " + clockText(decision.at) + "  " + nodesText(report.cluster, entry) + "  " +
                outcomeText(report.cluster, decision) + timesText(entry) + "  [" +
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
