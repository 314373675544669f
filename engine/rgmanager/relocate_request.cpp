// Moving a service to another node, or home again. rgmanager: handle_relocate_req.
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"
#include "rgmanager/remote_request.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/target_choice.h"
#include "rgmanager/user_lock.h"

#include <algorithm>

namespace rgsim {

namespace {

enum RelocateStep : int {
    Begin,
    Stopped,
    PreferredStartedHere,
    PreferredAnswered,
    OtherAnswered,
    RestartedLocally,
    StoppedForGood,
};

// Completes the list of candidates with the nodes that were not considered at all.
void addTheRest(const Manager& m, const Task& task, const NodeSet& allowed, Exclusion others,
                std::vector<Candidate>& candidates)
{
    for (NodeIndex node = 0; node < m.cluster.nodeCount(); ++node) {
        if (allowed.contains(node))
            continue;
        Candidate candidate;
        candidate.node = node;
        candidate.exclusion = !m.view(task.node).contains(node) ? Exclusion::NotOnline
                              : node == task.node               ? Exclusion::IsOwner
                                                                : others;
        candidates.push_back(candidate);
    }
    std::sort(candidates.begin(), candidates.end(),
              [](const Candidate& a, const Candidate& b) { return a.node < b.node; });
}

// @p others: why the nodes that are online and not allowed are left out.
NodeIndex choose(Manager& m, const Task& task, const NodeSet& allowed, Exclusion others)
{
    if (!m.wantsReasons(task.service))
        return chooseTarget(m.cluster, m.state, task.service, allowed, task.node);
    Decision decision;
    decision.kind = DecisionKind::TargetChoice;
    decision.by = task.node;
    decision.service = task.service;
    const NodeIndex target =
        chooseTarget(m.cluster, m.state, task.service, allowed, task.node, &decision.candidates);
    int eligible = 0;
    int best = 0;
    int equals = 0;
    for (const Candidate& candidate : decision.candidates) {
        eligible += candidate.exclusion == Exclusion::None ||
                    candidate.exclusion == Exclusion::LowerScore ||
                    candidate.exclusion == Exclusion::LowerId;
        equals += candidate.exclusion == Exclusion::LowerId;
        best += candidate.chosen;
    }
    addTheRest(m, task, allowed, others, decision.candidates);
    decision.other = best > 0 ? target : noNode;
    decision.reason = best == 0       ? Reason::NoCandidate
                      : equals > 0    ? Reason::HighestIdAmongEquals
                      : eligible == 1 ? Reason::OnlyCandidate
                                      : Reason::HighestScore;
    const Service& service = m.cluster.service(task.service);
    decision.line =
        service.domain == noDomain ? service.line : m.cluster.domain(service.domain).line;
    m.explain(std::move(decision));
    return target;
}

Step restartLocally(Manager& m, const Task& task, Frame& frame)
{
    if (isLocked(m, task.node)) {
        explainStep(m, task, DecisionKind::Relocate, Reason::NoRestartWhileLocked, frame.request);
        return callAndContinue(frame, StoppedForGood, stopFrame(StopKind::Plain));
    }
    explainStep(m, task, DecisionKind::Relocate, Reason::RestartLocally, frame.request);
    m.say(task.node, Message::RestartingLocally, task.service);
    return callAndContinue(frame, RestartedLocally, startFrame(Request::StartRecover));
}

Step tryNext(Manager& m, Task& task, Frame& frame);

Step handleAnswer(Manager& m, Task& task, Frame& frame)
{
    const auto explain = [&](Reason reason) {
        explainStep(m, task, DecisionKind::Relocate, reason, frame.request, task.answer,
                    frame.target);
    };
    switch (task.answer) {
    case ReturnCode::Success:
        explain(Reason::TargetStarted);
        task.newOwner = frame.target;
        m.say(task.node, Message::NowRunningOn, task.service, frame.target);
        return finishWith(ReturnCode::Success);
    case ReturnCode::Run:
        explain(Reason::TargetHasIt);
        task.newOwner = m.state.record(task.service).owner;
        return finishWith(ReturnCode::Success);
    case ReturnCode::Depend:
    case ReturnCode::Fail:
        explain(Reason::TargetRefused);
        frame.allowed.erase(frame.target);
        frame.request = Request::StartRecover;
        return tryNext(m, task, frame);
    case ReturnCode::Abort:
        explain(Reason::TargetAborted);
        return finishWith(ReturnCode::Fail);
    default:
        explain(Reason::TargetUncertain);
        m.say(task.node, Message::InvalidReply, task.service, frame.target);
        m.say(task.node, Message::StateUncertain, task.service, frame.target,
              static_cast<std::int32_t>(task.answer), frame.request);
        task.newOwner = noNode;
        return finishWith(ReturnCode::Success);
    }
}

// Asks the best of the nodes that are left, until one answers at once with something final.
Step tryNext(Manager& m, Task& task, Frame& frame)
{
    if (frame.allowed.empty()) {
        explainStep(m, task, DecisionKind::Relocate, Reason::NobodyLeft, frame.request);
        if (frame.original != Request::StartRecover)
            return restartLocally(m, task, frame);
        finishStop(m, task.service, task.node, false, ServiceState::Stopped);
        return finishWith(ReturnCode::Fail);
    }
    const NodeIndex target = choose(m, task, frame.allowed, Exclusion::AlreadyAsked);
    if (target == task.node)
        return restartLocally(m, task, frame);
    frame.target = target;
    frame.step = OtherAnswered;
    if (askRemoteStart(m, task, frame.request, target))
        return waitHere();
    return handleAnswer(m, task, frame);
}

Step tryAllOthers(Manager& m, Task& task, Frame& frame)
{
    frame.allowed = m.view(task.node).without(task.node);
    if (frame.target != noNode)
        frame.allowed.erase(frame.target);
    return tryNext(m, task, frame);
}

Step afterPreferred(Manager& m, Task& task, Frame& frame)
{
    if (task.answer == ReturnCode::Success) {
        explainStep(m, task, DecisionKind::Relocate, Reason::TargetStarted, frame.request,
                    task.answer, frame.target);
        task.newOwner = frame.target;
        return finishWith(ReturnCode::Success);
    }
    explainStep(m, task, DecisionKind::Relocate, Reason::TargetRefused, frame.request, task.answer,
                frame.target);
    frame.request = Request::StartRecover;
    return tryAllOthers(m, task, frame);
}

Step tryPreferred(Manager& m, Task& task, Frame& frame)
{
    if (frame.target == noNode)
        return tryAllOthers(m, task, frame);
    NodeSet both;
    both.insert(task.node);
    both.insert(frame.target);
    const NodeIndex target = choose(m, task, both & m.view(task.node), Exclusion::NotWished);
    if (target == task.node) {
        if (frame.target != task.node)
            return restartLocally(m, task, frame);
        return callAndContinue(frame, PreferredStartedHere, startFrame(frame.request));
    }
    frame.step = PreferredAnswered;
    if (askRemoteStart(m, task, frame.request, target))
        return waitHere();
    return afterPreferred(m, task, frame);
}

Step begin(Manager& m, Task& task, Frame& frame)
{
    const ServiceRecord& record = readRecord(m, task.service, task.node);
    if (record.state == ServiceState::Disabled || record.state == ServiceState::Uninitialized)
        return finishWith(ReturnCode::Invalid);
    const NodeSet& view = m.view(task.node);
    if (frame.target != noNode && !view.contains(frame.target)) {
        explainStep(m, task, DecisionKind::Relocate, Reason::PreferredOffline, frame.request,
                    ReturnCode::Success, frame.target);
        frame.target = noNode;
    }
    if (frame.target != noNode && m.cluster.anyExclusive &&
        ServiceCounts(m.cluster, m.state, view)
            .conflicts(m.cluster.placementOf(task.service), frame.target)) {
        explainStep(m, task, DecisionKind::Relocate, Reason::ExclusiveConflict, frame.request,
                    ReturnCode::Depend, frame.target);
        return finishWith(ReturnCode::Depend);
    }
    if (frame.request == Request::StartRecover)
        return tryPreferred(m, task, frame);
    return callAndContinue(frame, Stopped, stopFrame(StopKind::User));
}

Step afterStop(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    if (result == ReturnCode::Fail) {
        failService(m, task.service, task.node);
        return finishWith(ReturnCode::Fail);
    }
    if (result == ReturnCode::Frozen || result == ReturnCode::Forward)
        return finishWith(result);
    return tryPreferred(m, task, frame);
}

} // namespace

Step stepRelocate(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin:
        return begin(m, task, frame);
    case Stopped:
        return afterStop(m, task, frame, result);
    case PreferredStartedHere:
        if (result == ReturnCode::Success) {
            task.newOwner = task.node;
            return finishWith(result);
        }
        return tryAllOthers(m, task, frame);
    case PreferredAnswered:
        return afterPreferred(m, task, frame);
    case OtherAnswered:
        return handleAnswer(m, task, frame);
    case RestartedLocally:
        if (result == ReturnCode::Success) {
            task.newOwner = task.node;
            return finishWith(ReturnCode::Relocated);
        }
        return callAndContinue(frame, StoppedForGood, stopFrame(StopKind::Plain));
    default: // StoppedForGood
        if (result != ReturnCode::Success)
            failService(m, task.service, task.node);
        return finishWith(ReturnCode::Fail);
    }
}

} // namespace rgsim
