#include "rgmanager/run_queue.h"

#include "base/ensure.h"

#include <algorithm>

namespace rgsim {

namespace {

QueuedRequest& entryAt(ManagerState& state, std::int32_t place)
{
    return state.requests[static_cast<std::size_t>(place)];
}

std::int32_t allocateEntry(ManagerState& state, const QueuedRequest& request)
{
    if (state.freeRequest < 0) {
        state.requests.push_back(request);
        return static_cast<std::int32_t>(state.requests.size()) - 1;
    }
    const std::int32_t place = state.freeRequest;
    state.freeRequest = entryAt(state, place).next;
    entryAt(state, place) = request;
    return place;
}

void freeEntry(ManagerState& state, std::int32_t place)
{
    entryAt(state, place).next = state.freeRequest;
    state.freeRequest = place;
}

// A node event makes every node ask for every start again and again: equal ones share an entry.
bool joinsLast(ManagerState& state, const Worker& worker, const QueuedRequest& request)
{
    if (request.request != Request::Start || worker.lastRequest < 0)
        return false;
    QueuedRequest& last = entryAt(state, worker.lastRequest);
    if (last.request != Request::Start || last.target != request.target)
        return false;
    ++last.repeat;
    return true;
}

} // namespace

std::vector<NodeIndex> actingOrder(Manager& m, const NodeSet& nodes)
{
    std::vector<NodeIndex> order =
        arbitrationOrder(nodes, m.arbitration, m.world.arbitrationStream);
    if (m.choices == nullptr)
        return order;
    std::vector<OrderCandidate> left;
    for (const NodeIndex node : order)
        left.push_back({node, std::nullopt, noService});
    for (NodeIndex& next : order) {
        const std::size_t taken = m.choices->choose(m.world, left);
        next = left[taken].node;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(taken));
    }
    return order;
}

bool isRelocating(const Worker& worker)
{
    const bool isBusy = worker.phase == WorkerPhase::Running || worker.task >= 0;
    return isBusy && worker.current == Request::Relocate;
}

void addActivity(Manager& m, Activity activity)
{
    activity.incarnation = m.world.node(activity.node).incarnation;
    m.state.runnable.push_back(activity);
}

namespace {

// A neighbour of the worker that became runnable just before joins its entry.
void makeRunnable(Manager& m, Worker& worker, NodeIndex node, ServiceIndex service)
{
    worker.phase = WorkerPhase::Runnable;
    const std::uint32_t incarnation = m.world.node(node).incarnation;
    if (!m.state.isQuiet()) {
        Activity& last = m.state.runnable.back();
        if (last.kind == ActivityKind::Worker && last.node == node &&
            last.incarnation == incarnation && last.service + last.count == service) {
            ++last.count;
            return;
        }
    }
    Activity activity;
    activity.node = node;
    activity.service = service;
    addActivity(m, activity);
}

bool isPlainStart(const QueuedRequest& request)
{
    return request.request == Request::Start && request.target == noNode;
}

} // namespace

bool queueRequest(Manager& m, NodeIndex node, ServiceIndex service, QueuedRequest request)
{
    if (!m.world.node(node).managerRuns)
        return false;
    Worker& worker = m.state.worker(node, service);
    if (isRelocating(worker))
        return false;
    if (isPlainStart(request) && worker.firstRequest < 0) {
        ++worker.leadingStarts;
    } else if (!joinsLast(m.state, worker, request)) {
        request.next = -1;
        const std::int32_t place = allocateEntry(m.state, request);
        if (worker.lastRequest < 0)
            worker.firstRequest = place;
        else
            entryAt(m.state, worker.lastRequest).next = place;
        worker.lastRequest = place;
    }
    if (request.request == Request::Status)
        worker.statusQueued = 1;
    if (worker.phase == WorkerPhase::Idle)
        makeRunnable(m, worker, node, service);
    return true;
}

void queuePlainStart(Manager& m, NodeIndex node, ServiceIndex service)
{
    Worker& worker = m.state.worker(node, service);
    const bool isSimple = worker.firstRequest < 0 && worker.task < 0 &&
                          worker.phase != WorkerPhase::Running && m.world.node(node).managerRuns;
    if (!isSimple) {
        queueRequest(m, node, service, {});
        return;
    }
    ++worker.leadingStarts;
    if (worker.phase == WorkerPhase::Idle)
        makeRunnable(m, worker, node, service);
}

QueuedRequest takeRequest(ManagerState& state, Worker& worker)
{
    if (worker.leadingStarts > 0) {
        --worker.leadingStarts;
        return {};
    }
    ENSURE(worker.firstRequest >= 0);
    QueuedRequest& first = entryAt(state, worker.firstRequest);
    const QueuedRequest taken = first;
    if (taken.repeat > 1)
        --first.repeat;
    else
        dropFirstRequest(state, worker);
    return taken;
}

void dropFirstRequest(ManagerState& state, Worker& worker)
{
    if (worker.leadingStarts > 0) {
        worker.leadingStarts = 0;
        return;
    }
    const std::int32_t place = worker.firstRequest;
    if (entryAt(state, place).request == Request::Status)
        worker.statusQueued = 0;
    worker.firstRequest = entryAt(state, place).next;
    if (worker.firstRequest < 0)
        worker.lastRequest = -1;
    freeEntry(state, place);
}

void dropQueuedStatus(ManagerState& state, Worker& worker)
{
    if (worker.statusQueued == 0)
        return;
    std::int32_t previous = -1;
    for (std::int32_t place = worker.firstRequest; place >= 0;) {
        const std::int32_t next = entryAt(state, place).next;
        if (entryAt(state, place).request == Request::Status) {
            if (previous < 0)
                worker.firstRequest = next;
            else
                entryAt(state, previous).next = next;
            if (worker.lastRequest == place)
                worker.lastRequest = previous;
            freeEntry(state, place);
        } else {
            previous = place;
        }
        place = next;
    }
    worker.statusQueued = 0;
}

void clearWorker(ManagerState& state, Worker& worker)
{
    while (worker.hasRequests())
        dropFirstRequest(state, worker);
    if (worker.task >= 0)
        freeTask(state, worker.task);
    worker = Worker{};
}

std::int32_t storeTask(ManagerState& state, const Task& task)
{
    const auto from = std::min(state.tasks.size(), state.firstFreeTask);
    const auto free = std::find_if(state.tasks.begin() + static_cast<std::ptrdiff_t>(from),
                                   state.tasks.end(), [](const Task& t) { return !t.isUsed; });
    state.firstFreeTask = static_cast<std::size_t>(free - state.tasks.begin()) + 1;
    if (free == state.tasks.end()) {
        state.tasks.push_back(task);
        state.tasks.back().isUsed = true;
        return static_cast<std::int32_t>(state.tasks.size()) - 1;
    }
    *free = task;
    free->isUsed = true;
    return static_cast<std::int32_t>(free - state.tasks.begin());
}

void freeTask(ManagerState& state, std::int32_t place)
{
    Task& task = state.tasks[static_cast<std::size_t>(place)];
    for (std::size_t i = 0; i < task.depth; ++i) {
        const Frame& frame = task.frames[i];
        const bool isWalk = frame.handler == Handler::TreeCheck ||
                            frame.handler == Handler::ConditionalStop ||
                            frame.handler == Handler::ConditionalStart;
        if (isWalk && frame.position > 0)
            state.walks[static_cast<std::size_t>(frame.position - 1)] = WalkMemo{};
    }
    task.isUsed = false;
    state.firstFreeTask = std::min(state.firstFreeTask, static_cast<std::size_t>(place));
    while (!state.tasks.empty() && !state.tasks.back().isUsed)
        state.tasks.pop_back();
}

bool wakeWorker(Manager& m, NodeIndex node, ServiceIndex service, std::uint64_t taskNumber)
{
    Worker& worker = m.state.worker(node, service);
    if (worker.phase != WorkerPhase::Suspended || worker.task < 0 ||
        m.state.tasks[static_cast<std::size_t>(worker.task)].number != taskNumber)
        return false;
    makeRunnable(m, worker, node, service);
    return true;
}

} // namespace rgsim
