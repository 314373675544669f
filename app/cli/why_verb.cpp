#include "analysis/decisions_at.h"
#include "output.h"
#include "report/why_json.h"
#include "report/why_text.h"
#include "scenario_input.h"
#include "verb.h"

namespace rgsim {

namespace {

const char* const about =
    "Tells why it is so: the decisions at a time of the run, or the last ones before it, with the\n"
    "candidates, what ruled each out, the line of the configuration and rgmanager's function.";

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("at"),
                      QStringLiteral("The time, such as 60s or 2min30s; needed."),
                      QStringLiteral("TIME")});
    parser.addOption({QStringLiteral("service"),
                      QStringLiteral("Only decisions about this service."),
                      QStringLiteral("SERVICE")});
    parser.addOption({QStringLiteral("window"),
                      QStringLiteral("Also decisions up to this long before and after the time."),
                      QStringLiteral("DURATION")});
    parser.addOption({QStringLiteral("format"), QStringLiteral("text (the default) or json."),
                      QStringLiteral("FORMAT")});
}

} // namespace

int whyVerb(const QStringList& arguments)
{
    CommandLine line("why", about,
                     {QStringLiteral("why scenarios/guard/collision_sequence.json --at 60s"),
                      QStringLiteral("why /etc/cluster/cluster.conf --crash node1@60s --at 60s "
                                     "--service web --window 30s")});
    addOptions(line.parser());
    addScenarioArguments(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::optional<SimTime> window = line.time("window");
    const bool asJson = line.choice("format", {"text", "json"}) == 1;
    if (!line.isSet("at"))
        line.error("--at is missing", "say for which time, such as --at 60s");
    if (const std::optional<int> end = line.problems())
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    const Scenario& scenario = input->file.scenario;
    const SimTime at = timeWithin(line, scenario, scenario.until);
    const ServiceIndex service = line.service("service", scenario.cluster);
    if (const std::optional<int> end = line.problems())
        return *end;

    const DecisionsAt found =
        decisionsAt(scenario, at, window.value_or(SimTime{}) - SimTime{}, service);
    if (wasCutShort(*input, found.hitEventLimit))
        return exitBadInput;
    const std::string source = sourceText(*input, line.file());
    const WhyReport report{scenario.cluster, found, linesOf(source)};
    writeOut(asJson ? whyJson(report).toStdString() : whyText(report));
    return exitFine;
}

} // namespace rgsim
