// Stopping a service, and giving it up. rgmanager: _svc_stop, _svc_stop_finish, svc_fail.
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"

namespace rgsim {

namespace {

enum StopStep : int { Begin, TreeStopped };

Request requestOf(StopKind kind)
{
    switch (kind) {
    case StopKind::User:
        return Request::StopUser;
    case StopKind::Disable:
        return Request::Disable;
    case StopKind::Plain:
    case StopKind::Recover:
        break;
    }
    return Request::Stop;
}

void markStopped(Manager& m, const Task& task, ServiceRecord& record)
{
    record.lastOwner = record.owner;
    record.owner = noNode;
    record.state = ServiceState::Stopped;
    writeRecord(m, task.service, task.node);
    broadcastState(m, task.service, ServiceState::Stopped, task.node);
}

Step begin(Manager& m, Task& task, Frame& frame, StopKind kind, ServiceState wanted)
{
    ServiceRecord& record = readRecord(m, task.service, task.node);
    const StopAdvice advice = adviseStop(record, kind, task.node, m.view(task.node));
    explainStep(m, task, DecisionKind::Stop, advice.reason, requestOf(kind), advice.code);
    switch (advice.action) {
    case StopAction::Refuse:
        return finishWith(advice.code);
    case StopAction::Nothing:
        return finishWith(ReturnCode::Success);
    case StopAction::MarkStopped:
        markStopped(m, task, record);
        return finishWith(ReturnCode::Success);
    case StopAction::Run:
        break;
    }
    frame.wasFailed = record.state == ServiceState::Failed;
    if (record.state == ServiceState::Disabled)
        m.say(task.node, Message::DisablingDisabled, task.service);
    if (record.state == ServiceState::Recovering) {
        record.state = wanted;
        writeRecord(m, task.service, task.node);
    }
    record.state = kind == StopKind::Recover ? ServiceState::Recoverable : ServiceState::Stopping;
    m.say(task.node, Message::Stopping, task.service);
    writeRecord(m, task.service, task.node);
    return callAndContinue(frame, TreeStopped, plainFrame(Handler::TreeStop));
}

Message messageFor(ServiceState state)
{
    switch (state) {
    case ServiceState::Failed:
        return Message::IsFailed;
    case ServiceState::Recovering:
        return Message::IsRecovering;
    case ServiceState::Disabled:
        return Message::IsDisabled;
    default:
        return Message::IsStopped;
    }
}

} // namespace

void finishStop(Manager& m, ServiceIndex service, NodeIndex me, bool failed, ServiceState wanted)
{
    ServiceRecord& record = readRecord(m, service, me);
    if (record.state != ServiceState::Stopping && record.state != ServiceState::Recoverable &&
        record.state != ServiceState::Recovering)
        return;
    const bool wasRecoverable = record.state == ServiceState::Recoverable;
    record.lastOwner = record.owner;
    record.owner = noNode;
    if (failed) {
        m.say(me, Message::FailedToStop, service);
        record.state = ServiceState::Failed;
    } else {
        record.state = wasRecoverable ? ServiceState::Recovering : wanted;
    }
    m.say(me, messageFor(record.state), service);
    writeRecord(m, service, me);
    broadcastState(m, service, record.state, me);
}

Step stepStop(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    const auto kind = static_cast<StopKind>(frame.position);
    const ServiceState wanted =
        kind == StopKind::Disable ? ServiceState::Disabled : ServiceState::Stopped;
    if (frame.step == Begin)
        return begin(m, task, frame, kind, wanted);
    // A failed service that is disabled ends as disabled, whatever its scripts say.
    const bool isForgiven = frame.wasFailed && kind == StopKind::Disable;
    const bool failed = result != ReturnCode::Success && !isForgiven;
    finishStop(m, task.service, task.node, failed, wanted);
    return finishWith(failed ? stopScriptFailed : ReturnCode::Success);
}

void failService(Manager& m, ServiceIndex service, NodeIndex me)
{
    ServiceRecord& record = readRecord(m, service, me);
    if (record.state == ServiceState::Started && record.owner != me)
        return;
    if (record.owner != noNode)
        record.lastOwner = record.owner;
    record.owner = noNode;
    record.state = ServiceState::Failed;
    record.restarts = 0;
    writeRecord(m, service, me);
    broadcastState(m, service, ServiceState::Failed, me);
}

} // namespace rgsim
