#include "command_line.h"
#include "deploy/scenario_change.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "planning/hazard_search.h"
#include "report/hazard_words.h"
#include "report/hazards_json.h"
#include "report/hazards_text.h"
#include "saved_scenarios.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

namespace rgsim {

namespace {

constexpr int mostFailures = 9;

struct Options {
    HazardOptions search;
    bool asJson = false;
    std::optional<std::string> outFile;
    std::optional<std::string> caseFolder;
};

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    addScenarioArguments(line);
    parser.addOption({QStringLiteral("failures"),
                      QStringLiteral("Sequences of up to K failures, each at rest (default 1)."),
                      QStringLiteral("K")});
    parser.addOption({QStringLiteral("no-remedies"),
                      QStringLiteral("Do not try small changes against what is found.")});
    parser.addOption({QStringLiteral("save-cases"),
                      QStringLiteral("Write each hazard as a scenario into this folder: "
                                     "01_run-together.json and so on."),
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
    options.search.remedies = !line.isSet("no-remedies");
    options.search.threads = line.threads();
    if (const auto failures = line.wholeNumber("failures", 0, mostFailures))
        options.search.failures = static_cast<int>(*failures);
    return options;
}

// The scenario that shows a hazard, with words about what to look at.
ScenarioFile caseOf(const ScenarioFile& file, const FoundHazard& found)
{
    ScenarioFile shown = file;
    shown.scenario = *found.scenario;
    shown.scenario.title = describe(found.hazard.kind);
    shown.scenario.about = explanationText(file.scenario.cluster, found.hazard);
    return standingAlone(std::move(shown));
}

bool saveCases(const ScenarioFile& file, const HazardReport& report, const std::string& folder)
{
    std::vector<NamedScenario> cases;
    for (const FoundHazard& found : report.hazards)
        cases.push_back({toString(found.hazard.kind), caseOf(file, found)});
    return saveScenarios(cases, folder, "--save-cases");
}

// Ctrl+C ends it with what was found by then.
HazardReport search(const Scenario& scenario, HazardOptions options)
{
    ProgressLine line;
    options.progress = showUntilInterrupted(line);
    return findHazards(scenario, options);
}

} // namespace

int hazardsVerb(const QStringList& arguments)
{
    CommandLine line(
        "hazards",
        "Finds what goes wrong at a cold start and after any failure, and tries small changes "
        "against it.\n"
        "The events of the file are not used, only its cluster and how it begins.\n"
        "Ends with 1 if there is any hazard, 2 for bad input. Ctrl+C prints what was found by then "
        "and ends with 130.",
        {QStringLiteral("hazards scenarios/guard/boot_race.json"),
         QStringLiteral("hazards /etc/cluster/cluster.conf --failures 2 --format json"),
         QStringLiteral("hazards scenarios/guard/ping_pong.json --save-cases cases")});
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
    if (const auto problem = whatForbidsHazards(scenario, options.search)) {
        printError(problem->what, problem->remedy);
        return exitBadInput;
    }
    const HazardReport report = search(scenario, options.search);
    if (options.caseFolder && !saveCases(input->file, report, *options.caseFolder))
        return exitBadInput;
    const std::string source = sourceText(*input, line.file());
    const std::string text = options.asJson
                                 ? hazardsJson(scenario.cluster, report).toStdString()
                                 : hazardsText(scenario.cluster, report, linesOf(source));
    if (!deliver(text, options.outFile))
        return exitBadInput;
    if (report.wasCutShort)
        return exitInterrupted;
    return report.hazards.empty() ? exitFine : exitFound;
}

} // namespace rgsim
