#include "rgmanager/worker.h"

#include "base/ensure.h"
#include "central/event_master.h"
#include "rgmanager/handlers.h"
#include "rgmanager/records.h"
#include "rgmanager/remote_request.h"
#include "rgmanager/run_queue.h"
#include "rgmanager/service_counts.h"
#include "rgmanager/start_advice.h"
#include "rgmanager/user_lock.h"

#include <optional>

namespace rgsim {

namespace {

enum DispatchStep : int { Begin, Done, StatusChecked, StatusStopped, RestartStopped };

Step beginRequest(Manager& m, Task& task, Frame& frame)
{
    switch (task.request) {
    case Request::StartRemote:
    case Request::StartRecover:
        return callAndContinue(frame, Done, remoteStartFrame(task.request));
    case Request::Enable:
        if (task.target != noNode && task.target != task.node)
            return finishWith(ReturnCode::Forward);
        return callAndContinue(frame, Done, startRequestFrame(Request::Enable));
    case Request::Start:
        return callAndContinue(frame, Done, startRequestFrame(Request::Start));
    case Request::Relocate:
        return callAndContinue(frame, Done, relocateFrame(Request::StartRemote, task.target));
    case Request::Stop:
        return callAndContinue(frame, Done, stopFrame(StopKind::Plain));
    case Request::StopUser:
        return callAndContinue(frame, Done, stopFrame(StopKind::User));
    case Request::Disable:
        return callAndContinue(frame, Done, stopFrame(StopKind::Disable));
    case Request::Restart:
        return callAndContinue(frame, RestartStopped, stopFrame(StopKind::User));
    case Request::Status:
        return callAndContinue(frame, StatusChecked, plainFrame(Handler::Status));
    case Request::Freeze:
        return finishWith(setFrozen(m, task.service, task.node, true));
    case Request::Unfreeze:
        return finishWith(setFrozen(m, task.service, task.node, false));
    case Request::Migrate:
    case Request::Inquiry:
        break;
    }
    return finishWith(ReturnCode::Invalid);
}

Step stepDispatch(Manager& m, Task& task, Frame& frame, ReturnCode result)
{
    switch (frame.step) {
    case Begin:
        return beginRequest(m, task, frame);
    case StatusChecked:
        if (result == ReturnCode::Success)
            return finishWith(result);
        return callAndContinue(frame, StatusStopped, stopFrame(StopKind::Recover));
    case StatusStopped:
        if (result != ReturnCode::Success || isCentral(m)) // there, the event decides
            return finishWith(result);
        return callAndContinue(frame, Done, plainFrame(Handler::Recover));
    case RestartStopped:
        if (result != ReturnCode::Success)
            return finishWith(result);
        return callAndContinue(frame, Done, startRequestFrame(Request::Restart));
    default: // Done
        return finishWith(result);
    }
}

Step stepFrame(Manager& m, Task& task, ReturnCode result)
{
    Frame& frame = task.top();
    switch (frame.handler) {
    case Handler::Dispatch:
        return stepDispatch(m, task, frame, result);
    case Handler::StartRequest:
        return stepStartRequest(m, task, frame, result);
    case Handler::RemoteStart:
        return stepRemoteStart(m, task, frame, result);
    case Handler::Start:
        return stepStart(m, task, frame, result);
    case Handler::Stop:
        return stepStop(m, task, frame, result);
    case Handler::Relocate:
        return stepRelocate(m, task, frame, result);
    case Handler::Status:
        return stepStatus(m, task, frame, result);
    case Handler::Recover:
        return stepRecover(m, task, frame, result);
    case Handler::TreeStart:
        return stepTreeStart(m, task, frame, result);
    case Handler::TreeStop:
        return stepTreeStop(m, task, frame, result);
    case Handler::TreeCheck:
    case Handler::ConditionalStop:
    case Handler::ConditionalStart:
        return stepTreeWalk(m, task, frame, result);
    case Handler::Migrate:
    case Handler::LocateMachine:
    case Handler::Inquiry:
        break;
    }
    ENSURE(false && "a handler without steps");
    return finishWith(ReturnCode::Invalid);
}

// Drives the task until it ends (its code) or has to wait (nothing).
std::optional<ReturnCode> runTask(Manager& m, Task& task)
{
    ReturnCode result = ReturnCode::Success;
    while (task.depth > 0) {
        const Step step = stepFrame(m, task, result);
        switch (step.flow) {
        case Step::Flow::Wait:
            return std::nullopt;
        case Step::Flow::Call:
            ENSURE(task.depth < Task::maxDepth);
            task.frames[task.depth++] = step.callee;
            break;
        case Step::Flow::Return:
            --task.depth;
            result = step.code;
            break;
        }
    }
    return result;
}

void forwardRequest(Manager& m, const Task& task)
{
    NodeIndex to = m.state.record(task.service).owner;
    if (task.request == Request::Enable && task.target != noNode)
        to = task.target;
    if (to == noNode || !m.world.canReach(task.node, to))
        return;
    QueuedRequest queued;
    queued.request = task.request;
    queued.target = task.target;
    queued.replyTo = task.replyTo;
    queueRequest(m, to, task.service, queued);
}

void addReplyRow(Manager& m, const Task& task, ReturnCode code)
{
    const bool tellsOwner = task.request == Request::Enable || task.request == Request::Restart ||
                            task.request == Request::Relocate;
    const bool worked = code == ReturnCode::Success || code == ReturnCode::Relocated;
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Reply;
    row.request = static_cast<std::uint8_t>(task.request);
    row.node = task.node;
    row.owner = tellsOwner && worked ? task.newOwner : noNode;
    row.service = task.service;
    row.code = static_cast<std::int32_t>(code);
    m.log.add(row);
}

void finishRequest(Manager& m, Worker& worker, const Task& task, ReturnCode code)
{
    const bool isStop = task.request == Request::Stop || task.request == Request::StopUser ||
                        task.request == Request::Disable;
    if (isStop && code == ReturnCode::Success)
        dropQueuedStatus(m.state, worker);
    if (code == ReturnCode::Forward) {
        forwardRequest(m, task);
        return;
    }
    if (leavesReply(task.request) && !isCentral(m))
        addReplyRow(m, task, code);
    answerAsker(m, task.replyTo, task.service, task.node, code);
}

bool canBeFutile(const Manager& m)
{
    return m.decisions == nullptr && !m.cluster.anyDepend && !m.cluster.anyMachine &&
           m.state.missingRecords == 0;
}

// A start that node events queue over and over mostly finds nothing to do; seeing that needs no
// task, and settles all its repetitions at once.
bool isFutileStart(Manager& m, NodeIndex node, ServiceIndex service)
{
    if (!canBeFutile(m))
        return false;
    const ServiceRecord& record = m.state.record(service);
    const RecordAdvice byRecord =
        adviseStart(record, Request::Start, node, m.view(node), isLocked(m, node));
    if (byRecord.goOn || (byRecord.code != ReturnCode::Run && byRecord.code != ReturnCode::Frozen))
        return false;
    if (!m.cluster.anyExclusive)
        return true; // whatever the domain says, the answer changes nothing
    const NodeSet& view = m.view(node);
    const RequestAdvice byDomain =
        adviseStartRequest(m.cluster, service, Request::Start, record, node, view,
                           ServiceCounts(m.cluster, m.state, view), true);
    return byDomain.action != RequestAction::Relocate;
}

Task makeTask(ManagerState& state, NodeIndex node, ServiceIndex service,
              const QueuedRequest& request)
{
    Task task;
    task.node = node;
    task.service = service;
    task.request = request.request;
    task.target = request.target;
    task.replyTo = request.replyTo;
    task.number = state.nextTaskNumber++;
    task.frames[task.depth++] = plainFrame(Handler::Dispatch);
    return task;
}

} // namespace

namespace {

// The task that the worker goes on with: the one it had put aside, or one for its next request
// that has something to do. Returns false if there is none.
bool nextTask(Manager& m, NodeIndex node, ServiceIndex service, Task& task)
{
    Worker& worker = m.state.worker(node, service);
    if (worker.task >= 0) {
        const std::int32_t stored = worker.task;
        task = m.state.tasks[static_cast<std::size_t>(stored)];
        m.state.tasks[static_cast<std::size_t>(stored)].depth = 0; // its walks live on in task
        freeTask(m.state, stored);
        worker.task = -1;
        return true;
    }
    while (worker.hasRequests()) {
        if (firstRequest(m.state, worker) == Request::Start && isFutileStart(m, node, service)) {
            dropFirstRequest(m.state, worker);
            continue;
        }
        task = makeTask(m.state, node, service, takeRequest(m.state, worker));
        worker.current = task.request;
        return true;
    }
    return false;
}

void runWorker(Manager& m, NodeIndex node, ServiceIndex service)
{
    Worker& worker = m.state.worker(node, service);
    worker.phase = WorkerPhase::Running;
    Task task;
    while (nextTask(m, node, service, task)) {
        const std::optional<ReturnCode> code = runTask(m, task);
        if (!code) {
            worker.task = storeTask(m.state, task);
            worker.phase = WorkerPhase::Suspended;
            return;
        }
        finishRequest(m, worker, task, *code);
    }
    worker.phase = WorkerPhase::Idle;
}

// The bulk of all starts: the record says started, by a node that is online. Only where neither
// exclusiveness nor dependencies nor reasons matter; isFutileStart() knows the rest.
bool isPlainlyFutile(const ServiceRecord& record, NodeIndex node, const NodeSet& view)
{
    return record.state == ServiceState::Started &&
           (record.owner == node || view.contains(record.owner));
}

} // namespace

void runWorkers(Manager& m, NodeIndex node, ServiceIndex first, std::int32_t count)
{
    const NodeSet view = m.view(node);
    const bool isPlain = canBeFutile(m) && !m.cluster.anyExclusive;
    for (ServiceIndex service = first; service < first + count; ++service) {
        Worker& worker = m.state.worker(node, service);
        if (isPlain && worker.task < 0 && worker.firstRequest < 0 &&
            isPlainlyFutile(m.state.record(service), node, view)) {
            worker.leadingStarts = 0;
            worker.phase = WorkerPhase::Idle;
            continue;
        }
        runWorker(m, node, service);
    }
}

ReturnCode setFrozen(Manager& m, ServiceIndex service, NodeIndex node, bool frozen)
{
    ServiceRecord& record = readRecord(m, service, node);
    if (record.state != ServiceState::Stopped && record.state != ServiceState::Started &&
        record.state != ServiceState::Disabled)
        return ReturnCode::Again;
    record.frozen = frozen;
    writeRecord(m, service, node);
    return ReturnCode::Success;
}

ReturnCode stopAtOnce(Manager& m, ServiceIndex service, NodeIndex node)
{
    Task task;
    task.node = node;
    task.service = service;
    task.request = Request::Stop;
    task.frames[task.depth++] = stopFrame(StopKind::Plain);
    const std::optional<ReturnCode> code = runTask(m, task);
    ENSURE(code.has_value());
    return *code;
}

} // namespace rgsim
