#include "rgmanager/start_advice.h"

#include "rgmanager/failover_domain_score.h"

namespace rgsim {

namespace {

RequestAdvice refuse(ReturnCode code, Reason reason)
{
    return {RequestAction::Refuse, code, reason};
}

RecordAdvice answer(ReturnCode code, Reason reason)
{
    return {false, false, code, reason};
}

Score leastScoreFor(Request request)
{
    return request == Request::Enable ? Score::Good : Score::Best;
}

} // namespace

StartAdvice considerStart(const Cluster& cluster, ServiceIndex serviceIndex,
                          const ServiceRecord& record, NodeIndex me, const NodeSet& view,
                          const ServiceCounts& counts, bool dependencyMet)
{
    const PlacementFacts& service = cluster.placementOf(serviceIndex);
    if (record.frozen)
        return {StartAction::Nothing, Reason::Frozen};
    if (record.state == ServiceState::Started && record.owner == me)
        return {StartAction::Nothing, Reason::AlreadyMine};
    if (record.state == ServiceState::Disabled)
        return {StartAction::Nothing, Reason::Disabled};
    if (record.state == ServiceState::Stopped && !record.hasChanged && !service.autostart)
        return {StartAction::WriteDisabled, Reason::AutostartOff};
    if (!dependencyMet)
        return {StartAction::Nothing, Reason::DependencyNotStarted};
    if (service.isExclusive && counts.hasAny(me))
        return {StartAction::Nothing, Reason::ExclusiveButNodeBusy};
    if (counts.hasExclusive(me))
        return {StartAction::Nothing, Reason::NodeRunsExclusive};

    const Score score = failoverDomainScore(cluster, service.domain, me, view, record);
    if (score == Score::Best)
        return {StartAction::QueueStart, Reason::ScoreBest};
    if (score == Score::Illegal && isRestrictedDomainEmpty(cluster, service.domain, view))
        return {StartAction::QueueStop, Reason::DomainUnavailable};
    return {StartAction::Nothing,
            score == Score::Illegal ? Reason::ScoreIllegal : Reason::ScoreNotBest};
}

RequestAdvice adviseStartRequest(const Cluster& cluster, ServiceIndex serviceIndex, Request request,
                                 const ServiceRecord& record, NodeIndex me, const NodeSet& view,
                                 const ServiceCounts& counts, bool dependencyMet)
{
    const PlacementFacts& service = cluster.placementOf(serviceIndex);
    if (request != Request::Restart && request != Request::StartRecover) {
        const Score score = failoverDomainScore(cluster, service.domain, me, view, record);
        if (score < leastScoreFor(request))
            return refuse(ReturnCode::Fail,
                          score == Score::Illegal ? Reason::ScoreIllegal : Reason::ScoreNotBest);
    }
    if (cluster.anyExclusive && counts.conflicts(service, me))
        return {RequestAction::Relocate, ReturnCode::Success, Reason::ExclusiveConflict};
    if (!dependencyMet)
        return refuse(ReturnCode::Depend, Reason::DependencyNotStarted);
    return {};
}

RequestAdvice adviseRemoteStart(const Cluster& cluster, ServiceIndex serviceIndex, Request request,
                                const ServiceRecord& record, NodeIndex me,
                                const ServiceCounts& counts, bool isLocked)
{
    if (isLocked)
        return refuse(ReturnCode::Fail, Reason::ManagerLocked);
    const PlacementFacts& service = cluster.placementOf(serviceIndex);
    NodeSet onlyMe;
    onlyMe.insert(me);
    const Score score = failoverDomainScore(cluster, service.domain, me, onlyMe, record);
    if (score < leastScoreFor(request))
        return refuse(ReturnCode::Fail, Reason::ScoreIllegal);
    if (cluster.anyExclusive && counts.conflicts(service, me))
        return refuse(ReturnCode::Exclusive, Reason::ExclusiveConflict);
    return {};
}

RecordAdvice adviseStart(const ServiceRecord& record, Request request, NodeIndex me,
                         const NodeSet& view, bool isLocked)
{
    const RecordAdvice locked = answer(ReturnCode::Again, Reason::ManagerLocked);
    if (record.frozen)
        return answer(ReturnCode::Frozen, Reason::Frozen);
    switch (record.state) {
    case ServiceState::Failed:
        return answer(ReturnCode::Fail, Reason::RecordFailed);
    case ServiceState::Migrating:
        return answer(ReturnCode::Run, Reason::BeingMigrated);
    case ServiceState::Stopping:
    case ServiceState::Started:
    case ServiceState::Checking:
    case ServiceState::Starting:
        if (record.owner == me || view.contains(record.owner))
            return answer(ReturnCode::Run, Reason::AlreadyRunning);
        if (isLocked)
            return {false, true, locked.code, locked.reason};
        return {true, true, ReturnCode::Success, Reason::TakeOver};
    case ServiceState::Recovering:
        if (request != Request::StartRecover)
            return answer(ReturnCode::Success, Reason::BeingRecovered);
        return {true, false, ReturnCode::Success, Reason::RecordAllows};
    case ServiceState::Stopped:
    case ServiceState::Recoverable:
        if (isLocked)
            return locked;
        return {true, false, ReturnCode::Success, Reason::RecordAllows};
    case ServiceState::Disabled:
    case ServiceState::Uninitialized:
        break;
    }
    if (isLocked && (request == Request::Enable || request == Request::StartRemote))
        return locked;
    if (request == Request::Enable || request == Request::StartRemote ||
        request == Request::StartRecover)
        return {true, false, ReturnCode::Success, Reason::RecordAllows};
    return answer(ReturnCode::Fail, Reason::NeedsEnable);
}

} // namespace rgsim
