// How often a node has restarted a service lately. rgmanager: restart_counter.c.
#pragma once

#include "cluster/cluster.h"
#include "rgmanager/manager_state.h"

namespace rgsim {

/// Drops expired restarts of @p service on @p node, then says whether max_restarts is reached.
/// False for a service that does not count restarts.
bool isRestartLimitReached(ManagerState& state, const Cluster& cluster, NodeIndex node,
                           ServiceIndex service, SimTime now);
void countRestart(ManagerState& state, const Cluster& cluster, NodeIndex node, ServiceIndex service,
                  SimTime now);
void clearRestarts(ManagerState& state, NodeIndex node, ServiceIndex service);

} // namespace rgsim
