// Asking another node's worker to start a service and bringing back the answer.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// Sends @p request to @p target for the task's service. Returns false if the answer is there at
/// once (task.answer: the asked worker is busy with RELOCATE, its node is down or shutting down);
/// otherwise the task must wait. rgmanager: svc_start_remote.
bool askRemoteStart(Manager& m, Task& task, Request request, NodeIndex target);

/// Gives @p code to whoever waits for a request that has just ended on @p from.
void answerAsker(Manager& m, const ReplyTo& replyTo, ServiceIndex service, NodeIndex from,
                 ReturnCode code);

/// Wakes everybody who waits for an answer of @p node, in the order in which they began to wait,
/// with RG_EFAIL. Called when @p node is known to be down. Only askers in @p askers are woken.
void cancelRemoteRequests(Manager& m, NodeIndex node, const NodeSet& askers);

} // namespace rgsim
