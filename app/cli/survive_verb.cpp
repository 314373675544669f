#include "command_line.h"
#include "deploy/scenario_change.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "report/layout_words.h"
#include "report/survive_json.h"
#include "report/survive_text.h"
#include "saved_scenarios.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

namespace rgsim {

namespace {

constexpr int mostFailures = 2;

struct Options {
    SurviveOptions survive;
    bool asJson = false;
    bool all = false;
    std::optional<std::string> outFile;
    std::optional<std::string> caseFolder;
};

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    addScenarioArguments(line);
    parser.addOption({QStringLiteral("failures"),
                      QStringLiteral("Up to K failures in a row, 1 (the default) or 2; the second "
                                     "strikes at rest."),
                      QStringLiteral("K")});
    parser.addOption(
        {QStringLiteral("all"), QStringLiteral("Show all pairs of failures, not only the worst.")});
    parser.addOption({QStringLiteral("save-cases"),
                      QStringLiteral("Write each failure that is not survived as a scenario into "
                                     "this folder, the worst first."),
                      QStringLiteral("DIR")});
    line.addThreads();
    line.addOutput();
}

Options readOptions(CommandLine& line)
{
    Options options;
    options.asJson = line.wantsJson();
    options.outFile = fileToWrite(line);
    options.caseFolder = folderToFill(line, "save-cases");
    options.all = line.isSet("all");
    options.survive.threads = line.threads();
    if (const auto failures = line.wholeNumber("failures", 1, mostFailures))
        options.survive.failures = static_cast<int>(*failures);
    return options;
}

bool saveCases(const ScenarioFile& file, const SurviveReport& report, const std::string& folder)
{
    std::vector<NamedScenario> cases;
    for (const std::size_t row : report.worstFirst()) {
        const SurvivedFailure& failure = report.failures[row];
        if (failure.isSurvived())
            continue;
        ScenarioFile shown = file;
        shown.scenario = scenarioOf(file.scenario, failure);
        shown.scenario.title = failureText(file.scenario.cluster, failure.events);
        cases.push_back({"row-" + std::to_string(row), standingAlone(std::move(shown))});
    }
    return saveScenarios(cases, folder, "--save-cases");
}

// Ctrl+C ends it with what was tried by then.
SurviveReport tryAll(const Scenario& scenario, SurviveOptions options)
{
    ProgressLine line;
    options.progress = showUntilInterrupted(line);
    return survive(scenario, options);
}

} // namespace

int surviveVerb(const QStringList& arguments)
{
    CommandLine line(
        "survive",
        "Tries every failure (and every pair of failures) and tells what each does to every "
        "service.\n"
        "The events of the file are not used, only its cluster and how it begins.\n"
        "Ends with 1 if any service is not back or a rule is broken, 2 for bad input. Ctrl+C "
        "prints what was tried by then and ends with 130.",
        {QStringLiteral("survive scenarios/guard/collision_sequence.json"),
         QStringLiteral("survive /etc/cluster/cluster.conf --failures 2 --format json"),
         QStringLiteral("survive scenarios/guard/ping_pong.json --save-cases cases")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const Options options = readOptions(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    const Scenario& scenario = input->file.scenario;
    if (const auto problem = whatForbidsSurviving(scenario, options.survive)) {
        printError(problem->what, problem->remedy);
        return exitBadInput;
    }
    const SurviveReport report = tryAll(scenario, options.survive);
    if (options.caseFolder && !saveCases(input->file, report, *options.caseFolder))
        return exitBadInput;
    const std::string text = options.asJson ? surviveJson(scenario.cluster, report).toStdString()
                                            : surviveText(scenario.cluster, report, options.all);
    if (!deliver(text, options.outFile))
        return exitBadInput;
    if (report.wasCutShort)
        return exitInterrupted;
    return report.isSurvived() ? exitFine : exitFound;
}

} // namespace rgsim
