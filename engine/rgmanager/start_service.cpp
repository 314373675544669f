// The start itself: record, tree, record. rgmanager: svc_start.
#include "central/event_master.h"
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"
#include "rgmanager/start_advice.h"
#include "rgmanager/user_lock.h"

namespace rgsim {

namespace {

enum StartStep : int { Begin, TreeStarted };

void announce(Manager& m, const Task& task, const ServiceRecord& record, bool takesOver)
{
    if (takesOver)
        m.say(task.node, Message::TakingOver, task.service, record.owner);
    else if (record.state == ServiceState::Recovering || record.state == ServiceState::Recoverable)
        m.say(task.node, Message::RecoveringFailed, task.service);
    else if (record.state == ServiceState::Disabled)
        m.say(task.node, Message::StartingDisabled, task.service);
    else
        m.say(task.node, Message::StartingStopped, task.service);
}

} // namespace

Step stepStart(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    ServiceRecord& record = readRecord(m, task.service, task.node);
    if (frame.step == Begin) {
        const bool goesOnAnyway = isCentral(m) && record.state == ServiceState::Recovering;
        const Request request = goesOnAnyway ? Request::StartRecover : frame.request;
        const RecordAdvice advice =
            adviseStart(record, request, task.node, m.view(task.node), isLocked(m, task.node));
        explainStep(m, task, DecisionKind::Start, advice.reason, frame.request, advice.code);
        if (!advice.goOn && advice.takesOver && record.owner != noNode)
            m.say(task.node, Message::NotFailingOver, task.service);
        if (!advice.goOn)
            return finishWith(advice.code);
        announce(m, task, record, advice.takesOver);
        record.restarts = record.state == ServiceState::Recovering ? record.restarts + 1 : 0;
        record.owner = task.node;
        record.state = ServiceState::Starting;
        writeRecord(m, task.service, task.node);
        return callAndContinue(frame, TreeStarted, plainFrame(Handler::TreeStart));
    }
    // The record says started even if the start failed; who asked for it decides what then.
    record.state = ServiceState::Started;
    writeRecord(m, task.service, task.node);
    if (result != ReturnCode::Success) {
        m.say(task.node, Message::FailedToStart, task.service, noNode,
              static_cast<std::int32_t>(stopScriptFailed));
        return finishWith(stopScriptFailed);
    }
    m.say(task.node, Message::Started, task.service);
    broadcastState(m, task.service, ServiceState::Started, task.node);
    return finishWith(ReturnCode::Success);
}

} // namespace rgsim
