#include "output.h"
#include "report/log_text.h"
#include "report/run_report.h"
#include "report/syslog_text.h"
#include "rgmanager/messages.h"
#include "scenario_input.h"
#include "simulation/simulation.h"
#include "verb.h"

namespace rgsim {

namespace {

const char* const about =
    "Prints rgmanager's own log lines of a run.\n"
    "With --syslog as in /var/log/messages; time 0 is 1 January 2012, 00:00:00 UTC.";

struct Filter {
    NodeIndex node = noNode;
    ServiceIndex service = noService;
    int leastUrgent = 7;

    bool passes(const LogRow& row) const
    {
        return row.kind == RowKind::Syslog && (node == noNode || row.node == node) &&
               (service == noService || row.service == service) &&
               priorityOf(static_cast<Message>(row.code)) <= leastUrgent;
    }
};

void addOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("node"), QStringLiteral("Only this node's lines."),
                      QStringLiteral("NODE")});
    parser.addOption({QStringLiteral("service"), QStringLiteral("Only lines about this service."),
                      QStringLiteral("SERVICE")});
    parser.addOption({QStringLiteral("priority"),
                      QStringLiteral("Only lines of this priority or a more urgent one: emerg, "
                                     "alert, crit, err, warning, notice, or 0 to 5."),
                      QStringLiteral("PRIORITY")});
    parser.addOption({QStringLiteral("syslog"), QStringLiteral("As in /var/log/messages.")});
    parser.addOption({QStringLiteral("rhel"),
                      QStringLiteral("Whose /var/log/messages: 6 (the default) or 5. "
                                     "Implies --syslog."),
                      QStringLiteral("5|6")});
}

// The priority's number; the least urgent one if the option is absent.
int priorityIn(CommandLine& line)
{
    constexpr int last = 7;
    const std::optional<std::string> written = line.text("priority");
    if (!written)
        return last;
    for (int priority = 0; priority <= last; ++priority) {
        if (*written == priorityName(priority) || *written == std::to_string(priority))
            return priority;
    }
    line.error("there is no priority \"" + *written + '"',
               "known are: emerg, alert, crit, err, warning, notice, info, debug");
    return last;
}

} // namespace

int logVerb(const QStringList& arguments)
{
    CommandLine line("log", about,
                     {QStringLiteral("log scenarios/guard/collision_sequence.json"),
                      QStringLiteral("log /etc/cluster/cluster.conf --crash node1@60s --syslog")});
    addOptions(line.parser());
    addScenarioArguments(line);
    if (const std::optional<int> end = line.read(arguments, 1, 1))
        return *end;
    const std::optional<LoadedInput> input = loadScenario(line);
    if (!input)
        return exitBadInput;
    const Scenario& scenario = input->file.scenario;
    const Filter filter{line.node("node", scenario.cluster),
                        line.service("service", scenario.cluster), priorityIn(line)};
    const bool isRhel5 = line.choice("rhel", {"6", "5"}) == 1;
    const bool asSyslog = line.isSet("syslog") || line.isSet("rhel");
    if (const std::optional<int> end = line.problems())
        return *end;

    Simulation simulation(scenario);
    simulation.run();
    for (const LogRow& row : simulation.log().rows()) {
        if (!filter.passes(row))
            continue;
        writeOut(asSyslog ? syslogLine(scenario.cluster, row,
                                       isRhel5 ? SyslogStyle::Rhel5 : SyslogStyle::Rhel6)
                          : logLine(scenario.cluster, row));
    }
    return wasCutShort(*input, simulation.hitEventLimit()) ? exitBadInput : exitFine;
}

} // namespace rgsim
