#include "deploy/node_logs.h"
#include "fault_options.h"
#include "output.h"
#include "output_file.h"
#include "report/replay_json.h"
#include "report/replay_svg.h"
#include "report/replay_text.h"
#include "scenario_input.h"
#include "simulation/simulation.h"
#include "verb.h"

#include <climits>
#include <cstdlib>

namespace rgsim {

namespace {

const char* const about =
    "Reads rgmanager's lines from syslog files and shows what they say about each service; with\n"
    "--against also how a simulated run differs, with the first difference marked.\n"
    "Ends with 1 if there is a difference, 2 for bad input.";

struct ReplayOptions {
    std::size_t format = 0; ///< text, json, svg
    std::optional<std::string> outFile;
    NodeLogOptions log;
    bool all = false;
};

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    parser.addPositionalArgument(QStringLiteral("LOG"),
                                 QStringLiteral("Syslog files, one of each node or several."),
                                 QStringLiteral("LOG..."));
    parser.addOption({QStringLiteral("against"),
                      QStringLiteral("The cluster.conf, scenario or conformance case to run; the "
                                     "options of \"rgsim run\" change it."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("start"),
                      QStringLiteral("When time 0 was, as the log has it: \"Nov 23 03:37:04\". By "
                                     "default the log's first line falls on the first equal one of "
                                     "the simulation, or is time 0."),
                      QStringLiteral("TIME")});
    parser.addOption({QStringLiteral("tolerance"),
                      QStringLiteral("How far apart equal lines may lie, such as 10s (default 0)."),
                      QStringLiteral("DURATION")});
    parser.addOption({QStringLiteral("year"),
                      QStringLiteral("The year of the log's first line (default 2012)."),
                      QStringLiteral("YEAR")});
    parser.addOption({QStringLiteral("format"), QStringLiteral("text (the default), json or svg."),
                      QStringLiteral("FORMAT")});
    parser.addOption({QStringLiteral("out"),
                      QStringLiteral("Write to this file, whole or not at all."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("all"), QStringLiteral("Show every line and service.")});
    addScenarioOptions(parser);
}

int yearIn(CommandLine& line)
{
    const std::optional<std::string> written = line.text("year");
    if (!written)
        return usualLogYear;
    bool isNumber = false;
    const int year = QString::fromStdString(*written).toInt(&isNumber);
    if (isNumber && year >= earliestLogYear && year <= latestLogYear)
        return year;
    line.error("--year \"" + *written + "\" is no year", "give one like 2012");
    return usualLogYear;
}

ReplayOptions readOptions(CommandLine& line)
{
    ReplayOptions options;
    options.format = line.choice("format", {"text", "json", "svg"});
    options.outFile = fileToWrite(line);
    options.log.tolerance = line.time("tolerance").value_or(SimTime{}) - SimTime{};
    options.log.firstYear = yearIn(line);
    options.all = line.isSet("all");
    if (const std::optional<std::string> start = line.text("start")) {
        const Result<SyslogTime> read = readLogStart(*start);
        options.log.start = read.value;
        for (const Diagnostic& problem : read.diagnostics.items())
            line.error("--start " + problem.what, problem.remedy);
    }
    return options;
}

std::optional<SyslogLog> readLogs(const QStringList& paths, int year)
{
    std::vector<std::string> files;
    for (const QString& path : paths)
        files.push_back(path.toStdString());
    Result<SyslogLog> log = readNodeLogs(files, year);
    printDiagnostics(log.diagnostics);
    return std::move(log.value);
}

void tellAboutLines(const SyslogLog& log, const SyslogRows& rows, ReplayReport& report)
{
    report.files = log.files;
    report.understood = log.understood();
    report.otherPrograms = log.otherPrograms;
    report.blank = log.blank;
    report.shareUnderstood = log.shareUnderstood();
    for (const SyslogLine& line : log.lines) {
        if (line.kind == SyslogKind::NotUnderstood)
            report.notUnderstood.push_back({log.placeOf(line), line.text});
    }
    for (const std::size_t line : rows.lines)
        report.places.push_back(log.placeOf(log.lines[line]));
}

int show(const ReplayReport& report, const ReplayOptions& options)
{
    const std::string text = options.format == 1   ? replayJson(report)
                             : options.format == 2 ? replaySvg(report, options.all)
                                                   : replayText(report, options.all);
    if (!deliver(text, options.outFile))
        return exitBadInput;
    return report.isSame() ? exitFine : exitFound;
}

// @p run is null without a simulation.
int replay(const SyslogLog& log, const ReplayOptions& options, const RunReport* run,
           const std::string& runName)
{
    std::optional<RunRows> runRows;
    if (run != nullptr)
        runRows.emplace(RunRows{run->scenario, run->rows});
    const Result<NodeLogReplay> found =
        replayNodeLogs(log, runRows ? &*runRows : nullptr, options.log);
    printDiagnostics(found.diagnostics);
    if (!found.ok())
        return exitBadInput;
    ReplayReport report{found->cluster, found->replay};
    report.run = run;
    report.runName = runName;
    report.zero = found->zero;
    tellAboutLines(log, found->rows, report);
    return show(report, options);
}

int replayAgainst(const SyslogLog& log, const ReplayOptions& options, const LoadedInput& input,
                  const std::string& path)
{
    const Scenario& scenario = input.file.scenario;
    Simulation simulation(scenario);
    simulation.run();
    if (wasCutShort(input, simulation.hitEventLimit()))
        return exitBadInput;
    const std::vector<LogRow>& rows = simulation.log().rows();
    const Timeline timeline = makeTimeline(scenario.cluster, rows, simulation.now());
    const Summary summary = summarize(scenario.cluster, rows, timeline);
    const RunReport run{scenario, rows, timeline, summary, simulation.fingerprint(), false};
    return replay(log, options, &run, path);
}

} // namespace

int replayVerb(const QStringList& arguments)
{
    CommandLine line("replay", about,
                     {QStringLiteral("replay /var/log/messages"),
                      QStringLiteral("replay node1.log node2.log --against cluster.conf --crash "
                                     "node1@60s --tolerance 10s"),
                      QStringLiteral("replay messages --against cluster.conf --start \"Nov 23 "
                                     "03:37:04\" --format svg --out replay.svg")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, INT_MAX))
        return *end;
    const ReplayOptions options = readOptions(line);
    const std::optional<std::string> against = line.text("against");
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<SyslogLog> log =
        readLogs(line.parser().positionalArguments(), options.log.firstYear);
    if (!log)
        return exitBadInput;
    if (!against)
        return replay(*log, options, nullptr, {});
    const std::optional<LoadedInput> input = loadScenario(line, *against);
    return input ? replayAgainst(*log, options, *input, *against) : exitBadInput;
}

} // namespace rgsim
