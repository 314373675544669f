#include "command_line.h"
#include "deploy/guard_trial.h"
#include "deploy/script_difference.h"
#include "deploy/trial_scripts.h"
#include "formats/input_file.h"
#include "formats/text_file.h"
#include "guard/guard_in_script.h"
#include "guard/init_script.h"
#include "output.h"
#include "terminal.h"
#include "verb.h"

#include <QThread>

#include <algorithm>
#include <limits>

namespace rgsim {

namespace {

const std::vector<std::string> formWords = {"published", "hardened"};
constexpr int defaultStates = 10'000;
constexpr int mostStates = 1'000'000;

/// A script with what is to be tried of it.
struct Candidate {
    SandboxScript script;
    GuardMode form = GuardMode::Published;
    bool isOurs = false; ///< as rgsim writes it
};

const char* formName(GuardMode form)
{
    return form == GuardMode::Hardened ? "hardened" : "published";
}

void addArguments(QCommandLineParser& parser)
{
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        QStringLiteral(
            "An init script; or a cluster.conf or scenario, whose own scripts are tried."),
        QStringLiteral("FILE"));
    parser.addOption({QStringLiteral("states"),
                      QStringLiteral("How many random cluster states (default: 10000)."),
                      QStringLiteral("N")});
    parser.addOption(
        {QStringLiteral("seed"),
         QStringLiteral("Whatever number: equal seeds give equal states (default: 1)."),
         QStringLiteral("N")});
    parser.addOption({QStringLiteral("form"),
                      QStringLiteral("published or hardened: what the script is held against. By "
                                     "default the form of its guard, or the scenario's."),
                      QStringLiteral("FORM")});
}

/// An init script of whoever wrote it.
std::optional<Candidate> candidateOf(const std::string& path, const std::string& text,
                                     std::optional<GuardMode> form)
{
    const GuardInScript guard = guardIn(text);
    if (!form && guard.form == GuardMode::Off) {
        Diagnostics problems;
        problems.error({path, 0, 0, {}}, "no guard is recognised in this script",
                       "say with --form what it is held against");
        printDiagnostics(problems);
        return std::nullopt;
    }
    return Candidate{sandboxScript(path, text), form.value_or(guard.form), false};
}

/// The scripts that rgsim writes for the guarded services of a scenario.
std::optional<std::vector<Candidate>> candidatesOf(const LoadedInput& input,
                                                   std::optional<GuardMode> form)
{
    const Cluster& cluster = input.file.scenario.cluster;
    const Result<TrialScripts> scripts = writtenScripts(cluster, form.value_or(cluster.guardMode));
    printDiagnostics(scripts.diagnostics);
    if (!scripts.ok())
        return std::nullopt;
    std::vector<Candidate> candidates;
    for (const SandboxScript& script : scripts->scripts)
        candidates.push_back({script, form.value_or(cluster.guardMode), true});
    return candidates;
}

std::optional<std::vector<Candidate>> loadCandidates(const std::string& path,
                                                     std::optional<GuardMode> form)
{
    const Result<QByteArray> text = readTextFile(path);
    if (!text.ok()) {
        printDiagnostics(text.diagnostics);
        return std::nullopt;
    }
    if (text->startsWith("#!")) {
        std::optional<Candidate> candidate = candidateOf(path, text->toStdString(), form);
        return candidate ? std::optional(std::vector<Candidate>{*candidate}) : std::nullopt;
    }
    const Result<LoadedInput> input = loadInput(path);
    printDiagnostics(input.diagnostics);
    if (!input.ok() || input.diagnostics.hasErrors())
        return std::nullopt;
    return candidatesOf(*input, form);
}

std::string reportText(const Candidate& candidate, const GuardTrialReport& report)
{
    std::string text = candidate.script.name + ", held against the " + formName(candidate.form) +
                       " form: " + std::to_string(report.states) + " states, of which " +
                       std::to_string(report.refused) + " are refused; ";
    int count = 0;
    for (const GuardTrialDifference& difference : report.differences)
        count += difference.count;
    text += count == 0 ? "no differences\n" : std::to_string(count) + " differences\n";
    for (const GuardTrialDifference& difference : report.differences) {
        text +=
            '\n' + std::to_string(difference.count) +
            " times: " + differenceSentence(difference.verdict, difference.outcome) +
            "\nThe smallest state that shows it:\n" +
            stateText(difference.state.config, difference.state.view, difference.state.hostname) +
            outcomeText(difference.outcome);
    }
    return text;
}

/// One of the exit codes.
int tryOut(const Candidate& candidate, GuardTrialOptions options)
{
    ProgressLine progress;
    options.form = candidate.form;
    options.isOurs = candidate.isOurs;
    options.processes = QThread::idealThreadCount();
    options.onAnswer = [&](int done) {
        if (done % 64 < options.processes)
            progress.show(SimTime::seconds(done), SimTime::seconds(options.states));
    };
    const Result<GuardTrialReport> report = tryGuard(candidate.script, options);
    if (!report.ok()) {
        printDiagnostics(report.diagnostics);
        return exitBadInput;
    }
    writeOut(reportText(candidate, *report));
    return report->differences.empty() ? exitFine : exitFound;
}

} // namespace

int guardTestVerb(const QStringList& arguments)
{
    CommandLine line(
        "guard-test",
        "Runs the start of an init script in random cluster states, in a sandbox, and\n"
        "holds what it does against the engine's guard. Ends with 1 if they differ.",
        {QStringLiteral("guard-test scenarios/guard/collision_sequence.json"),
         QStringLiteral("guard-test /etc/rc.d/init.d/bark --states 1000"),
         QStringLiteral("guard-test bark.sh --form hardened --seed 7")});
    addArguments(line.parser());
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    GuardTrialOptions options;
    options.states =
        static_cast<int>(line.wholeNumber("states", 1, mostStates).value_or(defaultStates));
    options.seed = static_cast<std::uint64_t>(
        line.wholeNumber("seed", 0, std::numeric_limits<qlonglong>::max()).value_or(1));
    std::optional<GuardMode> form;
    if (line.isSet("form"))
        form = line.choice("form", formWords) == 0 ? GuardMode::Published : GuardMode::Hardened;
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<std::vector<Candidate>> candidates = loadCandidates(line.file(), form);
    if (!candidates)
        return exitBadInput;
    int code = exitFine;
    for (const Candidate& candidate : *candidates)
        code = std::max(code, tryOut(candidate, options));
    return code;
}

} // namespace rgsim
