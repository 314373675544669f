#include "central/script_calls.h"

#include "rgmanager/records.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/worker.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr std::int32_t nobody = -1; ///< an owner that a script does not see

EventTask& taskOf(Manager& m, NodeIndex node)
{
    return m.state.central.nodes[static_cast<std::size_t>(node)].task;
}

std::int32_t idOrNobody(const Manager& m, NodeIndex node)
{
    return node == noNode ? nobody : m.cluster.node(node).id;
}

ScriptValues one(std::int32_t value)
{
    return {ScriptValue(value)};
}

bool hidesOwner(ServiceState state)
{
    return state == ServiceState::Disabled || state == ServiceState::Stopped ||
           state == ServiceState::Failed || state == ServiceState::Recovering ||
           state == ServiceState::Recoverable;
}

// Sends a request to a node's worker. False: the answer is there at once.
bool ask(Manager& m, NodeIndex me, ServiceIndex service, Request request, NodeIndex target)
{
    EventTask& task = taskOf(m, me);
    task.waitNumber = m.state.nextTaskNumber++;
    task.answer = ReturnCode::Fail;
    if (target == noNode || !m.view(me).contains(target))
        return false;
    if (m.world.canReach(me, target) && m.world.node(target).managerRuns) {
        if (m.world.node(target).isLeaving && request == Request::StartRemote)
            return false;
        QueuedRequest queued;
        queued.request = request;
        queued.replyTo = {me, task.waitNumber};
        queueRequest(m, target, service, queued);
    }
    taskOf(m, me).waitsFor = target;
    return true;
}

// What the asked node's answer means for service_start(); nothing: the next node is asked.
std::optional<std::int32_t> judgeStart(Manager& m, NodeIndex me)
{
    EventTask& task = taskOf(m, me);
    PendingCall& call = task.pending;
    const std::int32_t id = call.nodes[static_cast<std::size_t>(call.position)];
    call.allExclusive = call.allExclusive && task.answer == ReturnCode::Exclusive;
    call.allDepend = call.allDepend && task.answer == ReturnCode::Depend;
    switch (task.answer) {
    case ReturnCode::Success:
        m.say(me, Message::NowRunningOn, call.service, m.cluster.nodeById(id));
        return id;
    case ReturnCode::Run: {
        const NodeIndex owner = m.state.record(call.service).owner;
        return owner == noNode ? 0 : m.cluster.node(owner).id;
    }
    case ReturnCode::Exclusive:
    case ReturnCode::Depend:
    case ReturnCode::Fail:
        return std::nullopt;
    case ReturnCode::Abort:
        return -1;
    default:
        return 0;
    }
}

// Asks node after node. Nothing: one of them has to be waited for.
std::optional<std::int32_t> startOnNext(Manager& m, NodeIndex me)
{
    while (true) {
        PendingCall& call = taskOf(m, me).pending;
        if (call.position >= static_cast<std::int32_t>(call.nodes.size())) {
            if (call.allExclusive)
                return static_cast<std::int32_t>(ReturnCode::Exclusive);
            return static_cast<std::int32_t>(call.allDepend ? ReturnCode::Depend
                                                            : ReturnCode::Fail);
        }
        const std::int32_t id = call.nodes[static_cast<std::size_t>(call.position)];
        if (ask(m, me, call.service, Request::StartRemote, m.cluster.nodeById(id)))
            return std::nullopt;
        if (const std::optional<std::int32_t> result = judgeStart(m, me))
            return result;
        ++taskOf(m, me).pending.position;
    }
}

std::optional<std::int32_t> beginStart(Manager& m, NodeIndex me, const EventCall& call,
                                       ServiceIndex service)
{
    const ServiceRecord& record = readRecord(m, service, me);
    if (record.state == ServiceState::Failed || record.state == ServiceState::Uninitialized)
        return static_cast<std::int32_t>(ReturnCode::Invalid);
    taskOf(m, me).pending = {ScriptFunction::ServiceStart, service, call.nodes, 0, true, true};
    return startOnNext(m, me);
}

std::optional<std::int32_t> beginStop(Manager& m, NodeIndex me, const EventCall& call,
                                      ServiceIndex service)
{
    const NodeIndex owner = readRecord(m, service, me).owner;
    if (owner != noNode && !m.view(me).contains(owner))
        return static_cast<std::int32_t>(stopAtOnce(m, service, me));
    const bool isRequest = taskOf(m, me).event.type == EventType::User;
    const Request request = call.number != 0 ? Request::Disable
                            : isRequest      ? Request::StopUser
                                             : Request::Stop;
    taskOf(m, me).pending = {ScriptFunction::ServiceStop, service, {}, 0, true, true};
    if (ask(m, me, service, request, owner == noNode ? me : owner))
        return std::nullopt;
    return static_cast<std::int32_t>(taskOf(m, me).answer);
}

std::optional<std::int32_t> beginMigrate(Manager& m, NodeIndex me, const EventCall& call,
                                         ServiceIndex service)
{
    NodeIndex owner = readRecord(m, service, me).owner;
    if (owner == noNode || !m.view(me).contains(owner))
        owner = me;
    taskOf(m, me).pending = {ScriptFunction::ServiceMigrate, service, call.nodes, 0, true, true};
    if (ask(m, me, service, Request::Migrate, owner))
        return std::nullopt;
    return static_cast<std::int32_t>(taskOf(m, me).answer);
}

std::string propertyOf(const Cluster& cluster, ServiceIndex index, const std::string& name)
{
    const TreeNode& top = cluster.service(index).tree.nodes.front();
    for (const auto& [attribute, value] : top.attributes) {
        if (attribute == name)
            return value;
    }
    const ResourceParameter* parameter = top.type != nullptr ? top.type->parameter(name) : nullptr;
    return parameter != nullptr ? parameter->defaultValue : std::string();
}

std::vector<std::int32_t> idsInOrder(const Cluster& cluster, const FailoverDomain& domain)
{
    std::vector<DomainMember> members = domain.members;
    const auto rank = [&domain](const DomainMember& member) {
        const int priority = domain.priorityOf(member.node);
        return priority == 0 ? limits::maxNodes + 1'000 : priority;
    };
    if (domain.ordered)
        std::stable_sort(members.begin(), members.end(),
                         [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    std::vector<std::int32_t> ids;
    for (const DomainMember& member : members)
        ids.push_back(cluster.node(member.node).id);
    return ids;
}

} // namespace

ScriptValues RememberedCalls::status(const EventCall& call)
{
    const ServiceIndex service = m.cluster.serviceByName(call.service);
    if (service == noService)
        return {0, 0, nobody, nobody, std::string("unknown")};
    const bool isNew = !m.state.record(service).exists;
    ServiceRecord& record = readRecord(m, service, m_node);
    if (isNew) {
        record.state =
            m.cluster.service(service).autostart ? ServiceState::Stopped : ServiceState::Disabled;
        writeRecord(m, service, m_node);
    }
    return {task().restartsExceeded, record.restarts, idOrNobody(m, record.lastOwner),
            hidesOwner(record.state) ? nobody : idOrNobody(m, record.owner),
            record.frozen ? std::string("frozen") : std::string(toString(record.state))};
}

ScriptValues RememberedCalls::domainInfo(const EventCall& call)
{
    const ServiceIndex service = m.cluster.serviceByName(call.service);
    if (service == noService || m.cluster.service(service).domain == noDomain)
        return {0, 0, 0, 0};
    const FailoverDomain& domain = m.cluster.domain(m.cluster.service(service).domain);
    return {domain.nofailback ? 1 : 0, domain.restricted ? 1 : 0, domain.ordered ? 1 : 0,
            idsInOrder(m.cluster, domain)};
}

std::optional<ScriptValues> RememberedCalls::perform(const EventCall& call)
{
    const ServiceIndex service = m.cluster.serviceByName(call.service);
    std::optional<std::int32_t> result = static_cast<std::int32_t>(ReturnCode::Fail);
    switch (call.function) {
    case ScriptFunction::NodesOnline: {
        std::vector<std::int32_t> ids;
        for (const NodeIndex node : m.view(m_node))
            ids.push_back(m.cluster.node(node).id);
        return ScriptValues{ids};
    }
    case ScriptFunction::ServiceList: {
        std::vector<std::string> names;
        for (const Service& each : m.cluster.services)
            names.push_back(each.fullName);
        return ScriptValues{names};
    }
    case ScriptFunction::ServiceStatus:
        return status(call);
    case ScriptFunction::ServiceProperty:
        return ScriptValues{service == noService ? std::string()
                                                 : propertyOf(m.cluster, service, call.text)};
    case ScriptFunction::ServiceDomainInfo:
        return domainInfo(call);
    case ScriptFunction::ServiceStart:
        if (service != noService)
            result = beginStart(m, m_node, call, service);
        break;
    case ScriptFunction::ServiceStop:
        if (service != noService)
            result = beginStop(m, m_node, call, service);
        break;
    case ScriptFunction::ServiceMigrate:
        if (service != noService)
            result = beginMigrate(m, m_node, call, service);
        break;
    case ScriptFunction::ServiceFreeze:
    case ScriptFunction::ServiceUnfreeze:
        if (service != noService)
            result = static_cast<std::int32_t>(
                setFrozen(m, service, m_node, call.function == ScriptFunction::ServiceFreeze));
        break;
    case ScriptFunction::Log:
        return ScriptValues{};
    case ScriptFunction::StopProcessing:
        task().stopsAfter = true;
        return ScriptValues{};
    }
    task().waits = !result.has_value();
    if (!result)
        return std::nullopt;
    return one(*result);
}

std::optional<ScriptValues> RememberedCalls::call(const EventCall& call)
{
    if (task().waits)
        return std::nullopt;
    if (m_next < task().answers.size())
        return task().answers[m_next++];
    const std::optional<ScriptValues> values = perform(call);
    if (!values)
        return std::nullopt;
    task().answers.push_back(*values);
    ++m_next;
    return values;
}

bool continueCall(Manager& m, NodeIndex node)
{
    EventTask& task = taskOf(m, node);
    std::optional<std::int32_t> result;
    switch (task.pending.function) {
    case ScriptFunction::ServiceStart:
        result = judgeStart(m, node);
        if (!result) {
            ++task.pending.position;
            result = startOnNext(m, node);
        }
        break;
    case ScriptFunction::ServiceMigrate:
        result = task.answer == ReturnCode::Success ? task.pending.nodes.front()
                                                    : static_cast<std::int32_t>(task.answer);
        break;
    default:
        result = static_cast<std::int32_t>(task.answer);
        break;
    }
    if (!result)
        return false;
    task.waits = false;
    task.answers.push_back(one(*result));
    return true;
}

} // namespace rgsim
