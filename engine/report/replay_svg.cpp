#include "report/replay_svg.h"

#include "report/run_svg.h"
#include "report/svg_canvas.h"

#include <cstdlib>

namespace rgsim {

namespace {

constexpr int pixels = 1200;

/// A document of run_svg as a part of another one.
struct Picture {
    std::string element; ///< without the XML declaration
    double height = 0;
};

Picture pictureOf(std::string document)
{
    const std::size_t begin = document.find("<svg ");
    const std::string name = " height=\"";
    const std::size_t height = document.find(name, begin) + name.size();
    return {document.substr(begin), std::strtod(document.c_str() + height, nullptr)};
}

std::string placedAt(const Picture& picture, double y)
{
    return "<svg y=\"" + svgNumber(y) + "\" " + picture.element.substr(std::string("<svg ").size());
}

} // namespace

std::string replaySvg(const ReplayReport& report, bool all)
{
    SvgStyle style{pixels, all, true, {}};
    if (!report.isSame()) {
        const LogComparison& comparison = report.replay.comparison;
        style.mark = comparison.lines[*comparison.firstDifference].at;
    }
    Scenario scenario;
    scenario.title = "From the log";
    scenario.about = report.run == nullptr ? std::string() : replayDifferenceText(report);
    scenario.cluster = report.cluster;
    scenario.until = report.replay.logTimeline.end;
    const Summary summary =
        summarize(report.cluster, report.replay.logRows, report.replay.logTimeline);
    const RunReport ofLog{scenario, report.replay.logRows, report.replay.logTimeline, summary};
    if (report.run == nullptr)
        return runSvg(ofLog, style);

    const Picture log = pictureOf(runSvg(ofLog, style));
    const Picture run = pictureOf(runSvg(*report.run, style));
    const double height = log.height + run.height;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           svgNumber(pixels) + "\" height=\"" + svgNumber(height) + "\" viewBox=\"0 0 " +
           svgNumber(pixels) + ' ' + svgNumber(height) + "\" role=\"img\">\n<title>" +
           xmlEscaped("The log and " + report.runName) + "</title>\n" + placedAt(log, 0) +
           placedAt(run, log.height) + "</svg>\n";
}

} // namespace rgsim
