// A node's worker for one service: takes requests from its queue and drives their handlers until
// they are done or have to wait. rgmanager: resgroup_thread_main.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// Carries out a runnable activity of kind Worker: continues the request in progress, if any, then
/// takes waiting requests one after the other.
void runWorker(Manager& m, NodeIndex node, ServiceIndex service);

} // namespace rgsim
