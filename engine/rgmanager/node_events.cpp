#include "rgmanager/node_events.h"

#include "rgmanager/dependency.h"
#include "rgmanager/failover_domain_score.h"
#include "rgmanager/records.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/start_advice.h"
#include "rgmanager/user_lock.h"

#include <algorithm>

namespace rgsim {

namespace {

int lineBehind(const Cluster& cluster, ServiceIndex index, Reason reason)
{
    const Service& service = cluster.service(index);
    const bool isDomain = reason == Reason::ScoreBest || reason == Reason::ScoreNotBest ||
                          reason == Reason::ScoreIllegal || reason == Reason::DomainUnavailable ||
                          reason == Reason::BetterNode || reason == Reason::NoBetterNode;
    if (isDomain && service.domain != noDomain)
        return cluster.domain(service.domain).line;
    return service.line;
}

void explainEvent(Manager& m, DecisionKind kind, Reason reason, ServiceIndex service, NodeIndex by,
                  NodeIndex other)
{
    Decision decision;
    decision.kind = kind;
    decision.reason = reason;
    decision.by = by;
    decision.service = service;
    decision.other = other;
    decision.line = lineBehind(m.cluster, service, reason);
    m.explain(std::move(decision));
}

QueuedRequest plainRequest(Request request, NodeIndex target = noNode)
{
    QueuedRequest queued;
    queued.request = request;
    queued.target = target;
    return queued;
}

void carryOutStartAdvice(Manager& m, const StartAdvice& advice, ServiceIndex service, NodeIndex me)
{
    switch (advice.action) {
    case StartAction::Nothing:
        return;
    case StartAction::WriteDisabled:
        m.state.record(service).state = ServiceState::Disabled;
        writeRecord(m, service, me);
        return;
    case StartAction::QueueStart:
        queuePlainStart(m, me, service);
        return;
    case StartAction::QueueStop:
        m.say(me, Message::RestrictedUnavailable, service);
        queueRequest(m, me, service, plainRequest(Request::Stop));
        return;
    }
}

void considerStartHere(Manager& m, ServiceIndex service, NodeIndex me, NodeIndex other,
                       const ServiceCounts& counts)
{
    const bool dependencyMet = !m.cluster.anyDepend || isDependencyMet(m, service, me);
    const ServiceRecord& record = m.state.record(service);
    const StartAdvice advice =
        considerStart(m.cluster, service, record, me, m.view(me), counts, dependencyMet);
    if (m.wantsReasons(service))
        explainEvent(m, DecisionKind::ConsiderStart, advice.reason, service, me, other);
    carryOutStartAdvice(m, advice, service, me);
}

void considerRelocate(Manager& m, ServiceIndex index, NodeIndex me, NodeIndex other)
{
    const ServiceRecord& record = m.state.record(index);
    const Service& service = m.cluster.service(index);
    Reason reason = Reason::NotMineToMove;
    if (record.isRunningState() && record.owner == me) {
        const NodeSet& view = m.view(me);
        const Score mine = failoverDomainScore(m.cluster, service.domain, me, view, record);
        const Score theirs = failoverDomainScore(m.cluster, service.domain, other, view, record);
        reason = theirs > mine ? Reason::BetterNode : Reason::NoBetterNode;
    }
    if (m.wantsReasons(index))
        explainEvent(m, DecisionKind::ConsiderRelocate, reason, index, me, other);
    if (reason != Reason::BetterNode)
        return;
    const TreeNode& top = service.tree.nodes.front();
    const bool migrates = top.type->canMigrate && top.children.empty();
    if (!migrates)
        m.say(me, Message::RelocatingBetter, index, other);
    queueRequest(m, me, index,
                 plainRequest(migrates ? Request::Migrate : Request::Relocate, other));
}

void evaluateService(Manager& m, const Activity& activity, ServiceIndex service,
                     const ServiceCounts& counts)
{
    const NodeIndex me = activity.node;
    const ServiceRecord& record = m.state.record(service);
    if (record.isLeftAlone()) {
        if (m.wantsReasons(service))
            explainEvent(m, DecisionKind::ConsiderStart, Reason::LeftAlone, service, me,
                         activity.other);
        return;
    }
    if (activity.kind == ActivityKind::RemoteNodeUp && record.state != ServiceState::Stopped)
        considerRelocate(m, service, me, activity.other);
    else
        considerStartHere(m, service, me, activity.other, counts);
}

// While every service is stopped or left alone it makes no difference which node came or went.
bool allStoppedOrLeftAlone(const ManagerState& state)
{
    return std::all_of(state.records.begin(), state.records.end(), [](const ServiceRecord& record) {
        return record.state == ServiceState::Stopped || record.isLeftAlone();
    });
}

bool canRepeat(const Manager& m, NodeIndex me)
{
    return m.memo != nullptr && m.decisions == nullptr && m.memo->node == me &&
           m.memo->recordVersion == m.state.recordVersion && m.memo->view == m.view(me);
}

void repeatStarts(Manager& m, NodeIndex me)
{
    for (const ServiceIndex service : m.memo->starts) {
        Worker& worker = m.state.worker(me, service);
        if (worker.phase == WorkerPhase::Runnable && worker.firstRequest < 0 && worker.task < 0)
            ++worker.leadingStarts;
        else
            queuePlainStart(m, me, service);
    }
}

// Makes the evaluation and remembers it if starts were all that came of it.
void evaluateAndRemember(Manager& m, const Activity& activity)
{
    const NodeIndex me = activity.node;
    m.memo->node = noNode;
    m.memo->starts.clear();
    const std::uint64_t version = m.state.recordVersion;
    const ServiceCounts counts(m.cluster, m.state, m.view(me));
    bool onlyStarts = true;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = m.state.record(service);
        if (record.isLeftAlone())
            continue;
        const StartAdvice advice =
            considerStart(m.cluster, service, record, me, m.view(me), counts,
                          !m.cluster.anyDepend || isDependencyMet(m, service, me));
        if (advice.action == StartAction::QueueStart)
            m.memo->starts.push_back(service);
        onlyStarts = onlyStarts && (advice.action == StartAction::QueueStart ||
                                    advice.action == StartAction::Nothing);
        carryOutStartAdvice(m, advice, service, me);
    }
    if (!onlyStarts || version != m.state.recordVersion)
        return;
    m.memo->node = me;
    m.memo->recordVersion = version;
    m.memo->view = m.view(me);
}

// The bulk of what considerStart() says yes to: a service without a domain, started by another.
bool startsWithoutDoubt(const Manager& m, ServiceIndex service, NodeIndex me)
{
    const ServiceRecord& record = m.state.record(service);
    return record.state == ServiceState::Started && record.owner != me && !record.frozen &&
           m.cluster.placementOf(service).domain == noDomain;
}

} // namespace

namespace {

// rgmanager: "Resource groups locked; not evaluating", a debug line.
bool refusesToEvaluate(Manager& m, const Activity& activity)
{
    if (!isLocked(m, activity.node))
        return false;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const bool isAbout = activity.kind != ActivityKind::ServiceEvent ||
                             !m.cluster.service(service).dependName.empty();
        if (isAbout && m.wantsReasons(service))
            explainEvent(m,
                         activity.kind == ActivityKind::ServiceEvent ? DecisionKind::Dependency
                                                                     : DecisionKind::ConsiderStart,
                         Reason::ManagerLocked, service, activity.node, activity.other);
    }
    return true;
}

} // namespace

void evaluateNodeEvent(Manager& m, const Activity& activity)
{
    const NodeIndex me = activity.node;
    if (m.world.node(me).isLeaving)
        return; // a manager that is being shut down starts nothing
    if (refusesToEvaluate(m, activity))
        return;
    readAllRecords(m, me);
    if (canRepeat(m, me)) {
        repeatStarts(m, me);
        return;
    }
    if (m.memo != nullptr && m.decisions == nullptr && allStoppedOrLeftAlone(m.state)) {
        evaluateAndRemember(m, activity);
        return;
    }
    const ServiceCounts counts(m.cluster, m.state, m.view(me));
    const bool mayQueueAtOnce = activity.kind != ActivityKind::RemoteNodeUp &&
                                m.decisions == nullptr && !m.cluster.anyExclusive &&
                                !m.cluster.anyDepend;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        if (mayQueueAtOnce && startsWithoutDoubt(m, service, me))
            queuePlainStart(m, me, service);
        else
            evaluateService(m, activity, service, counts);
    }
}

void evaluateServiceEvent(Manager& m, const Activity& activity)
{
    const NodeIndex me = activity.node;
    if (m.world.node(me).isLeaving || refusesToEvaluate(m, activity))
        return;
    readAllRecords(m, me);
    const ServiceCounts counts(m.cluster, m.state, m.view(me));
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        if (m.cluster.service(service).dependName.empty())
            continue;
        const ServiceRecord& record = m.state.record(service);
        if (record.isLeftAlone())
            continue;
        if (isDependencyMet(m, service, me)) {
            if (record.state == ServiceState::Stopped && activity.state == ServiceState::Started)
                considerStartHere(m, service, me, noNode, counts);
            else if (m.wantsReasons(service))
                explainEvent(m, DecisionKind::Dependency, Reason::DependencyMet, service, me,
                             noNode);
            continue;
        }
        if (record.state != ServiceState::Started || record.owner != me)
            continue;
        if (m.wantsReasons(service))
            explainEvent(m, DecisionKind::Dependency, Reason::DependencyLost, service, me, noNode);
        m.say(me, Message::DependencyMissing, service);
        queueRequest(m, me, service, plainRequest(Request::Stop));
    }
}

void scanForChecks(Manager& m, NodeIndex node)
{
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = m.state.record(service);
        if (record.owner != node || !record.exists)
            continue;
        if (record.state != ServiceState::Started && record.state != ServiceState::Migrating)
            continue;
        const Worker& worker = m.state.worker(node, service);
        const bool isBusy = worker.phase == WorkerPhase::Running || worker.task >= 0;
        if (worker.statusQueued != 0 || (isBusy && worker.current == Request::Status))
            continue;
        queueRequest(m, node, service, plainRequest(Request::Status));
    }
}

} // namespace rgsim
