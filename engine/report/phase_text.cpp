#include "report/phase_text.h"

#include "report/layout_words.h"
#include "report/run_report.h"

#include <algorithm>
#include <cstdio>

namespace rgsim {

namespace {

constexpr std::int64_t curveWidth = 60;
constexpr std::int64_t curveHeight = 8;

std::string extremeText(const char* name, const PhaseExtreme& extreme)
{
    return std::string("    ") + name + "  " + spanText(extreme.downtime) + ", at " +
           spanText(extreme.at) + (extreme.isAttained ? "\n" : " (as near as one likes)\n");
}

std::string pieceText(const PhasePiece& piece)
{
    std::string text = "    ";
    if (piece.from == piece.to)
        text += "at " + spanText(piece.from);
    else
        text += (piece.hasFrom ? "[" : "]") + spanText(piece.from) + ", " + spanText(piece.to) +
                (piece.hasTo ? "]" : "[");
    if (piece.end == ServiceEnd::Circles)
        return text + ": goes round in circles\n";
    if (piece.end == ServiceEnd::Down)
        return text + ": not back\n";
    text += ": " + spanText(piece.atFrom);
    if (piece.atFrom != piece.atTo)
        text += " to " + spanText(piece.atTo);
    return text + '\n';
}

// A column for each part of the cycle, from 0 to the greatest downtime; x: not back.
std::string curveText(const PhaseAnswer& answer, SimDuration greatest)
{
    std::vector<std::string> lines(static_cast<std::size_t>(curveHeight),
                                   std::string(static_cast<std::size_t>(curveWidth), ' '));
    for (std::int64_t column = 0; column < curveWidth; ++column) {
        const SimDuration t{answer.cycle.ms * column / curveWidth};
        const auto piece = std::find_if(answer.pieces.begin(), answer.pieces.end(),
                                        [t](const PhasePiece& one) { return one.contains(t); });
        const bool isBack = piece->end == ServiceEnd::Runs;
        const std::int64_t level = isBack ? piece->downtimeAt(t).ms * (curveHeight - 1) /
                                                std::max<std::int64_t>(1, greatest.ms)
                                          : curveHeight - 1;
        lines[static_cast<std::size_t>(curveHeight - 1 - level)][static_cast<std::size_t>(column)] =
            isBack ? '*' : 'x';
    }
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += "    |" + lines[i].substr(0, lines[i].find_last_not_of(' ') + 1) +
                (i == 0 ? "  " + spanText(greatest) : "") + '\n';
    return text + "    +" + std::string(static_cast<std::size_t>(curveWidth), '-') + "  " +
           spanText(answer.cycle) + '\n';
}

std::string answerText(const Cluster& cluster, const PhaseAnswer& answer)
{
    std::string text = cluster.service(answer.question.service).fullName + " after " +
                       failureText(cluster, {answer.question.failure}) + ", in a cycle of " +
                       spanText(answer.cycle) + " from " + clockText(answer.origin) + "\n";
    const auto greatest = answer.greatest();
    if (greatest) {
        text += extremeText("minimum", *answer.least()) + extremeText("maximum", *greatest);
        if (const auto mean = answer.mean()) {
            char number[40];
            std::snprintf(number, sizeof number, "%.3f", *mean);
            text += std::string("    mean     ") + number + " s\n";
        }
    }
    if (!answer.isAlwaysBack())
        text += greatest ? "    not back at some instants\n" : "    never back\n";
    for (const PhasePiece& piece : answer.pieces)
        text += pieceText(piece);
    return greatest ? text + curveText(answer, greatest->downtime) : text;
}

} // namespace

std::string phaseText(const Cluster& cluster, const std::vector<PhaseAnswer>& answers)
{
    std::string text;
    for (const PhaseAnswer& answer : answers)
        text += (text.empty() ? "" : "\n") + answerText(cluster, answer);
    return text;
}

} // namespace rgsim
