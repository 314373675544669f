#include "command_line.h"
#include "fault_options.h"
#include "formats/input_file.h"
#include "output.h"
#include "report/log_text.h"
#include "report/run_text.h"
#include "report/summary_text.h"
#include "simulation/simulation.h"
#include "verb.h"

namespace rgsim {

namespace {

std::string reportText(const RunReport& report, const TextStyle& style, bool withLog)
{
    std::string text =
        headText(report) + '\n' + timelineText(report, style) + '\n' + summaryText(report, style);
    if (withLog)
        text += '\n' + logText(report.scenario.cluster, report.rows);
    text += "\nfingerprint " + fingerprintText(report.fingerprint) + '\n';
    return text;
}

} // namespace

int runVerb(const QStringList& arguments)
{
    CommandLine line("run", "Runs a scenario and shows what the records said and what really ran.",
                     {QStringLiteral("run scenarios/guard/collision_sequence.json")});
    line.parser().addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("A file."));
    addScenarioOptions(line.parser());
    line.parser().addOption({QStringLiteral("log"), QStringLiteral("Also rgmanager's log lines.")});
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    Result<LoadedInput> input = loadInput(line.file());
    printDiagnostics(input.diagnostics);
    if (!input.ok())
        return exitBadInput;
    Scenario& scenario = input->file.scenario;
    const Diagnostics problems = applyScenarioOptions(line.parser(), scenario);
    printDiagnostics(problems);
    if (problems.hasErrors())
        return exitBadInput;
    Simulation simulation(scenario);
    simulation.run();
    const Timeline timeline =
        makeTimeline(scenario.cluster, simulation.log().rows(), simulation.now());
    const Summary summary = summarize(scenario.cluster, simulation.log().rows(), timeline);
    const RunReport report{scenario, simulation.log().rows(),  timeline,
                           summary,  simulation.fingerprint(), simulation.hitEventLimit()};
    writeOut(reportText(report, {}, line.isSet("log")));
    return summary.violations.empty() ? exitFine : exitFound;
}

} // namespace rgsim
