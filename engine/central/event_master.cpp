#include "central/event_master.h"

#include "central/event_script.h"
#include "central/script_calls.h"
#include "rgmanager/restart_counter.h"
#include "rgmanager/run_queue.h"

#include <string_view>

namespace rgsim {

namespace {

NodeEvents& eventsOf(Manager& m, NodeIndex node)
{
    if (m.state.central.nodes.empty())
        m.state.central.nodes.resize(m.cluster.nodes.size());
    return m.state.central.nodes[static_cast<std::size_t>(node)];
}

void becomeMaster(Manager& m, NodeIndex node)
{
    m.state.central.master = node;
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Master;
    row.node = node;
    m.log.add(row);
}

void makeRunnable(Manager& m, NodeIndex node)
{
    eventsOf(m, node).phase = QueuePhase::Runnable;
    Activity activity;
    activity.kind = ActivityKind::EventQueue;
    activity.node = node;
    addActivity(m, activity);
}

const char* className(EventType type)
{
    switch (type) {
    case EventType::Node:
        return "node";
    case EventType::Config:
        return "config";
    case EventType::Service:
        return "service";
    case EventType::User:
        return "user";
    case EventType::None:
        break;
    }
    return "";
}

std::string idText(const Manager& m, NodeIndex node)
{
    return node == noNode ? std::string("-1") : std::to_string(m.cluster.node(node).id);
}

// The event's value of what a filter looks at; false for what this event does not have.
bool filterValue(const Manager& m, const CentralEvent& event, std::string_view filter,
                 std::string& value)
{
    if (event.type == EventType::Node) {
        if (filter == "node")
            value = m.cluster.node(event.node).name;
        else if (filter == "node_id")
            value = idText(m, event.node);
        else if (filter == "node_state")
            value = event.isUp ? "1" : "0";
        else if (filter == "node_clean")
            value = event.isClean ? "1" : "0";
        else if (filter == "node_local")
            value = event.isLocal ? "1" : "0";
        else
            return false;
        return true;
    }
    if (event.type != EventType::Service)
        return false;
    if (filter == "service")
        value = m.cluster.service(event.service).fullName;
    else if (filter == "service_state")
        value = toString(event.state);
    else if (filter == "service_owner")
        value = idText(m, event.owner);
    else
        return false;
    return true;
}

bool matches(const Manager& m, const CentralEvent& event, const EventRule& rule)
{
    if (!rule.eventClass.empty() && rule.eventClass != className(event.type))
        return false;
    for (const auto& [filter, wanted] : rule.filters) {
        std::string value;
        if (!filterValue(m, event, filter, value) || value != wanted)
            return false;
    }
    return true;
}

std::vector<ScriptSource> scriptsFor(const Manager& m, const CentralEvent& event)
{
    std::vector<ScriptSource> scripts;
    for (int priority = 1; priority <= 99; ++priority) {
        for (const EventRule& rule : m.cluster.eventRules) {
            if (rule.priority == priority && matches(m, event, rule))
                scripts.push_back({rule.name, rule.scriptLine, rule.script});
        }
    }
    scripts.push_back(defaultEventScript());
    return scripts;
}

// rgmanager asks and counts before each script that matches, so that two count twice.
std::int32_t countRecovery(Manager& m, NodeIndex me, const CentralEvent& event)
{
    if (event.type != EventType::Service || event.state != ServiceState::Recovering)
        return 0;
    std::int32_t exceeded = 0;
    switch (m.cluster.service(event.service).recovery) {
    case RecoveryPolicy::Restart:
    case RecoveryPolicy::RestartDisable:
        exceeded = isRestartLimitReached(m.state, m.cluster, me, event.service, m.now()) ? 1 : 0;
        countRestart(m.state, m.cluster, me, event.service, m.now());
        break;
    case RecoveryPolicy::Relocate:
        exceeded = 1;
        break;
    case RecoveryPolicy::Disable:
        break;
    }
    if (exceeded != 0)
        clearRestarts(m.state, me, event.service);
    return exceeded;
}

// rgmanager's numbers of requests: RG_*.
std::int32_t requestNumber(Request request)
{
    switch (request) {
    case Request::Enable:
        return 11;
    case Request::Disable:
        return 5;
    case Request::StopUser:
    case Request::Stop:
        return 17;
    case Request::Relocate:
        return 13;
    case Request::Restart:
        return 8;
    case Request::Migrate:
        return 22;
    case Request::Freeze:
        return 23;
    case Request::Unfreeze:
        return 24;
    default:
        return 0;
    }
}

ScriptVariables variablesFor(const Manager& m, NodeIndex me, const EventTask& task)
{
    const CentralEvent& event = task.event;
    ScriptVariables seen;
    seen.eventType = static_cast<std::int32_t>(event.type);
    seen.nodeSelf = m.cluster.node(me).id;
    seen.userReturn = task.userReturn;
    seen.restartsExceeded = task.restartsExceeded;
    if (event.type == EventType::Node) {
        seen.nodeId = m.cluster.node(event.node).id;
        seen.nodeName = m.cluster.node(event.node).name;
        seen.nodeState = event.isUp ? 1 : 0;
        seen.nodeClean = event.isClean ? 1 : 0;
    }
    if (event.type == EventType::Service) {
        seen.serviceName = m.cluster.service(event.service).fullName;
        seen.serviceState = toString(event.state);
        seen.serviceOwner = event.owner == noNode ? -1 : m.cluster.node(event.owner).id;
        seen.serviceLastOwner = event.lastOwner == noNode ? -1 : m.cluster.node(event.lastOwner).id;
    }
    if (event.type == EventType::User) {
        seen.userRequest = requestNumber(event.request);
        seen.userService = m.cluster.service(event.service).fullName;
        seen.userTarget = event.target == noNode ? 0 : m.cluster.node(event.target).id;
    }
    return seen;
}

void addReply(Manager& m, NodeIndex me, const EventTask& task)
{
    if (task.event.type != EventType::User)
        return;
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Reply;
    row.request = static_cast<std::uint8_t>(task.event.request);
    row.node = me;
    row.owner = me;
    row.service = task.event.service;
    row.code = task.userReturn;
    const NodeIndex owner = task.userReturn > 0 ? m.cluster.nodeById(task.userReturn) : noNode;
    if (owner != noNode) {
        row.owner = owner;
        row.code = 0;
    }
    m.log.add(row);
}

// Runs the scripts of the task's event. False: one of them has to wait.
bool runScripts(Manager& m, NodeIndex me)
{
    const std::vector<ScriptSource> scripts = scriptsFor(m, eventsOf(m, me).task.event);
    while (eventsOf(m, me).task.script < static_cast<std::int32_t>(scripts.size())) {
        EventTask& task = eventsOf(m, me).task;
        if (!task.isPrepared)
            task.restartsExceeded = countRecovery(m, me, task.event);
        task.isPrepared = true;
        RememberedCalls calls(m, me);
        const ScriptSource& source = scripts[static_cast<std::size_t>(task.script)];
        const ScriptEnd end = m.scripts->run(source, variablesFor(m, me, task), calls);
        if (task.waits)
            return false;
        task.userReturn = end.userReturn;
        task.answers.clear();
        task.isPrepared = false;
        ++task.script;
        if (task.stopsAfter)
            break;
    }
    return true;
}

} // namespace

void addEvent(Manager& m, NodeIndex node, const CentralEvent& event)
{
    NodeEvents& events = eventsOf(m, node);
    events.waiting.push_back(event);
    if (events.phase == QueuePhase::Idle)
        makeRunnable(m, node);
}

void addUserEvent(Manager& m, NodeIndex via, ServiceIndex service, Request request,
                  NodeIndex target)
{
    if (!m.world.node(via).managerRuns)
        return;
    if (m.state.central.master == noNode)
        becomeMaster(m, via);
    CentralEvent event;
    event.type = EventType::User;
    event.service = service;
    event.request = request;
    event.target = target;
    addEvent(m, m.state.central.master, event);
}

void runEventQueue(Manager& m, NodeIndex node)
{
    eventsOf(m, node).phase = QueuePhase::Running;
    while (true) {
        EventTask& task = eventsOf(m, node).task;
        if (!task.isUsed) {
            std::vector<CentralEvent>& waiting = eventsOf(m, node).waiting;
            if (waiting.empty())
                break;
            task = EventTask{};
            task.event = waiting.front();
            waiting.erase(waiting.begin());
            if (m.state.central.master == noNode)
                becomeMaster(m, node);
            if (m.state.central.master != node || m.scripts == nullptr)
                continue;
            task.isUsed = true;
        }
        if ((task.waits && !continueCall(m, node)) || !runScripts(m, node)) {
            eventsOf(m, node).phase = QueuePhase::Suspended;
            return;
        }
        addReply(m, node, eventsOf(m, node).task);
        eventsOf(m, node).task = EventTask{};
    }
    eventsOf(m, node).phase = QueuePhase::Idle;
}

bool answerScript(Manager& m, NodeIndex node, std::uint64_t waitNumber, ReturnCode code)
{
    if (m.state.central.nodes.empty())
        return false;
    NodeEvents& events = eventsOf(m, node);
    if (!events.task.waits || events.task.waitNumber != waitNumber ||
        events.phase != QueuePhase::Suspended)
        return false;
    events.task.answer = code;
    events.task.waitsFor = noNode;
    makeRunnable(m, node);
    return true;
}

void forgetEvents(Manager& m, NodeIndex node)
{
    if (m.state.central.nodes.empty())
        return;
    eventsOf(m, node) = NodeEvents{};
    if (m.state.central.master == node)
        m.state.central.master = noNode;
}

} // namespace rgsim
