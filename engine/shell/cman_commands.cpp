#include "shell/cman_commands.h"

#include "guard/clustat_text.h"

#include <algorithm>

namespace rgsim {

namespace {

// A service whose stop takes longer than this keeps "service rgmanager stop" waiting for ever.
constexpr SimDuration patience = SimDuration::seconds(86400);

// The members that cman on @p node counts: a cut in the network shows only when it is noticed.
NodeSet partitionOf(const World& world, NodeIndex node)
{
    NodeSet members;
    for (NodeIndex i = 0; i < static_cast<NodeIndex>(world.nodes.size()); ++i) {
        const NodeCondition& other = world.node(i);
        const bool isSameSide =
            !world.splitNoticed || other.isIsolated == world.node(node).isIsolated;
        if (other.isMember && isSameSide)
            members.insert(i);
    }
    return members;
}

std::string statusText(const ShellSession& session)
{
    const Cluster& cluster = session.run.cluster();
    const NodeSet members = partitionOf(session.run.world(), session.node);
    int expected = cluster.expectedVotes;
    int votes = 0;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        votes += members.contains(node) ? cluster.node(node).votes : 0;
        if (cluster.expectedVotes == 0)
            expected += cluster.node(node).votes;
    }
    const Node& here = cluster.node(session.node);
    const bool isQuorate = votes >= cluster.quorumVotes();
    return "Version: 6.2.0\nCluster Name: " + cluster.name +
           "\nCluster Id: " + std::to_string(clusterNumber(cluster.name)) +
           "\nCluster Member: Yes\nMembership state: Cluster-Member\nNodes: " +
           std::to_string(members.count()) + "\nExpected votes: " + std::to_string(expected) +
           "\nTotal votes: " + std::to_string(votes) +
           "\nNode votes: " + std::to_string(here.votes) +
           "\nQuorum: " + std::to_string(cluster.quorumVotes()) + ' ' +
           (isQuorate ? " " : "Activity blocked") + "\nFlags:" + (cluster.twoNode ? " 2node" : "") +
           " \nNode name: " + here.name + "\nNode ID: " + std::to_string(here.id) + '\n';
}

// "2012-01-01 00:01:30" of when @p node joined last; blanks if it never did.
std::string joinedText(const LiveRun& run, NodeIndex node)
{
    const auto isJoin = [node](const LogRow& row) {
        return row.kind == RowKind::NodeUp && row.node == node;
    };
    const auto found = std::find_if(run.rows().rbegin(), run.rows().rend(), isJoin);
    if (found == run.rows().rend())
        return std::string(19, ' ');
    return clustatIsoDate(clustatSeconds(found->at));
}

std::string padded(std::string text, std::size_t width)
{
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string nodesText(const ShellSession& session)
{
    const Cluster& cluster = session.run.cluster();
    const NodeSet members = partitionOf(session.run.world(), session.node);
    std::string text = "Node  Sts   Inc   Joined               Name\n";
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        const bool isMember = members.contains(node);
        const std::uint32_t incarnation = session.run.world().node(node).incarnation;
        text += padded(std::to_string(cluster.node(node).id), 4) + "   " + (isMember ? 'M' : 'X') +
                "  " + padded(std::to_string(isMember ? incarnation * 4 : 0), 5) + "   " +
                (isMember ? joinedText(session.run, node) : std::string(19, ' ')) + "  " +
                cluster.node(node).name + '\n';
    }
    return text;
}

bool fencingFails(const LiveRun& run, NodeIndex node)
{
    const SimTime at = run.nextActTime();
    const std::vector<FenceFault>& faults = run.scenario().plan.fenceFaults;
    return std::any_of(faults.begin(), faults.end(), [&](const FenceFault& fault) {
        return (fault.node == noNode || fault.node == node) && fault.from <= at && at < fault.to;
    });
}

// What an init script of RHEL prints: the end stands in column 60.
std::string initLine(std::string text, const char* end)
{
    text.resize(std::max<std::size_t>(text.size() + 1, 60), ' ');
    return text + end + '\n';
}

ShellOutcome startManager(ShellSession& session)
{
    const NodeCondition& here = session.here();
    if (!here.isMember) {
        PlanEvent event;
        event.kind = PlanKind::Boot;
        event.nodes = {session.node};
        session.lastRows = session.run.rows().size();
        const ShellOutcome outcome = session.act(event);
        if (outcome.code != 0)
            return outcome;
    }
    return ShellOutcome::success(initLine("Starting Cluster Service Manager:", "[  OK  ]"));
}

ShellOutcome stopManager(ShellSession& session)
{
    LiveRun& run = session.run;
    if (session.here().managerRuns) {
        PlanEvent event;
        event.kind = PlanKind::Leave;
        event.node = session.node;
        session.lastRows = run.rows().size();
        const SimTime limit = run.nextActTime() + patience;
        if (!run.act(event))
            return ShellSession::usedUp();
        while (session.here().managerRuns && run.step(limit)) {
        }
        run.finishInstant();
    }
    const bool isDone = !session.here().managerRuns;
    return {initLine("Stopping Cluster Service Manager:", isDone ? "[  OK  ]" : "[FAILED]"),
            {},
            isDone ? 0 : 1,
            false};
}

ShellOutcome managerStatus(const ShellSession& session)
{
    constexpr int firstProcess = 2000; // as in report/syslog_text
    if (!session.here().managerRuns)
        return {"rgmanager is stopped\n", {}, 3, false};
    const int process = firstProcess + session.run.cluster().node(session.node).id;
    return ShellOutcome::success("rgmanager (pid " + std::to_string(process) + ") is running...\n");
}

} // namespace

ShellOutcome cmanToolCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    const bool isStatus = arguments.size() == 1 && arguments[0] == "status";
    const bool isNodes = arguments.size() == 1 && arguments[0] == "nodes";
    if (!isStatus && !isNodes)
        return ShellOutcome::failure("Usage: cman_tool status|nodes\n"
                                     "rgsim: note: nothing else of cman_tool is simulated\n",
                                     1);
    if (!session.here().isMember)
        return ShellOutcome::failure("cman_tool: Cannot open connection to cman, is it running ?\n",
                                     1);
    return ShellOutcome::success(isStatus ? statusText(session) : nodesText(session));
}

ShellOutcome fenceNodeCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    std::vector<std::string> names;
    std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(names),
                 [](const std::string& word) { return word != "-v" && word != "-vv"; });
    if (names.size() != 1)
        return ShellOutcome::failure("Usage: fence_node [-v] node_name\n", 1);
    const NodeIndex victim = session.names.nodeByAnyName(names[0]);
    if (victim == noNode)
        return ShellOutcome::failure("fence " + names[0] + " undefined\n", 2);
    const std::string& name = session.run.cluster().node(victim).name;
    if (fencingFails(session.run, victim))
        return ShellOutcome::failure("fence " + name + " failed\n", 1);
    PlanEvent event;
    event.kind = session.run.cluster().node(victim).rejoinsAfterFencing ? PlanKind::PowerCycle
                                                                        : PlanKind::Crash;
    event.node = victim;
    session.lastRows = session.run.rows().size();
    ShellOutcome outcome = session.act(event);
    if (outcome.code == 0)
        outcome.err = "fence " + name + " success\n";
    return outcome;
}

ShellOutcome serviceCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    if (arguments.empty())
        return ShellOutcome::failure("Usage: service rgmanager start|stop|restart|status\n", 1);
    if (arguments[0] != "rgmanager")
        return ShellOutcome::failure(arguments[0] + ": unrecognized service\n", 1);
    const std::string verb = arguments.size() == 2 ? arguments[1] : std::string();
    if (verb == "status")
        return managerStatus(session);
    if (verb == "start")
        return startManager(session);
    if (verb == "stop")
        return stopManager(session);
    if (verb == "restart") {
        ShellOutcome outcome = stopManager(session);
        if (outcome.code == 0) {
            const ShellOutcome started = startManager(session);
            outcome.out += started.out;
            outcome.err += started.err;
            outcome.code = started.code;
        }
        return outcome;
    }
    return {"Usage: /etc/init.d/rgmanager {start|stop|restart|status}\n", {}, 1, false};
}

} // namespace rgsim
