// A request to start a service on this node. rgmanager: handle_start_req.
#include "rgmanager/dependency.h"
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/start_advice.h"

namespace rgsim {

namespace {

enum StartRequestStep : int { Begin, Started, StoppedAgain, Relocated, FinallyStopped };

Step begin(Manager& m, Task& task, Frame& frame)
{
    readRecord(m, task.service, task.node);
    const bool dependencyMet = !m.cluster.anyDepend || isDependencyMet(m, task.service, task.node);
    const NodeSet& view = m.view(task.node);
    const RequestAdvice advice =
        adviseStartRequest(m.cluster, task.service, frame.request, m.state.record(task.service),
                           task.node, view, ServiceCounts(m.cluster, m.state, view), dependencyMet);
    explainStep(m, task, DecisionKind::StartRequest, advice.reason, frame.request, advice.code);
    if (advice.action == RequestAction::Refuse)
        return finishWith(advice.code);
    if (advice.action == RequestAction::Relocate)
        return callAndContinue(frame, Relocated, relocateFrame(Request::StartRecover, noNode));
    return callAndContinue(frame, Started, startFrame(frame.request));
}

Step afterStart(Task& task, Frame& frame, ReturnCode result)
{
    if (result == ReturnCode::Success)
        task.newOwner = task.node;
    if (result == ReturnCode::Success || result == ReturnCode::Again || result == ReturnCode::Run ||
        result == ReturnCode::Frozen)
        return finishWith(result);
    return callAndContinue(frame, StoppedAgain, stopFrame(StopKind::Recover));
}

} // namespace

Step stepStartRequest(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin:
        return begin(m, task, frame);
    case Started:
        return afterStart(task, frame, result);
    case StoppedAgain:
        if (result != ReturnCode::Success) {
            failService(m, task.service, task.node);
            return finishWith(ReturnCode::Abort);
        }
        m.say(task.node, Message::RelocatingFailed, task.service);
        return callAndContinue(frame, Relocated, relocateFrame(Request::StartRecover, noNode));
    case Relocated:
        if (result != ReturnCode::Fail)
            return finishWith(result);
        return callAndContinue(frame, FinallyStopped, stopFrame(StopKind::Plain));
    default: // FinallyStopped
        if (result != ReturnCode::Success)
            failService(m, task.service, task.node);
        return finishWith(ReturnCode::Fail);
    }
}

} // namespace rgsim
