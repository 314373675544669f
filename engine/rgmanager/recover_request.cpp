// What the recovery policy does after a failed check. rgmanager: handle_recover_req.
#include "rgmanager/handlers.h"
#include "rgmanager/recovery_policy.h"
#include "rgmanager/restart_counter.h"

namespace rgsim {

namespace {

enum RecoverStep : int { Begin, Disabled, RestartTried, Done };

Step begin(Manager& m, Task& task, Frame& frame)
{
    const Service& service = m.cluster.service(task.service);
    const bool limitReached =
        isRestartLimitReached(m.state, m.cluster, task.node, task.service, m.now());
    const RecoveryChoice choice = chooseRecovery(service.recovery, limitReached);
    explainStep(m, task, DecisionKind::Recovery, choice.reason, Request::StartRecover);
    if (choice.action != RecoveryAction::Restart)
        clearRestarts(m.state, task.node, task.service);
    switch (choice.action) {
    case RecoveryAction::Disable:
        return callAndContinue(frame, Done, stopFrame(StopKind::Disable));
    case RecoveryAction::Relocate:
        if (choice.reason == Reason::RestartsExceeded)
            m.say(task.node, Message::ThresholdExceeded, task.service);
        return callAndContinue(frame, Done, relocateFrame(Request::StartRecover, noNode));
    case RecoveryAction::Restart:
        break;
    }
    countRestart(m.state, m.cluster, task.node, task.service, m.now());
    if (service.recovery == RecoveryPolicy::RestartDisable)
        return callAndContinue(frame, RestartTried, startFrame(Request::StartRecover));
    return callAndContinue(frame, Done, startRequestFrame(Request::StartRecover));
}

} // namespace

Step stepRecover(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin:
        return begin(m, task, frame);
    case RestartTried: // restart-disable: a restart that fails is not tried elsewhere
        if (result == ReturnCode::Success)
            return finishWith(result);
        return callAndContinue(frame, Done, stopFrame(StopKind::Disable));
    default: // Done
        return finishWith(result);
    }
}

} // namespace rgsim
