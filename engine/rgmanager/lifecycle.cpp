#include "rgmanager/lifecycle.h"

#include "central/event_master.h"
#include "rgmanager/node_events.h"
#include "rgmanager/remote_request.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/script_run.h"
#include "rgmanager/tree_knowledge.h"
#include "rgmanager/worker.h"

#include <algorithm>

namespace rgsim {

namespace {

void addNodeEvent(Manager& m, ActivityKind kind, NodeIndex node, NodeIndex other)
{
    if (isCentral(m)) {
        CentralEvent event;
        event.type = EventType::Node;
        event.node = other;
        event.isUp = kind != ActivityKind::RemoteNodeDown;
        event.isClean = event.isUp;
        event.isLocal = kind == ActivityKind::LocalNodeUp;
        addEvent(m, node, event);
        return;
    }
    Activity activity;
    activity.kind = kind;
    activity.node = node;
    activity.other = other;
    addActivity(m, activity);
}

bool isIn(const std::vector<NodeIndex>& nodes, NodeIndex node)
{
    return std::find(nodes.begin(), nodes.end(), node) != nodes.end();
}

void forgetRecordsIfNobodyIsLeft(Manager& m)
{
    const bool anybody =
        std::any_of(m.world.nodes.begin(), m.world.nodes.end(),
                    [](const NodeCondition& condition) { return condition.managerRuns; });
    if (anybody)
        return;
    ++m.state.recordVersion;
    std::fill(m.state.records.begin(), m.state.records.end(), ServiceRecord{});
    m.state.missingRecords = m.cluster.serviceCount();
}

void stopAllOf(Manager& m, NodeIndex node, ServiceIndex service)
{
    const ResourceTree& tree = m.cluster.service(service).tree;
    for (const int treeNode : tree.stopOrder) {
        const ResourceIndex resource = tree.nodes[static_cast<std::size_t>(treeNode)].resource;
        if (m.world.processOf(resource).contains(node))
            finishScript(m, {ScriptOp::Stop, node, service, treeNode, 0});
    }
}

void runActivity(Manager& m, const Activity& activity)
{
    const NodeCondition& condition = m.world.node(activity.node);
    if (condition.incarnation != activity.incarnation || !condition.managerRuns)
        return;
    switch (activity.kind) {
    case ActivityKind::Worker:
        runWorkers(m, activity.node, activity.service, activity.count);
        return;
    case ActivityKind::EventQueue:
        runEventQueue(m, activity.node);
        return;
    case ActivityKind::ServiceEvent:
        evaluateServiceEvent(m, activity);
        return;
    case ActivityKind::LocalNodeUp:
    case ActivityKind::RemoteNodeUp:
    case ActivityKind::RemoteNodeDown:
        evaluateNodeEvent(m, activity);
        return;
    }
}

} // namespace

void managersStarted(Manager& m, const std::vector<NodeIndex>& newNodes, const NodeSet& all)
{
    for (const NodeIndex node : actingOrder(m, all)) {
        if (!isIn(newNodes, node)) {
            for (const NodeIndex other : newNodes)
                addNodeEvent(m, ActivityKind::RemoteNodeUp, node, other);
            continue;
        }
        addNodeEvent(m, ActivityKind::LocalNodeUp, node, node);
        for (const NodeIndex other : all.without(node))
            addNodeEvent(m, ActivityKind::RemoteNodeUp, node, other);
    }
    for (const NodeIndex node : newNodes) {
        const std::uint32_t start = ++m.world.node(node).managerStarts;
        m.world.queue.push(
            {m.now() + m.cluster.statusPollInterval, 0, ItemKind::Scan, node, noService, start});
    }
}

void managerGone(Manager& m, NodeIndex node)
{
    m.world.node(node).managerRuns = false;
    m.world.node(node).isLeaving = false;
    m.world.node(node).view.clear();
    m.state.locked.erase(node);
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        clearWorker(m.state, m.state.worker(node, service));
        forgetTree(m.state, m.cluster.service(service).tree, node, service);
    }
    std::erase_if(m.state.forgiven, [node](const auto& entry) { return entry.node == node; });
    std::erase_if(m.state.restarts, [node](const auto& entry) { return entry.node == node; });
    forgetEvents(m, node);
    forgetRecordsIfNobodyIsLeft(m);
}

void nodeDeclaredDown(Manager& m, NodeIndex node, const NodeSet& survivors)
{
    cancelRemoteRequests(m, node, survivors);
    for (const NodeIndex survivor : actingOrder(m, survivors))
        addNodeEvent(m, ActivityKind::RemoteNodeDown, survivor, node);
}

void emergencyStop(Manager& m, NodeIndex node)
{
    m.say(node, Message::QuorumDissolved, noService);
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Emergency;
    row.node = node;
    m.log.add(row);
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service)
        stopAllOf(m, node, service);
    managerGone(m, node);
}

void beginLeaving(Manager& m, NodeIndex node)
{
    m.world.node(node).isLeaving = true;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = m.state.record(service);
        if (!record.exists || record.owner != node)
            continue;
        QueuedRequest stop;
        stop.request = Request::Stop;
        queueRequest(m, node, service, stop);
    }
}

bool stopRemainingServices(Manager& m, NodeIndex node)
{
    bool any = false;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = m.state.record(service);
        if (!record.exists || record.owner != node || record.frozen ||
            record.state != ServiceState::Started)
            continue;
        QueuedRequest stop;
        stop.request = Request::Stop;
        any = queueRequest(m, node, service, stop) || any;
    }
    return any;
}

bool hasWork(const ManagerState& state, NodeIndex node)
{
    const auto first = state.workers.begin() + static_cast<std::ptrdiff_t>(state.place(node, 0));
    return std::any_of(first, first + static_cast<std::ptrdiff_t>(state.records.size()),
                       [](const Worker& worker) { return worker.phase != WorkerPhase::Idle; });
}

void submitAdminRequest(Manager& m, NodeIndex via, ServiceIndex service, Request request,
                        NodeIndex target)
{
    if (isCentral(m)) {
        addUserEvent(m, via, service, request, target);
        return;
    }
    QueuedRequest queued;
    queued.request = request;
    queued.target = target;
    queueRequest(m, via, service, queued);
}

void runUntilQuiet(Manager& m)
{
    while (!m.state.isQuiet()) {
        const Activity activity = m.state.runnable[m.state.nextRunnable++];
        runActivity(m, activity);
    }
    m.state.runnable.clear();
    m.state.nextRunnable = 0;
}

} // namespace rgsim
