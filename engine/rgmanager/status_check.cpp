// A status request: check the tree, mend independent subtrees in place. rgmanager: svc_status.
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"

namespace rgsim {

namespace {

enum StatusStep : int { Begin, Checked, PartlyStopped, PartlyStarted };

Step failInline(Manager& m, const Task& task)
{
    m.say(task.node, Message::InlineFailed, task.service);
    return finishWith(ReturnCode::Fail);
}

} // namespace

Step stepStatus(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin: {
        const ServiceRecord& record = readRecord(m, task.service, task.node);
        if (record.frozen || record.owner != task.node || record.state != ServiceState::Started)
            return finishWith(ReturnCode::Success);
        return callAndContinue(frame, Checked, plainFrame(Handler::TreeCheck));
    }
    case Checked:
        if (result != checkRecoverable)
            return finishWith(result == checkPassed ? ReturnCode::Success : ReturnCode::Fail);
        m.say(task.node, Message::InlineAttempt, task.service);
        return callAndContinue(frame, PartlyStopped, plainFrame(Handler::ConditionalStop));
    case PartlyStopped:
        if (result != ReturnCode::Success)
            return failInline(m, task);
        return callAndContinue(frame, PartlyStarted, plainFrame(Handler::ConditionalStart));
    default: // PartlyStarted
        if (result != ReturnCode::Success)
            return failInline(m, task);
        m.say(task.node, Message::InlineSucceeded, task.service);
        return finishWith(ReturnCode::Success);
    }
}

} // namespace rgsim
