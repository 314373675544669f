#include "base/limits.h"
#include "command_line.h"
#include "output.h"
#include "output_file.h"
#include "report/log_text.h"
#include "report/run_csv.h"
#include "report/run_html.h"
#include "report/run_json.h"
#include "report/run_svg.h"
#include "report/run_text.h"
#include "report/summary_text.h"
#include "scenario_input.h"
#include "script_loop.h"
#include "simulation/simulation.h"
#include "terminal.h"
#include "verb.h"

#include <algorithm>

namespace rgsim {

namespace {

enum class Format { Text, Json, Csv, Svg, Html };
const std::vector<std::string> formatWords = {"text", "json", "csv", "svg", "html"};

struct RunOptions {
    Format format = Format::Text;
    std::optional<std::string> outFile;
    std::optional<int> width;
    bool all = false;
    bool withLog = false;
    bool fastForward = true;
    bool runsScripts = false;
    std::optional<std::string> scriptFile;
};

constexpr int fewestColumns = 40;
constexpr int mostColumns = 10'000;
constexpr int columnsOfFiles = 100;
constexpr int pixelsOfPictures = 1200;

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    addScenarioArguments(line);
    parser.addOption(
        {QStringLiteral("format"),
         QStringLiteral("text, json, csv, svg or html; by default what the name of --out "
                        "ends with, else text. csv has the segments, with --log "
                        "rgmanager's lines; html is a page of everything."),
         QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("out"),
                      QStringLiteral("Write to this file, whole or not at all."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("width"),
                      QStringLiteral("Columns of the text (default: the terminal's, else 100), "
                                     "pixels of the picture (1200)."),
                      QStringLiteral("N")});
    parser.addOption(
        {QStringLiteral("all"), QStringLiteral("Show every service, however many there are.")});
    parser.addOption(
        {QStringLiteral("log"), QStringLiteral("Also print rgmanager's own log lines.")});
    parser.addOption({QStringLiteral("no-fast-forward"),
                      QStringLiteral("Do not skip stretches of successful checks; the result is "
                                     "the same, only slower.")});
    parser.addOption(
        {QStringLiteral("script-in-the-loop"),
         QStringLiteral("Each guarded start runs the init script itself, in a sandbox. "
                        "Where it does something else than the engine expects, that is "
                        "told, and what the script does is what happens.")});
    parser.addOption({QStringLiteral("script"),
                      QStringLiteral("With --script-in-the-loop: run this init script instead of "
                                     "those that rgsim would write."),
                      QStringLiteral("FILE")});
}

Format formatOf(CommandLine& line, const std::optional<std::string>& outFile)
{
    if (line.isSet("format"))
        return static_cast<Format>(line.choice("format", formatWords));
    for (std::size_t i = 0; outFile && i < formatWords.size(); ++i) {
        if (outFile->ends_with('.' + formatWords[i]))
            return static_cast<Format>(i);
    }
    return Format::Text;
}

RunOptions readOptions(CommandLine& line)
{
    RunOptions options;
    options.outFile = fileToWrite(line);
    options.format = formatOf(line, options.outFile);
    options.all = line.isSet("all");
    options.withLog = line.isSet("log");
    options.fastForward = !line.isSet("no-fast-forward");
    options.runsScripts = line.isSet("script-in-the-loop");
    options.scriptFile = line.text("script");
    if (options.scriptFile && !options.runsScripts)
        line.error("--script is of no use without --script-in-the-loop");
    if (const auto width = line.wholeNumber("width", fewestColumns, mostColumns))
        options.width = static_cast<int>(*width);
    return options;
}

void runToTheEnd(Simulation& simulation)
{
    constexpr int stepsPerLook = 256;
    const SimTime end = simulation.scenario().until;
    ProgressLine progress;
    for (int steps = 1; simulation.step(end); ++steps) {
        if (steps % stepsPerLook == 0)
            progress.show(simulation.now(), end);
    }
    simulation.run(); // nothing is left but to set the clock
}

std::string textOf(const RunReport& report, const RunOptions& options)
{
    TextStyle style;
    style.width = options.width.value_or(
        options.outFile ? columnsOfFiles : terminalWidth().value_or(columnsOfFiles));
    style.colour = !options.outFile && terminalTakesColour();
    style.all = options.all;
    std::string text =
        headText(report) + '\n' + timelineText(report, style) + '\n' + summaryText(report, style);
    if (options.withLog)
        text += '\n' + logText(report.scenario.cluster, report.rows);
    return text + "\nfingerprint " + fingerprintText(report.fingerprint) + '\n';
}

std::string reportOf(const RunReport& report, const RunOptions& options)
{
    switch (options.format) {
    case Format::Json:
        return runJson(report);
    case Format::Csv:
        return options.withLog ? logCsv(report) : segmentsCsv(report);
    case Format::Svg:
        return runSvg(report, {options.width.value_or(pixelsOfPictures), options.all});
    case Format::Html:
        return runHtml(report, {options.width.value_or(pixelsOfPictures), options.all, {}});
    case Format::Text:
        break;
    }
    return textOf(report, options);
}

int simulate(const Scenario& scenario, const RunOptions& options)
{
    Simulation simulation(scenario);
    simulation.setFastForward(options.fastForward);
    ScriptLoop scripts;
    if (options.runsScripts && !scripts.open(scenario.cluster, options.scriptFile))
        return exitBadInput;
    simulation.setStartGate(scripts.gate());
    runToTheEnd(simulation);
    const std::vector<LogRow>& rows = simulation.log().rows();
    const Timeline timeline = makeTimeline(scenario.cluster, rows, simulation.now());
    const Summary summary = summarize(scenario.cluster, rows, timeline);
    const RunReport report{
        scenario, rows, timeline, summary, simulation.fingerprint(), simulation.hitEventLimit()};
    if (report.hitEventLimit)
        printError("the run was ended at " + clockText(simulation.now()) + " because it had " +
                       std::to_string(limits::maxRunEvents) + " events",
                   "see what repeats there, or end it earlier with --until");
    if (!deliver(reportOf(report, options), options.outFile))
        return exitBadInput;
    if (report.hitEventLimit)
        return exitBadInput; // what was shown is not what was asked for
    const bool allAgree = scripts.report(scenario.cluster);
    return summary.violations.empty() && allAgree ? exitFine : exitFound;
}

} // namespace

int runVerb(const QStringList& arguments)
{
    CommandLine line(
        "run",
        "Runs a scenario and shows what the records said, what really ran, and the sums.\n"
        "Ends with 1 if services that must be kept apart ran on the same node, 2 for bad input.\n"
        "Options about the cluster may be given more than once: --crash node1@60s --crash "
        "node2@90s.",
        {QStringLiteral("run scenarios/guard/collision_sequence.json"),
         QStringLiteral("run cluster.conf --until 10min --crash node1@150s --log"),
         QStringLiteral("run cluster.conf --admin \"relocate service:web node3 via node2\"@90s"),
         QStringLiteral("run cluster.conf --fail \"start service:web on node2 from 10s to 60s\""),
         QStringLiteral("run cluster.conf --guard hardened --start-time 5s --out run.svg"),
         QStringLiteral("run scenarios/guard/ping_pong.json --script-in-the-loop --script bark.sh"),
         QStringLiteral("run scenarios/guard/ping_pong.json --out report.html")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const RunOptions options = readOptions(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    return input ? simulate(input->file.scenario, options) : exitBadInput;
}

} // namespace rgsim
