// Central processing: one node, the event master, runs scripts on what happens; the others drop
// their events. rgmanager: event_master(), slang_process_event().
#pragma once

#include "central/central_state.h"
#include "rgmanager/manager.h"

namespace rgsim {

/// Whether scripts decide instead of each node for itself: the cluster says so, and there is
/// somebody who runs them.
inline bool isCentral(const Manager& m)
{
    return m.scripts != nullptr && m.cluster.processing == Processing::Central;
}

/// Puts an event into @p node's queue; an idle queue becomes runnable.
void addEvent(Manager& m, NodeIndex node, const CentralEvent& event);

/// An administrator's request, given to the manager on @p via.
void addUserEvent(Manager& m, NodeIndex via, ServiceIndex service, Request request,
                  NodeIndex target);

/// Works on @p node's queue until it is empty or a script has to wait.
void runEventQueue(Manager& m, NodeIndex node);

/// Gives @p code to the script that waits with number @p waitNumber on @p node. False: none does.
bool answerScript(Manager& m, NodeIndex node, std::uint64_t waitNumber, ReturnCode code);

/// The manager of @p node has ended: its queue, and its mastership, are gone.
void forgetEvents(Manager& m, NodeIndex node);

} // namespace rgsim
