// A start that another node asked for. rgmanager: handle_start_remote_req.
#include "central/event_master.h"
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/start_advice.h"
#include "rgmanager/user_lock.h"

namespace rgsim {

namespace {

enum RemoteStartStep : int { Begin, Started, StoppedAgain };

Step begin(Manager& m, Task& task, Frame& frame)
{
    readRecord(m, task.service, task.node);
    const ServiceCounts counts(m.cluster, m.state, m.view(task.node));
    const RequestAdvice advice =
        adviseRemoteStart(m.cluster, task.service, frame.request, m.state.record(task.service),
                          task.node, counts, isLocked(m, task.node));
    explainStep(m, task, DecisionKind::StartRequest, advice.reason, frame.request, advice.code);
    if (advice.action == RequestAction::Refuse)
        return finishWith(advice.code);
    return callAndContinue(frame, Started, startFrame(frame.request));
}

} // namespace

Step stepRemoteStart(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin:
        return begin(m, task, frame);
    case Started:
        if (result == ReturnCode::Success || result == ReturnCode::Run ||
            result == ReturnCode::Frozen)
            return finishWith(result);
        return callAndContinue(frame, StoppedAgain,
                               stopFrame(isCentral(m) ? StopKind::Plain : StopKind::Recover));
    default: // StoppedAgain
        if (result == ReturnCode::Success)
            return finishWith(ReturnCode::Fail);
        failService(m, task.service, task.node);
        return finishWith(ReturnCode::Abort);
    }
}

} // namespace rgsim
