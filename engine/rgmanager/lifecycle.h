// A node's manager comes, goes, loses quorum: what that does to rgmanager's own state and who gets
// to look at the services because of it. Membership itself is decided elsewhere.
#pragma once

#include "rgmanager/manager.h"

#include <vector>

namespace rgsim {

/// The managers on @p newNodes start: views are set by the caller. Every member looks at all
/// services once for each newcomer, and each newcomer's scans begin. rgmanager: node_event.
void managersStarted(Manager& m, const std::vector<NodeIndex>& newNodes, const NodeSet& all);

/// The manager on @p node is gone with its queues, requests in progress, counters and check times.
/// If none is left anywhere the records are forgotten, too.
void managerGone(Manager& m, NodeIndex node);

/// @p survivors hear that @p node is out: who waits for its answer is told, then each evaluates.
void nodeDeclaredDown(Manager& m, NodeIndex node, const NodeSet& survivors);

/// Everything that runs on @p node is stopped at once, without asking the records; then its
/// manager is gone. rgmanager: "Emergency stop" (rg_doall on loss of quorum).
void emergencyStop(Manager& m, NodeIndex node);

/// Begins an orderly end of @p node's manager: its services are stopped one by one, and from now on
/// it starts none. rgmanager: rg_lockall, rg_doall.
void beginLeaving(Manager& m, NodeIndex node);

/// Queues a stop for each service that @p node still has by its record and could stop; false if
/// there is none.
bool stopRemainingServices(Manager& m, NodeIndex node);

/// True while a worker of @p node has something to do.
bool hasWork(const ManagerState& state, NodeIndex node);

/// Gives an administrator's request to @p via; lost if no manager runs there.
void submitAdminRequest(Manager& m, NodeIndex via, ServiceIndex service, Request request,
                        NodeIndex target);

/// Carries out everything that is runnable, first come first served, until nothing is.
void runUntilQuiet(Manager& m);

} // namespace rgsim
