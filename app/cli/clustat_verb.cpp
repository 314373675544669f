#include "base/duration_text.h"
#include "guard/clustat_text.h"
#include "output.h"
#include "scenario_input.h"
#include "simulation/clustat_view_of.h"
#include "simulation/simulation.h"
#include "verb.h"

namespace rgsim {

namespace {

const char* const about =
    "Prints what clustat would print at a time of the run: what rgmanager's records say.\n"
    "Time 0 is Sunday, 1 January 2012, 00:00:00 UTC.";

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("at"),
                      QStringLiteral("The time, such as 60s or 2min30s; the end of the run if "
                                     "absent."),
                      QStringLiteral("TIME")});
    parser.addOption({{QStringLiteral("x"), QStringLiteral("xml")}, QStringLiteral("As XML.")});
    parser.addOption({{QStringLiteral("i"), QStringLiteral("node")},
                      QStringLiteral("The node on which clustat runs; the first one that is up if "
                                     "absent."),
                      QStringLiteral("NODE")});
    parser.addOption({{QStringLiteral("s"), QStringLiteral("service")},
                      QStringLiteral("Only this service."),
                      QStringLiteral("SERVICE")});
}

} // namespace

int clustatVerb(const QStringList& arguments)
{
    CommandLine line("clustat", about,
                     {QStringLiteral("clustat scenarios/guard/collision_sequence.json --at 60s"),
                      QStringLiteral("clustat /etc/cluster/cluster.conf --crash node1@60s --at 90s "
                                     "-x")});
    addOptions(line.parser());
    addScenarioArguments(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    const Scenario& scenario = input->file.scenario;
    const SimTime at = timeWithin(line, scenario, scenario.until);
    const NodeIndex wished = line.node("node", scenario.cluster);
    const ServiceIndex service = line.service("service", scenario.cluster);
    if (const std::optional<int> end = line.problems())
        return *end;

    Simulation simulation(scenario);
    simulation.runUntil(at);
    if (wasCutShort(*input, simulation.hitEventLimit()))
        return exitBadInput;
    const World& world = simulation.state().world;
    if (wished != noNode && !clustatWorksOn(world, wished))
        line.error(scenario.cluster.node(wished).name + " is no member of the cluster at " +
                       formatDuration(at - SimTime{}),
                   "clustat works on members only; leave out -i, or name another node");
    if (const std::optional<int> end = line.problems())
        return *end;
    const NodeIndex node = wished != noNode ? wished : firstNodeForClustat(world);
    const ClustatView view =
        clustatViewOf(scenario.cluster, world, simulation.state().manager, node);
    ClustatOptions options;
    if (service != noService)
        options.service = scenario.cluster.service(service).fullName;
    writeOut(line.isSet("xml") ? clustatXml(view, options) : clustatText(view, options));
    return exitFine;
}

} // namespace rgsim
