// Who does what next at one instant: the runnable list and the workers' queues of requests. Puts
// things in line; carries nothing out.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// @p nodes in the order in which they act when all hear of something at once.
std::vector<NodeIndex> actingOrder(Manager& m, const NodeSet& nodes);

/// Appends to the runnable list; the node's present incarnation is filled in.
void addActivity(Manager& m, Activity activity);

/// True while the worker carries out a RELOCATE request (not a relocation inside another one).
bool isRelocating(const Worker& worker);

/// Queues a request for @p node's worker of @p service and makes an idle worker runnable. A request
/// to a node without a running manager, or to a worker that carries out RELOCATE, is dropped.
/// Returns false if it was dropped.
bool queueRequest(Manager& m, NodeIndex node, ServiceIndex service, QueuedRequest request);

/// The kind of the request that takeRequest() would return next. Requires that there is one.
inline Request firstRequest(const ManagerState& state, const Worker& worker)
{
    return worker.leadingStarts > 0
               ? Request::Start
               : state.requests[static_cast<std::size_t>(worker.firstRequest)].request;
}

/// Takes the first waiting request, one of its repetitions at a time. Requires that there is one.
QueuedRequest takeRequest(ManagerState& state, Worker& worker);

/// queueRequest() of a plain START, for those who ask for thousands of them.
void queuePlainStart(Manager& m, NodeIndex node, ServiceIndex service);

/// Forgets all repetitions of the request that takeRequest() would return next.
void dropFirstRequest(ManagerState& state, Worker& worker);

/// Drops waiting STATUS requests, as after a successful stop.
void dropQueuedStatus(ManagerState& state, Worker& worker);

/// Forgets all that waits for the worker or is in progress on it, without any effect.
void clearWorker(ManagerState& state, Worker& worker);

/// Keeps a task that has to wait; returns its place.
std::int32_t storeTask(ManagerState& state, const Task& task);
/// Gives up a task's place and the memos of its walks.
void freeTask(ManagerState& state, std::int32_t place);

/// Makes the suspended worker of (@p node, @p service) runnable if its task still is number
/// @p taskNumber. Returns false if it is not.
bool wakeWorker(Manager& m, NodeIndex node, ServiceIndex service, std::uint64_t taskNumber);

} // namespace rgsim
