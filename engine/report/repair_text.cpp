#include "report/repair_text.h"

#include "report/flip_text.h"
#include "report/hazard_words.h"
#include "report/run_report.h"

#include <algorithm>

namespace rgsim {

namespace {

std::string editsText(const Cluster& cluster, const Repair& repair)
{
    std::string text;
    for (const FlipEdit& edit : repair.edits)
        text += "    " + editText(cluster, edit) + "\n        costs: " + priceText(cluster, edit) +
                " (" + std::to_string(costOf(edit)) + ")\n";
    return text;
}

std::string leftText(const RepairText& text, const Repair& repair)
{
    if (repair.left.empty())
        return "    no hazard is left\n";
    std::string left = "    " + countText(repair.left.size(), "hazard") + " of " +
                       std::to_string(text.report.hazards.size()) + " left:\n";
    for (const Hazard& hazard : repair.left)
        left += "        " +
                shortHazardText(text.cluster, hazard, !wasThereBefore(text.report, hazard)) + '\n';
    return left;
}

std::string indented(const std::string& lines)
{
    std::string text;
    for (std::size_t from = 0; from < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', from), lines.size());
        text += "    " + lines.substr(from, end - from) + '\n';
        from = end + 1;
    }
    return text;
}

std::string hazardLines(const RepairText& text)
{
    std::string lines;
    for (const FoundHazard& found : text.report.hazards)
        lines += "    " + shortHazardText(text.cluster, found.hazard, false) + ", after " +
                 sequenceText(text.cluster, found.sequence) + '\n';
    return lines;
}

} // namespace

std::string repairText(const RepairText& text)
{
    const RepairReport& report = text.report;
    if (report.hazards.empty())
        return report.wasCutShort ? "ended early, before any hazard was found\n"
                                  : "no hazards: there is nothing to repair\n";
    std::string out = countText(report.hazards.size(), "hazard") + ":\n" + hazardLines(text) + '\n';
    if (!report.isComplete)
        out += std::string("no repair was found that leaves no hazard and holds") +
               (report.repairs.empty() ? "" : "; this one comes nearest") + "\n\n";
    for (std::size_t i = 0; i < report.repairs.size(); ++i) {
        const Repair& repair = report.repairs[i];
        out += "repair " + std::to_string(i + 1) + ", cost " + std::to_string(repair.cost) + ":\n" +
               editsText(text.cluster, repair) + leftText(text, repair) + "    " +
               proofText(text.cluster, repair) + "\n\n" + indented(text.changes[i]) + '\n';
    }
    return out + searchText(report, text.options) + '\n';
}

} // namespace rgsim
