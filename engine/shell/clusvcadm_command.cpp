#include "shell/clusvcadm_command.h"

#include "rgmanager/request.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/target_choice.h"
#include "shell/command_options.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rgsim {

namespace {

// Somebody who waits longer than this for an answer gives up.
constexpr SimDuration patience = SimDuration::seconds(86400);

const char* const usage =
    "usage: clusvcadm [command]\n\n"
    "Resource Group Control Commands:\n"
    "  -v                     Display version and exit\n"
    "  -d <group>             Disable <group>\n"
    "  -e <group>             Enable <group>\n"
    "  -e <group> -F          Enable <group> according to failover domain rules\n"
    "  -e <group> -m <member> Enable <group> on <member>\n"
    "  -r <group> -m <member> Relocate <group> [to <member>]\n"
    "  -M <group> -m <member> Migrate <group> to <member>\n"
    "  -q                     Quiet operation\n"
    "  -R <group>             Restart a group in place\n"
    "  -s <group>             Stop <group> until the next member transition\n"
    "  -Z <group>             Freeze <group>\n"
    "  -U <group>             Unfreeze <group>\n"
    "Resource Group Locking:\n"
    "  -l                     Lock local resource group managers\n"
    "  -S                     Show lock state\n"
    "  -u                     Unlock resource group managers\n";

struct Action {
    char letter;
    AdminRequest request;
    const char* words;
};

constexpr std::array actions = {
    Action{'e', AdminRequest::Enable, "trying to enable"},
    Action{'d', AdminRequest::Disable, "disabling"},
    Action{'r', AdminRequest::Relocate, "relocate"},
    Action{'M', AdminRequest::Migrate, "migrate"},
    Action{'s', AdminRequest::Stop, "stopping"},
    Action{'R', AdminRequest::Restart, "trying to restart"},
    Action{'Z', AdminRequest::Freeze, "freezing"},
    Action{'U', AdminRequest::Unfreeze, "unfreezing"},
};

// What clusvcadm says about an answer. rgmanager: rg_strerror.
const char* wordsOf(ReturnCode code)
{
    switch (code) {
    case ReturnCode::Success:
        return "Success";
    case ReturnCode::Yes:
        return "Yes";
    case ReturnCode::No:
        return "No";
    case ReturnCode::Fail:
        return "Failure";
    case ReturnCode::Abort:
        return "Aborted; service failed";
    case ReturnCode::Forward:
        return "Service not mastered locally";
    case ReturnCode::NoService:
        return "Service does not exist";
    case ReturnCode::Deadlock:
        return "Operation would cause a deadlock";
    case ReturnCode::Again:
        return "Temporary failure; try again";
    case ReturnCode::Depend:
        return "Operation violates dependency rule";
    case ReturnCode::Invalid:
        return "Invalid operation for resource";
    case ReturnCode::Quorum:
        return "Operation requires quorum";
    case ReturnCode::Run:
        return "Service is already running";
    case ReturnCode::Frozen:
        return "Failure: Service is frozen";
    case ReturnCode::Node:
        return "Target node dead / nonexistent";
    case ReturnCode::Fence:
        return "Fencing operation pending; try again later";
    case ReturnCode::Script:
        return "S/Lang Script Error";
    case ReturnCode::Domain:
        return "Service not runnable";
    case ReturnCode::Exclusive:
        return "Service not runnable: cannot run exclusive";
    case ReturnCode::Relocated:
        return "Relocation failure; service running on original node";
    case ReturnCode::Permission:
        return "Permission denied";
    }
    return "Unknown";
}

// An exit code as the shell sees it.
int exitCode(ReturnCode code)
{
    return static_cast<int>(static_cast<unsigned>(code) & 0xffU);
}

// Among the members the one whose name begins most like @p name. clusvcadm: find_closest_node.
NodeIndex closestMember(const Cluster& cluster, const NodeSet& members, const std::string& name,
                        std::string& said)
{
    NodeIndex best = noNode;
    std::size_t length = 0;
    bool isUnique = false;
    for (const NodeIndex node : members) {
        const std::string& known = cluster.node(node).name;
        std::size_t same = 0;
        while (same < known.size() && same < name.size() && known[same] == name[same])
            ++same;
        if (same == 0 || same < length)
            continue;
        isUnique = same > length;
        length = same;
        best = node;
    }
    if (best == noNode)
        said += "No matches for '" + name + "' found\n";
    else if (!isUnique)
        said += "More than one possible match for '" + name + "' found\n";
    else
        said += "Closest match: '" + cluster.node(best).name + "'\n";
    return isUnique ? best : noNode;
}

bool isWaitingIn(const ManagerState& state, const Worker& worker, Request request)
{
    if (worker.phase != WorkerPhase::Idle && worker.current == request)
        return true;
    for (std::int32_t place = worker.firstRequest; place >= 0;) {
        const QueuedRequest& queued = state.requests[static_cast<std::size_t>(place)];
        if (queued.request == request)
            return true;
        place = queued.next;
    }
    return false;
}

bool isUnderWay(const LiveRun& run, ServiceIndex service, Request request)
{
    const ManagerState& state = run.state().manager;
    for (NodeIndex node = 0; node < run.cluster().nodeCount(); ++node) {
        if (isWaitingIn(state, state.worker(node, service), request))
            return true;
    }
    return false;
}

// The answer to the request that has just been given, if there ever is one.
std::optional<LogRow> waitForAnswer(LiveRun& run, std::size_t firstRow, ServiceIndex service,
                                    Request request)
{
    const SimTime limit = run.now() + patience;
    for (std::size_t row = firstRow;;) {
        for (; row < run.rows().size(); ++row) {
            const LogRow& found = run.rows()[row];
            if (found.kind == RowKind::Reply && found.service == service &&
                static_cast<Request>(found.request) == request)
                return found;
        }
        if (!isUnderWay(run, service, request) || !run.step(limit))
            return std::nullopt;
    }
}

class Clusvcadm {
public:
    Clusvcadm(ShellSession& session, const CommandOptions& options)
        : m_session(session), m_options(options)
    {
    }
    ShellOutcome carryOut();

private:
    ShellOutcome said(int code, const std::string& errors = {})
    {
        return {m_options.has('q') ? std::string() : m_out, errors, code, false};
    }
    bool readAction();
    bool findTarget();
    void announce();
    ShellOutcome askManager(ServiceIndex service);
    ShellOutcome tell(const LogRow& answer);

    ShellSession& m_session;
    const CommandOptions& m_options;
    Action m_action = actions[0];
    std::string m_service; ///< in full
    std::optional<std::string> m_member;
    NodeIndex m_target = noNode;
    std::string m_out;
};

bool Clusvcadm::readAction()
{
    bool isThere = false;
    for (const CommandOptions::Option& option : m_options.options) {
        for (const Action& action : actions) {
            if (action.letter != option.letter)
                continue;
            m_action = action;
            m_service = option.value;
            isThere = true;
        }
        if (option.letter == 'm' || option.letter == 'n')
            m_member = option.value;
    }
    if (isThere && m_service.find(':') == std::string::npos)
        m_service = "service:" + m_service;
    return isThere;
}

bool Clusvcadm::findTarget()
{
    if (!m_member)
        return true;
    const Cluster& cluster = m_session.run.cluster();
    const NodeSet& members = m_session.here().view;
    m_target = cluster.nodeByName(*m_member);
    if (m_target != noNode && members.contains(m_target))
        return true;
    m_out += '\'' + *m_member + "' not in membership list\n";
    m_target = closestMember(cluster, members, *m_member, m_out);
    if (m_target != noNode)
        m_member = cluster.node(m_target).name;
    return m_target != noNode;
}

void Clusvcadm::announce()
{
    const bool isMove =
        m_action.request == AdminRequest::Relocate || m_action.request == AdminRequest::Migrate;
    if (isMove)
        m_out += std::string("Trying to ") + m_action.words + ' ' + m_service +
                 (m_member ? " to " + *m_member : std::string());
    else
        m_out += (m_member ? "Member " + *m_member : std::string("Local machine")) + ' ' +
                 m_action.words + ' ' + m_service;
    m_out += "...";
}

ShellOutcome Clusvcadm::tell(const LogRow& answer)
{
    const auto code = static_cast<ReturnCode>(answer.code);
    m_out += std::string(wordsOf(code)) + '\n';
    if (code == ReturnCode::Run)
        return said(0);
    const bool tellsOwner =
        m_action.request == AdminRequest::Relocate || m_action.request == AdminRequest::Enable;
    if (code == ReturnCode::Success && tellsOwner) {
        const Cluster& cluster = m_session.run.cluster();
        const bool isElsewhere = m_member && answer.owner != m_target;
        m_out += (isElsewhere ? "Warning: " : "") + m_service + " is now running on " +
                 (answer.owner == noNode ? "none" : cluster.node(answer.owner).name) + '\n';
    }
    return said(exitCode(code));
}

ShellOutcome Clusvcadm::askManager(ServiceIndex service)
{
    LiveRun& run = m_session.run;
    if (isRelocating(run.state().manager.worker(m_session.node, service))) {
        m_out += std::string(wordsOf(ReturnCode::Deadlock)) + '\n';
        return said(exitCode(ReturnCode::Deadlock));
    }
    PlanEvent event;
    event.kind = PlanKind::Admin;
    event.node = m_session.node;
    event.service = service;
    event.request = m_action.request;
    const bool takesTarget = event.request == AdminRequest::Enable ||
                             event.request == AdminRequest::Relocate ||
                             event.request == AdminRequest::Migrate;
    event.target = takesTarget ? m_target : noNode;
    if (m_options.has('F') && event.request == AdminRequest::Enable)
        event.target = chooseTarget(run.cluster(), run.state().manager, service,
                                    m_session.here().view, noNode);
    const std::size_t firstRow = run.rows().size();
    m_session.lastRows = firstRow;
    if (!run.act(event))
        return ShellSession::usedUp();
    const std::optional<LogRow> answer =
        waitForAnswer(run, firstRow, service, toRequest(event.request));
    run.finishInstant();
    if (answer)
        return tell(*answer);
    m_out += '\n';
    return said(1, "msg_receive: Connection reset by peer\nError receiving reply!\n");
}

ShellOutcome Clusvcadm::carryOut()
{
    if (!readAction())
        return ShellOutcome{usage, {}, 1, false};
    if (m_action.request == AdminRequest::Migrate && !m_member) {
        m_out = "Migration requires a target cluster member\n";
        return said(1);
    }
    if (!m_session.here().isMember) {
        m_out = "Could not connect to cluster service\n";
        return said(1);
    }
    if (!findTarget())
        return said(1);
    announce();
    if (!m_session.here().managerRuns) {
        m_out += "Could not connect to resource group manager\n";
        return said(1);
    }
    const ServiceIndex service = m_session.run.cluster().serviceByName(m_service);
    if (service == noService) {
        m_out += std::string(wordsOf(ReturnCode::NoService)) + '\n';
        return said(exitCode(ReturnCode::NoService));
    }
    ShellOutcome outcome = askManager(service);
    const bool isMachine = m_session.run.cluster().service(service).type == "vm";
    if (m_action.request == AdminRequest::Migrate && isMachine)
        outcome.err += "rgsim: note: migration of virtual machines is not simulated: the real "
                       "rgmanager would have tried it; clusvcadm -r moves the machine with a stop "
                       "and a start\n";
    return outcome;
}

// clusvcadm: do_lock, do_unlock, do_query_lock.
ShellOutcome lockCommand(ShellSession& session, char letter)
{
    if (!session.here().isMember || !session.here().managerRuns) {
        const char* const failed = letter == 'S'   ? "Query operation failed\n"
                                   : letter == 'l' ? "Lock operation failed\n"
                                                   : "Unlock operation failed\n";
        const std::string cause = session.here().isMember
                                      ? "Could not connect to resource group manager\n"
                                      : "Could not connect to cluster service\n";
        return {cause + failed, {}, 1, false};
    }
    if (letter != 'S') {
        PlanEvent event;
        event.kind = letter == 'l' ? PlanKind::Lock : PlanKind::Unlock;
        event.node = session.node;
        session.lastRows = session.run.rows().size();
        ShellOutcome outcome = session.act(event);
        if (outcome.code != 0)
            return outcome;
    }
    const bool isLocked = session.run.state().manager.locked.contains(session.node);
    return ShellOutcome::success(isLocked ? "Resource groups locked\n"
                                          : "Resource groups unlocked\n");
}

} // namespace

ShellOutcome clusvcadmCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    const CommandOptions options =
        readCommandOptions("clusvcadm", "lSue:M:d:r:n:m:FvR:s:Z:U:qh", arguments);
    for (const char letter : {'l', 'S', 'u'}) {
        if (options.has(letter))
            return lockCommand(session, letter);
    }
    if (options.has('F') && (options.has('m') || options.has('n')))
        return ShellOutcome::failure("Cannot use '-F' with '-n' or '-m'\n", 1);
    if (options.has('v'))
        return ShellOutcome::success("3.0.12\n");
    if (!options.problem.empty())
        return {usage, options.problem + '\n', 1, false};
    if (options.has('h'))
        return {usage, {}, 1, false};
    return Clusvcadm(session, options).carryOut();
}

} // namespace rgsim
