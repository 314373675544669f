// When nothing goes on in a cluster but checks that pass: then it stays as it is until something
// happens to it. Looks at the state only; changes nothing.
#pragma once

#include "simulation/scenario.h"
#include "simulation/simulation.h"

namespace rgsim {

/// Whether @p record's service is checked by its owner at all: it is started there, not frozen, and
/// the owner's manager runs.
bool isChecked(const ServiceRecord& record, const World& world);

/// Whether @p node has any status check that is ever run.
bool hasAnyCheck(const TreeNode& node);

/// Whether every check of every service that is checked passes as long as nothing happens. Faults
/// of status scripts are not looked at.
bool allChecksPass(const Cluster& cluster, const World& world, const ManagerState& manager);

/// Whether an item of the queue still means something: a stale one will do nothing when its turn
/// comes. Random failures and repairs always do.
bool isCurrent(const QueueItem& item, const World& world, const ManagerState& manager);

/// True if the state of @p simulation changes no more, but for the clocks of checks, until an event
/// of the plan or a random failure: no request is under way, nothing is about to happen, and all
/// checks pass. Status faults of the plan count while they are active.
bool isAtRest(const Simulation& simulation);

} // namespace rgsim
