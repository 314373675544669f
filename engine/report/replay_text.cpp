#include "report/replay_text.h"

#include "base/joined.h"
#include "guard/clustat_text.h"
#include "report/summary_words.h"

#include <algorithm>
#include <cstdio>

namespace rgsim {

namespace {

constexpr std::size_t mostLines = 30;     ///< without `all`
constexpr std::size_t linesBefore = 3;    ///< that are the same, before the first difference
constexpr std::size_t mostUnknown = 20;   ///< lines that are not understood, without `all`
constexpr std::size_t mostSegments = 200; ///< of one service

std::string percentText(double share)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", share * 100);
    return text;
}

std::string listText(const std::vector<std::string>& words)
{
    const std::string text = joined(words, ", ");
    return text.empty() ? "none" : text;
}

std::string headText(const ReplayReport& report)
{
    const std::size_t total = report.understood + report.notUnderstood.size();
    std::string text = "log         " + listText(report.files) + ": " + countText(total, "line") +
                       " of rgmanager, " + std::to_string(report.understood) + " understood (" +
                       percentText(report.shareUnderstood) + "), " +
                       std::to_string(report.notUnderstood.size()) + " not; " +
                       std::to_string(report.otherPrograms) + " of other programs, " +
                       std::to_string(report.blank) + " blank\n";
    text += "time 0      " + clustatDate(report.zero) + '\n';
    if (report.run == nullptr)
        return text;
    const LogComparisonRange& range = report.replay.range;
    text += "simulation  " + report.runName + '\n';
    text += "compared    " + clockText(range.from) + " to " + clockText(range.to) + " on " +
            listText(range.nodes) + "; tolerance " + spanText(range.tolerance) + '\n';
    std::vector<std::string> missing;
    for (const Node& node : report.run->scenario.cluster.nodes) {
        if (std::find(range.nodes.begin(), range.nodes.end(), node.name) == range.nodes.end())
            missing.push_back(node.name);
    }
    if (!missing.empty())
        text += "left out    " + listText(missing) + ": not a line in the log\n";
    return text;
}

std::string unknownText(const ReplayReport& report, bool all)
{
    const std::size_t count = report.notUnderstood.size();
    if (count == 0)
        return {};
    std::string text = "\nnot understood\n";
    const std::size_t shown = all ? count : std::min(count, mostUnknown);
    for (std::size_t i = 0; i < shown; ++i)
        text += "  " + report.notUnderstood[i].place + ": " + report.notUnderstood[i].text + '\n';
    if (shown < count)
        text += "  ... and " + std::to_string(count - shown) + " more; --all shows every one\n";
    return text;
}

std::string segmentsText(const std::vector<std::string>& names,
                         const std::vector<BeliefSegment>& belief)
{
    std::string text;
    std::size_t shown = 0;
    for (const BeliefSegment& segment : belief) {
        if (!segment.exists && text.empty())
            continue;
        if (++shown > mostSegments)
            return text + ", ...";
        text += (text.empty() ? "" : ", ") + clockText(segment.from) + ' ' +
                beliefWords(names, segment);
    }
    return text.empty() ? "nothing" : text;
}

std::string timelinesText(const ReplayReport& report)
{
    const std::vector<std::string> names = shortNodeNames(report.cluster);
    std::string text;
    for (ServiceIndex i = 0; i < report.cluster.serviceCount(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const std::string log =
            segmentsText(names, report.replay.logTimeline.services[index].belief);
        text += '\n' + report.cluster.service(i).fullName + "\n  log         " + log + '\n';
        if (report.run == nullptr)
            continue;
        const std::string run =
            segmentsText(names, report.replay.runTimeline.services[index].belief);
        text += "  simulation  " + (run == log ? "the same" : run) + '\n';
    }
    return text;
}

const LoggedLine& lineOf(const ReplayReport& report, const LinePair& pair)
{
    return pair.inLog ? report.replay.logLines[*pair.inLog] : report.replay.runLines[*pair.inRun];
}

std::string pairText(const ReplayReport& report, const LinePair& pair, bool isFirst)
{
    const LoggedLine& line = lineOf(report, pair);
    const char sign = pair.isSame() ? '=' : pair.inLog ? '<' : '>';
    std::string text = isFirst ? "* " : "  ";
    text += sign;
    text += ' ' + clockText(line.at) + ' ' + line.node + ' ' + line.text;
    if (pair.isSame() && report.replay.runLines[*pair.inRun].at != line.at)
        text += " (simulation: " + clockText(report.replay.runLines[*pair.inRun].at) + ')';
    return text + '\n';
}

std::string linesText(const ReplayReport& report, bool all)
{
    const std::vector<LinePair>& lines = report.replay.comparison.lines;
    if (report.run == nullptr || lines.empty() || (report.isSame() && !all))
        return {};
    std::string text = "\n= in both, < only in the log, > only in the simulation, * the first "
                       "difference\n";
    const std::size_t first = report.replay.comparison.firstDifference.value_or(lines.size());
    std::size_t begin = all || first < linesBefore ? 0 : first - linesBefore;
    std::size_t left = all ? lines.size() : mostLines;
    for (; begin < lines.size() && left > 0; ++begin, --left)
        text += pairText(report, lines[begin], begin == first);
    if (begin < lines.size())
        text += "  ... and " + countText(lines.size() - begin, "more line") +
                "; --all shows every one\n";
    return text;
}

std::string sideText(const ReplayReport& report, bool ofLog)
{
    const LogComparison& comparison = report.replay.comparison;
    const LinePair& first = comparison.lines[*comparison.firstDifference];
    const bool isHere = first.inLog.has_value() == ofLog;
    if (!isHere && !comparison.insteadOfIt)
        return "nothing of the kind";
    const LinePair& pair = isHere ? first : comparison.lines[*comparison.insteadOfIt];
    const LoggedLine& line = lineOf(report, pair);
    std::string text = isHere ? "" : "not so, but at " + clockText(line.at) + ' ';
    text += line.node + " \"" + line.text + '"';
    return ofLog ? text + " (" + report.places[line.row] + ')' : text;
}

} // namespace

std::string replayDifferenceText(const ReplayReport& report)
{
    if (report.isSame())
        return "There is no difference between the log and the simulation.\n";
    const LogComparison& comparison = report.replay.comparison;
    return "First difference at " + clockText(comparison.lines[*comparison.firstDifference].at) +
           ". Log: " + sideText(report, true) + ". Simulation: " + sideText(report, false) + ".\n";
}

std::string replayText(const ReplayReport& report, bool all)
{
    std::string text = headText(report) + unknownText(report, all) + timelinesText(report) +
                       linesText(report, all);
    if (report.run != nullptr)
        text += '\n' + replayDifferenceText(report);
    return text;
}

} // namespace rgsim
