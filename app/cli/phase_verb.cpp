#include "command_line.h"
#include "interrupt.h"
#include "output.h"
#include "output_file.h"
#include "planning/phase.h"
#include "report/phase_json.h"
#include "report/phase_text.h"
#include "scenario_input.h"
#include "terminal.h"
#include "verb.h"

#include <algorithm>

namespace rgsim {

namespace {

void addOptions(CommandLine& line)
{
    QCommandLineParser& parser = line.parser();
    addScenarioArguments(line);
    parser.addOption(
        {QStringLiteral("node"), QStringLiteral("This node crashes."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("cut-off"), QStringLiteral("This node loses the network."),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("service"), QStringLiteral("This service's process dies."),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("of"),
                      QStringLiteral("Whose downtime; by default the service that fails, or all "
                                     "that run."),
                      QStringLiteral("NAME")});
    line.addThreads();
    line.addOutput();
}

// The failures that the options name.
std::vector<PlanEvent> askedFailures(CommandLine& line, const Cluster& cluster)
{
    std::vector<PlanEvent> failures;
    PlanEvent event;
    event.kind = PlanKind::Crash;
    event.node = line.node("node", cluster);
    if (event.node != noNode)
        failures.push_back(event);
    PlanEvent isolation;
    isolation.kind = PlanKind::Isolate;
    isolation.nodes = {line.node("cut-off", cluster)};
    if (isolation.nodes.front() != noNode)
        failures.push_back(isolation);
    PlanEvent death;
    death.kind = PlanKind::ProcessDies;
    const ServiceIndex service = line.service("service", cluster);
    if (service == noService)
        return failures;
    death.resource = failingResource(cluster.service(service));
    if (death.resource == noResource)
        line.error(cluster.service(service).fullName + " has no process that could die",
                   "ask about its node");
    failures.push_back(death);
    return failures;
}

std::vector<PhaseQuestion> questionsOf(CommandLine& line, const Scenario& scenario)
{
    const std::vector<PlanEvent> failures = askedFailures(line, scenario.cluster);
    ServiceIndex of = line.service("of", scenario.cluster);
    std::vector<PhaseQuestion> usual = usualQuestions(scenario);
    if (failures.empty()) {
        if (of != noService)
            std::erase_if(usual, [of](const PhaseQuestion& q) { return q.service != of; });
        return usual;
    }
    std::vector<PhaseQuestion> questions;
    for (const PlanEvent& failure : failures) {
        const bool isDeath = failure.kind == PlanKind::ProcessDies;
        const ServiceIndex named =
            isDeath && of == noService ? line.service("service", scenario.cluster) : of;
        const std::vector<PhaseQuestion> about = questionsAbout(scenario, failure, named);
        questions.insert(questions.end(), about.begin(), about.end());
    }
    return questions;
}

struct Asked {
    std::vector<PhaseAnswer> answers;
    bool wasCutShort = false;
};

// Ctrl+C ends it with what was found by then.
Asked ask(const Scenario& scenario, const std::vector<PhaseQuestion>& questions, int threads)
{
    const std::atomic<bool>& isInterrupted = catchInterrupts();
    ProgressLine line;
    PhaseOptions options;
    options.threads = threads;
    options.progress = [&](double done) {
        constexpr double steps = 1000;
        line.showLeft(static_cast<std::int64_t>(done * steps), static_cast<std::int64_t>(steps));
        return !isInterrupted;
    };
    Asked asked{phasesOf(scenario, questions, options), false};
    asked.wasCutShort = asked.answers.size() < questions.size();
    return asked;
}

} // namespace

int phaseVerb(const QStringList& arguments)
{
    CommandLine line(
        "phase",
        "Tells how long a service is down, depending on the instant of the failure within the "
        "round of status checks.\n"
        "Without --node, --cut-off and --service: for every service that runs, the death of its "
        "process and the crash of its node. The events of the file are not used.\n"
        "Ends with 1 if a service does not come back at some instant, 2 for bad input. Ctrl+C "
        "prints what was found by then and ends with 130.",
        {QStringLiteral("phase scenarios/guard/collision_sequence.json"),
         QStringLiteral("phase /etc/cluster/cluster.conf --node node1 --of service:web"),
         QStringLiteral("phase /etc/cluster/cluster.conf --service web --format json")});
    addOptions(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const bool asJson = line.wantsJson();
    const std::optional<std::string> outFile = fileToWrite(line);
    const int threads = line.threads();
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    const Scenario& scenario = input->file.scenario;
    const std::vector<PhaseQuestion> questions = questionsOf(line, scenario);
    if (const std::optional<int> end = line.problems())
        return *end;
    if (const auto problem = whatForbidsPhase(scenario, questions)) {
        printError(problem->what, problem->remedy);
        return exitBadInput;
    }
    const Asked asked = ask(scenario, questions, threads);
    const std::string text = asJson ? phaseJson(scenario.cluster, asked.answers).toStdString()
                                    : phaseText(scenario.cluster, asked.answers);
    if (!deliver(text, outFile))
        return exitBadInput;
    if (asked.wasCutShort)
        return exitInterrupted;
    return std::all_of(asked.answers.begin(), asked.answers.end(),
                       [](const PhaseAnswer& answer) { return answer.isAlwaysBack(); })
               ? exitFine
               : exitFound;
}

} // namespace rgsim
