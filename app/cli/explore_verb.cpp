#include "command_line.h"
#include "deploy/scenario_change.h"
#include "formats/scenario_properties.h"
#include "formats/scenario_writer.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "planning/base_scenario.h"
#include "report/explore_report.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

#include <chrono>

namespace rgsim {

namespace {

constexpr int mostDepth = 99;
constexpr std::int64_t megabyte = std::int64_t{1} << 20;
constexpr std::int64_t mostMegabytes = 1'000'000;

struct Question {
    ExploreOptions options;
    QStringList properties;
    int threads = 1;
    bool asJson = false;
    std::optional<std::string> outFile;
    std::optional<std::string> caseFile;
};

void addOptions(CommandLine& line)
{
    addScenarioArguments(line);
    line.addOption("depth", "K", "Sequences of up to K failures and recoveries (default 2).");
    line.addFlag("phases",
                 "Strike at every instant of the status cycle that makes a difference, not "
                 "only at rest.");
    line.addFlag("orders",
                 "Try every order of what happens at the same instant, not only the usual one; up "
                 "to 8 nodes.");
    line.addOption(
        "property", "TEXT",
        "What must hold: \"never together A B\", \"A back within 90s\", \"at most 2 relocations "
        "per failure\"; repeatable. By default the scenario's properties and keep_apart groups.");
    line.addOption("never-together", "A,B",
                   "Short for --property \"never together A B\"; repeatable.");
    line.addOption("memory", "MB", "For the states to remember (default 2048).");
    line.addFlag("no-folding", "Leave out nothing: slower, with the same verdict.");
    line.addOption("save", "FILE", "Write the counterexample as a scenario, if there is one.");
    line.addThreads();
    line.addOutput();
}

Question readQuestion(CommandLine& line)
{
    Question question;
    question.options.depth =
        static_cast<int>(line.wholeNumber("depth", 0, mostDepth).value_or(question.options.depth));
    question.options.phases = line.isSet("phases");
    question.options.orders = line.isSet("orders");
    question.options.folding = !line.isSet("no-folding");
    if (const auto memory = line.wholeNumber("memory", 1, mostMegabytes))
        question.options.memory = *memory * megabyte;
    question.properties = line.parser().values(QStringLiteral("property"));
    for (const QString& list : line.parser().values(QStringLiteral("never-together")))
        question.properties.append(QStringLiteral("never together ") + list);
    question.threads = line.threads();
    question.asJson = line.wantsJson();
    question.outFile = fileToWrite(line);
    question.caseFile = fileToWrite(line, "save");
    return question;
}

// Those that were asked for, or else what the scenario says.
std::optional<std::vector<Property>> propertiesOf(const Scenario& scenario,
                                                  const QStringList& asked)
{
    if (asked.isEmpty())
        return ownProperties(scenario);
    std::vector<Property> properties;
    const ClusterNames names(scenario.cluster);
    bool isGood = true;
    for (const QString& text : asked) {
        Result<Property> property = propertyFrom(text.toStdString(), names);
        for (const Diagnostic& problem : property.diagnostics.items())
            printError(problem.what, problem.remedy);
        isGood = isGood && property.ok();
        if (property.ok())
            properties.push_back(std::move(*property));
    }
    return isGood ? std::optional(std::move(properties)) : std::nullopt;
}

Explored search(const Scenario& base, const std::vector<Property>& properties,
                const Question& question)
{
    ProgressLine line;
    ExploreControl control;
    control.threads = question.threads;
    control.cancel = &catchInterrupts();
    control.progress = [&line](const ExploreProgress& now) { line.showLeft(now.done, now.of); };
    return exploreAndProve(base, properties, question.options, control);
}

bool saveCase(const ScenarioFile& file, const Counterexample& found, const std::string& property,
              const std::string& path)
{
    ScenarioFile shown = standingAlone(file);
    const std::vector<Property> properties = shown.scenario.properties;
    shown.scenario = found.scenario;
    shown.scenario.properties = properties;
    shown.scenario.title = "Violated: " + property;
    shown.scenario.about = "A shortest sequence of failures that breaks it.";
    const QByteArray text = writeScenario(shown);
    const auto problem =
        writeWhole(path, {text.constData(), static_cast<std::size_t>(text.size())});
    if (problem)
        printError(path + ": " + *problem, "give --save a file that you may write");
    return !problem;
}

int answer(const ScenarioFile& file, const Question& question)
{
    const std::optional<std::vector<Property>> properties =
        propertiesOf(file.scenario, question.properties);
    if (!properties)
        return exitBadInput;
    const Scenario base = baseScenario(file.scenario);
    const Diagnostics problems = checkExplore(base, *properties, question.options);
    printDiagnostics(problems);
    if (problems.hasErrors())
        return exitBadInput;
    const auto begin = std::chrono::steady_clock::now();
    const Explored explored = search(base, *properties, question);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const ExploreReport report{base.cluster, *properties, question.options, explored,
                               taken.count()};
    if (explored.counterexample && question.caseFile &&
        !saveCase(
            file, *explored.counterexample,
            propertyText(base.cluster, (*properties)[explored.counterexample->breach.property]),
            *question.caseFile))
        return exitBadInput;
    if (!deliver(question.asJson ? exploreJson(report).toStdString() : exploreText(report),
                 question.outFile))
        return exitBadInput;
    if (explored.counterexample)
        return exitFound;
    if (explored.result.end == ExploreEnd::Cancelled)
        return exitInterrupted;
    return explored.result.end == ExploreEnd::Holds ? exitFine : exitBadInput;
}

} // namespace

int exploreVerb(const QStringList& arguments)
{
    CommandLine line(
        "explore",
        "Tries every sequence of up to K failures and recoveries of nodes, services and the "
        "network, and tells the shortest one that breaks a property, or that none does.\n"
        "The events of the file are not used, only its cluster and how it begins.\n"
        "Ends with 0 if all properties hold, 1 if one is violated, 2 for bad input or too little "
        "memory. Ctrl+C tells what is known by then and ends with 130.",
        {QStringLiteral("explore scenarios/guard/no_rule.json --never-together bark,meow"),
         QStringLiteral("explore plan.json --depth 3 --phases --save shortest.json"),
         QStringLiteral("explore /etc/cluster/cluster.conf --property \"web back within 90s\"")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const Question question = readQuestion(line);
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    return input ? answer(input->file, question) : exitBadInput;
}

} // namespace rgsim
