// A node's worker for one service: takes requests from its queue and drives their handlers until
// they are done or have to wait. rgmanager: resgroup_thread_main.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// Carries out a runnable activity of kind Worker: each of @p count workers of @p node, from that
/// of
/// @p first on, continues its request in progress, if any, then takes waiting requests one after
/// the other.
void runWorkers(Manager& m, NodeIndex node, ServiceIndex first, std::int32_t count);

/// What FREEZE and UNFREEZE do, on @p node.
ReturnCode setFrozen(Manager& m, ServiceIndex service, NodeIndex node, bool frozen);

/// A plain stop by @p node itself, outside of any worker. Requires that the record's owner is not
/// online: then nothing has to be waited for.
ReturnCode stopAtOnce(Manager& m, ServiceIndex service, NodeIndex node);

} // namespace rgsim
