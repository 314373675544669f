#include "shell/shell_commands.h"

#include "formats/suggestion.h"
#include "report/text_table.h"
#include "shell/act_commands.h"
#include "shell/clustat_command.h"
#include "shell/clusvcadm_command.h"
#include "shell/cman_commands.h"
#include "shell/time_commands.h"
#include "shell/view_commands.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rgsim {

namespace {

using Words = std::vector<std::string>;

constexpr int noConnection = 255;

const char* const stateWords = "stopped starting started stopping failed recoverable recovering "
                               "disabled owner runs up down within";

ShellOutcome unreachable(const std::string& node)
{
    return ShellOutcome::failure("ssh: connect to host " + node + " port 22: No route to host\n",
                                 noConnection);
}

// "ssh node2 clustat": one command there, and back.
ShellOutcome commandElsewhere(ShellSession& session, NodeIndex node, const Words& words)
{
    const ShellCommand* const command = shellCommand(words[0]);
    if (command == nullptr || !command->isOnNode)
        return ShellOutcome::failure("bash: " + words[0] + ": command not found\n", noSuchCommand);
    const NodeIndex before = std::exchange(session.node, node);
    ShellOutcome outcome = runCommand(session, *command, {words.begin() + 1, words.end()});
    session.node = before;
    return outcome;
}

ShellOutcome nodeCommand(ShellSession& session, const Words& arguments)
{
    if (arguments.empty())
        return ShellSession::error("to which node?",
                                   "such as node " + session.run.cluster().nodes[0].name);
    const NodeIndex node = session.names.nodeByAnyName(arguments[0]);
    if (node == noNode)
        return ShellOutcome::failure("ssh: Could not resolve hostname " + arguments[0] +
                                         ": Name or service not known\n",
                                     noConnection);
    if (!session.run.world().node(node).runs)
        return unreachable(session.run.cluster().node(node).name);
    if (arguments.size() > 1)
        return commandElsewhere(session, node, {arguments.begin() + 1, arguments.end()});
    session.node = node;
    return {};
}

ShellOutcome exitCommand(ShellSession&, const Words& arguments)
{
    unsigned code = 0;
    if (!arguments.empty()) {
        const std::string& word = arguments[0];
        const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), code);
        if (problem != std::errc() || end != word.data() + word.size() || arguments.size() > 1)
            return ShellSession::error("exit: \"" + word + "\" is not an exit code",
                                       "give a number from 0 to 255, or nothing");
    }
    ShellOutcome outcome;
    outcome.code = static_cast<int>(code & 0xffU);
    outcome.ends = true;
    return outcome;
}

std::vector<ShellCommand> commandsOfNodes()
{
    using namespace completes;
    return {
        {"clustat", "[-i N] [-I] [-x] [-l] [-f] [-s SERVICE] [-m MEMBER] [-Q] [-v]",
         "What clustat prints on this node. -i N shows it six times, N seconds apart.",
         "-i -I -x -l -f -s -m -Q -v", nothing, true, clustatCommand},
        {"clusvcadm", "-e|-d|-r|-R|-s|-Z|-U|-M SERVICE [-m NODE] [-F] [-q] | -l | -u | -S | -v",
         "Gives an administrator's request to this node's rgmanager, and waits for the answer: "
         "enable, disable, relocate, restart, stop, freeze, unfreeze, migrate. -l locks all "
         "rgmanagers, -u unlocks them, -S says whether this one is locked.",
         "-e -d -r -R -s -Z -U -M -m -n -F -q -l -u -S -v", nothing, true, clusvcadmCommand},
        {"cman_tool", "status|nodes", "What cman on this node knows of the members and votes.",
         "status nodes", nothing, true, cmanToolCommand},
        {"fence_node", "NODE", "Fences a node by hand: it loses its power at once.", "", nodes,
         true, fenceNodeCommand},
        {"service", "rgmanager start|stop|restart|status",
         "Starts or stops rgmanager, and cman with it, on this node, and waits until it is done.",
         "rgmanager start stop restart status", nothing, true, serviceCommand},
    };
}

std::vector<ShellCommand> commandsOfTime()
{
    using namespace completes;
    return {
        {"node", "NODE [COMMAND]",
         "Goes to another node: commands are typed there from now on. With a command, only that "
         "one "
         "is.",
         "", nodes, false, nodeCommand},
        {"ssh", "NODE [COMMAND]", "The same as node.", "", nodes, false, nodeCommand},
        {"advance", "DURATION | to TIME", "Lets time go on: advance 30s, advance to 2min.", "to",
         nothing, false, advanceCommand},
        {"until",
         "STATE [SERVICE] | owner SERVICE NODE | runs SERVICE [NODE] | up NODE | down NODE "
         "[within DURATION]",
         "Lets time go on until a record has a state (without a service: all records), until it "
         "has "
         "an owner, until the service really runs, or until a node is up or known to be down. It "
         "ends with 1 if that does not come within 1h, or within the time that is given.",
         stateWords, nodes | services, false, untilCommand},
    };
}

std::vector<ShellCommand> commandsOfHarm()
{
    using namespace completes;
    const char* const faultWords = "start stop status recover on from to for by";
    return {
        {"crash", "NODE", "The node dies.", "", nodes, false, crashCommand},
        {"power-cycle", "NODE", "The node dies and boots again.", "", nodes, false,
         powerCycleCommand},
        {"power-on", "NODE", "The node boots; it is up after its boot time.", "", nodes, false,
         powerOnCommand},
        {"boot", "NODE,...", "The nodes are up at once, together.", "", nodes, false, bootCommand},
        {"leave", "NODE", "rgmanager and cman are stopped on the node in order; does not wait.", "",
         nodes, false, leaveCommand},
        {"isolate", "NODE,...", "The nodes lose the network to all others.", "", nodes, false,
         isolateCommand},
        {"heal", "", "All isolation ends.", "", nothing, false, healCommand},
        {"kill", "NAME", "The process of a resource, or of a service's first script, ends.", "",
         services | resources, false, killCommand},
        {"admin", "REQUEST SERVICE [NODE] [via NODE]",
         "A request as with the option --admin; unlike clusvcadm it does not wait for the answer.",
         "enable disable stop restart relocate migrate freeze unfreeze via", nodes | services,
         false, adminCommand},
        {"fail", "OPERATION NAME [on NODE] [from TIME] [to TIME | for DURATION]",
         "A script fails from now on: fail start service:web on node2 for 1min. Operations: start, "
         "stop, status, recover.",
         faultWords, nodes | services | resources, false, failCommand},
        {"hang", "OPERATION NAME [on NODE] [from TIME] to TIME | for DURATION",
         "A script that would end in that time ends only when the time is over.", faultWords,
         nodes | services | resources, false, hangCommand},
        {"slow", "OPERATION NAME by DURATION [on NODE] [from TIME] [to TIME | for DURATION]",
         "A script takes longer.", faultWords, nodes | services | resources, false, slowCommand},
        {"fail-fencing", "NODE|all [from TIME] [to TIME | for DURATION]",
         "Fencing of the node fails from now on.", "all from to for", nodes, false,
         failFencingCommand},
    };
}

std::vector<ShellCommand> commandsOfViews()
{
    using namespace completes;
    return {
        {"status", "", "The clock, the nodes, and for each service its record and where it runs.",
         "", nothing, false, statusCommand},
        {"log", "[last | N]",
         "rgmanager's log lines: all, the last N, or those of the last command that let time go "
         "on.",
         "last", nothing, false, logCommand},
        {"why", "[SERVICE] [at TIME]", "The decisions of now, or the last ones before.", "at",
         services, false, whyCommand},
        {"save", "FILE",
         "Writes the scenario with all that was done here, ending now; rgsim run repeats it.", "",
         files, false, saveCommand},
        {"history", "", "The lines typed so far.", "", nothing, false, historyCommand},
        {"help", "[COMMAND]", "What there is, or how a command is used.", "", commands, false,
         helpCommand},
        {"exit", "[CODE]", "Leaves the shell, with the exit code of the last command.", "", nothing,
         false, exitCommand},
    };
}

} // namespace

const std::vector<ShellCommand>& shellCommands()
{
    static const std::vector<ShellCommand> all = [] {
        std::vector<ShellCommand> list;
        for (const std::vector<ShellCommand>& part :
             {commandsOfNodes(), commandsOfTime(), commandsOfHarm(), commandsOfViews()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

const ShellCommand* shellCommand(std::string_view name)
{
    const std::vector<ShellCommand>& all = shellCommands();
    const auto found = std::find_if(all.begin(), all.end(), [name](const ShellCommand& command) {
        return command.name == name;
    });
    return found == all.end() ? nullptr : &*found;
}

ShellOutcome runCommand(ShellSession& session, const ShellCommand& command, const Words& arguments)
{
    if (!command.isOnNode)
        return command.run(session, arguments);
    if (!session.here().runs)
        return unreachable(session.nodeName());
    ShellOutcome outcome = command.run(session, arguments);
    if (!session.here().runs) {
        outcome.err += "Connection to " + session.nodeName() + " closed by remote host.\n";
        outcome.code = noConnection;
    }
    return outcome;
}

std::vector<std::string> shellCommandNames()
{
    std::vector<std::string> names;
    for (const ShellCommand& command : shellCommands())
        names.emplace_back(command.name);
    return names;
}

ShellOutcome helpCommand(ShellSession&, const Words& arguments)
{
    if (arguments.empty()) {
        std::vector<std::vector<std::string>> rows;
        for (const ShellCommand& command : shellCommands()) {
            const std::string help = command.help;
            rows.push_back({command.name, help.substr(0, help.find_first_of(".:"))});
        }
        std::string text;
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i][0].resize(12, ' ');
        for (const std::vector<std::string>& row : rows)
            text += row[0] + "  " + row[1] + '\n';
        return ShellOutcome::success(text + "\"help COMMAND\" says more; Tab completes names.\n");
    }
    const ShellCommand* const command = shellCommand(arguments[0]);
    if (command == nullptr)
        return ShellSession::error("help: there is no command \"" + arguments[0] + '"',
                                   suggestion(arguments[0], shellCommandNames()));
    const std::string synopsis = command->synopsis;
    return ShellOutcome::success(std::string(command->name) + (synopsis.empty() ? "" : " ") +
                                 synopsis + '\n' + command->help + '\n');
}

} // namespace rgsim
