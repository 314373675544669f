// Skips a stretch of a run in which nothing happens but status checks that pass. The state after it
// is the one that all the skipped scans would have left.
#pragma once

#include "cluster/cluster.h"
#include "rgmanager/manager_state.h"
#include "world/fault_plan.h"
#include "world/script_faults.h"
#include "world/world.h"

namespace rgsim {

/// Skips all scans before @p horizon if every check in them is bound to pass without leaving a row,
/// and returns true; else changes nothing and returns false. Requires that nothing is runnable.
bool skipQuietScans(const Cluster& cluster, const FaultPlan& plan, World& world,
                    ManagerState& manager, SimTime horizon);

} // namespace rgsim
