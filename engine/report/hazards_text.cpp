#include "report/hazards_text.h"

#include "report/hazard_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

std::string_view trimmed(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(" \t\r");
    const std::size_t last = line.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view()
                                           : line.substr(first, last - first + 1);
}

std::string linesText(const Hazard& hazard, const std::vector<std::string_view>& sourceLines)
{
    std::string text;
    for (const int line : hazard.lines) {
        text += "    line " + std::to_string(line);
        if (line >= 1 && line <= static_cast<int>(sourceLines.size()))
            text += ": " + std::string(trimmed(sourceLines[static_cast<std::size_t>(line) - 1]));
        text += '\n';
    }
    return text;
}

} // namespace

std::string hazardsText(const Cluster& cluster, const HazardReport& report,
                        const std::vector<std::string_view>& sourceLines)
{
    std::string text;
    int number = 0;
    for (const FoundHazard& found : report.hazards) {
        text += std::to_string(++number) + ". " + toString(found.hazard.kind) + ": " +
                describe(found.hazard.kind) + '\n';
        text += "    after " + sequenceText(cluster, found.sequence) + '\n';
        text += "    " + explanationText(cluster, found.hazard) + '\n';
        text += linesText(found.hazard, sourceLines);
        text += "    " + remedyText(cluster, found) + "\n\n";
    }
    if (report.hazards.empty())
        text += "no hazards";
    else
        text += countText(report.hazards.size(), "hazard");
    text += " in " + countText(static_cast<std::size_t>(report.trials), "sequence");
    return text + (report.wasCutShort ? ", ended early\n" : "\n");
}

} // namespace rgsim
