#include "command_line.h"
#include "deploy/scenario_change.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "report/repair_json.h"
#include "report/repair_text.h"
#include "saved_scenarios.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

namespace rgsim {

namespace {

constexpr int mostFailures = 3;
constexpr int mostEdits = 4;
constexpr int mostDepth = 9;

struct Options {
    RepairOptions search;
    int threads = 1;
    bool asJson = false;
    std::optional<std::string> outFile;
    std::optional<std::string> folder;
};

void addOptions(CommandLine& line)
{
    addScenarioArguments(line);
    line.addOption("failures", "K", "Hazards after up to K failures in a row, 0 to 3 (default 1).");
    line.addOption("max-edits", "N",
                   "Up to N small edits together, 1 to 4 (default: 2; if that is not enough, one "
                   "after the other on top of the best).");
    line.addOption(
        "depth", "K",
        "Explore each repaired cluster to sequences of K failures and recoveries, 0 to 9 "
        "(default 2).");
    line.addOption("save", "DIR",
                   "Write each repaired scenario into this folder: 01_repair.json and so on.");
    line.addThreads();
    line.addOutput();
}

Options readOptions(CommandLine& line)
{
    Options options;
    options.asJson = line.wantsJson();
    options.outFile = fileToWrite(line);
    options.folder = folderToFill(line, "save");
    options.threads = line.threads();
    const auto number = [&line](const char* option, int least, int most, int& value) {
        if (const auto given = line.wholeNumber(option, least, most))
            value = static_cast<int>(*given);
    };
    number("failures", 0, mostFailures, options.search.failures);
    number("max-edits", 1, mostEdits, options.search.edits);
    options.search.onTop = !line.isSet("max-edits");
    number("depth", 0, mostDepth, options.search.depth);
    return options;
}

// Ctrl+C ends it with what was found by then.
RepairReport search(const Scenario& scenario, const Options& options)
{
    ProgressLine line;
    RepairControl control;
    control.threads = options.threads;
    control.cancel = &catchInterrupts();
    control.progress = [&line](double done) { line.showPart(done); };
    return findRepairs(scenario, options.search, control);
}

// The repaired files; one that cannot be made is told and left out.
std::vector<std::optional<ScenarioFile>>
repairedFiles(const LoadedInput& input, const std::string& path, const RepairReport& report)
{
    std::vector<std::optional<ScenarioFile>> files;
    for (const Repair& repair : report.repairs) {
        Scenario after = input.file.scenario;
        applyEdits(after, repair.edits);
        Result<ScenarioFile> changed = changedFile(input.file, path, after);
        printDiagnostics(changed.diagnostics);
        files.push_back(std::move(changed.value));
    }
    return files;
}

bool save(const std::vector<std::optional<ScenarioFile>>& files, const std::string& folder)
{
    std::vector<NamedScenario> scenarios;
    for (const std::optional<ScenarioFile>& file : files) {
        if (file)
            scenarios.push_back({"repair", standingAlone(*file)});
    }
    return saveScenarios(scenarios, folder, "--save");
}

} // namespace

int repairVerb(const QStringList& arguments)
{
    CommandLine line(
        "repair",
        "Searches a few small edits that remove all hazards, cheapest first, and explores the "
        "repaired cluster.\n"
        "Each repair is shown with what it costs and as a diff; nothing is changed.\n"
        "Ends with 0 if there are no hazards or a repair leaves none, 1 if none was found that "
        "does, 2 for bad input. Ctrl+C prints what was found by then and ends with 130.",
        {QStringLiteral("repair scenarios/guard/default_recovery.json"),
         QStringLiteral("repair /etc/cluster/cluster.conf --max-edits 3"),
         QStringLiteral("repair scenarios/guard/no_rule.json --save repaired")});
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
    if (const auto problem = whatForbidsRepair(scenario, options.search)) {
        printError(problem->what, problem->remedy);
        return exitBadInput;
    }
    const RepairReport report = search(scenario, options);
    const auto files = repairedFiles(*input, line.file(), report);
    if (options.folder && !save(files, *options.folder))
        return exitBadInput;
    RepairText text{scenario.cluster, report, options.search, {}};
    const bool isPlainConf = input->kind == LoadedInput::Kind::ClusterConf;
    for (const std::optional<ScenarioFile>& file : files)
        text.changes.push_back(file ? changeText(input->file, *file, line.file(), isPlainConf)
                                    : std::string());
    if (!deliver(options.asJson ? repairJson(text).toStdString() : repairText(text),
                 options.outFile))
        return exitBadInput;
    if (report.wasCutShort)
        return exitInterrupted;
    return report.hazards.empty() || report.isComplete ? exitFine : exitFound;
}

} // namespace rgsim
