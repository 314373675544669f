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

} // namespace rgsim
