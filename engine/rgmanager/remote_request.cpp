#include "rgmanager/remote_request.h"

#include "central/event_master.h"
#include "rgmanager/run_queue.h"

#include <algorithm>

namespace rgsim {

bool askRemoteStart(Manager& m, Task& task, Request request, NodeIndex target)
{
    task.waitNumber = m.state.nextTaskNumber++;
    if (!m.view(task.node).contains(target)) { // known to be down: there is no connection
        task.answer = ReturnCode::Fail;
        return false;
    }
    if (m.world.canReach(task.node, target) && m.world.node(target).managerRuns) {
        if (isRelocating(m.state.worker(target, task.service))) {
            task.answer = ReturnCode::Deadlock;
            return false;
        }
        if (m.world.node(target).isLeaving) {
            task.answer = ReturnCode::Fail;
            return false;
        }
        QueuedRequest queued;
        queued.request = request;
        queued.replyTo = {task.node, task.waitNumber};
        queueRequest(m, target, task.service, queued);
    }
    // A node that is dead but not yet known to be dead never answers; see cancelRemoteRequests().
    task.waitsFor = target;
    return true;
}

void answerAsker(Manager& m, const ReplyTo& replyTo, ServiceIndex service, NodeIndex from,
                 ReturnCode code)
{
    if (replyTo.node == noNode || !m.world.canReach(from, replyTo.node))
        return;
    if (answerScript(m, replyTo.node, replyTo.waitNumber, code))
        return;
    const Worker& worker = m.state.worker(replyTo.node, service);
    if (worker.task < 0)
        return;
    Task& task = m.state.tasks[static_cast<std::size_t>(worker.task)];
    if (task.waitsFor != from || task.waitNumber != replyTo.waitNumber)
        return;
    task.answer = code;
    task.waitsFor = noNode;
    wakeWorker(m, replyTo.node, service, task.number);
}

void cancelRemoteRequests(Manager& m, NodeIndex node, const NodeSet& askers)
{
    std::vector<Task*> waiting;
    for (Task& task : m.state.tasks) {
        if (task.isUsed && task.waitsFor == node && askers.contains(task.node))
            waiting.push_back(&task);
    }
    std::sort(waiting.begin(), waiting.end(),
              [](const Task* a, const Task* b) { return a->waitNumber < b->waitNumber; });
    for (Task* task : waiting) {
        m.say(task->node, Message::TargetDown, task->service, node);
        task->answer = ReturnCode::Fail;
        task->waitsFor = noNode;
        wakeWorker(m, task->node, task->service, task->number);
    }
    for (const NodeIndex asker : askers) {
        if (m.state.central.nodes.empty())
            break;
        const EventTask& task = m.state.central.nodes[static_cast<std::size_t>(asker)].task;
        if (task.waits && task.waitsFor == node)
            answerScript(m, asker, task.waitNumber, ReturnCode::Fail);
    }
}

} // namespace rgsim
