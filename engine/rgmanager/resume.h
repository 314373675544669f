// Managers that have been at work for a while when a run begins: their records are given, services
// run, and checks are due one interval later. Nothing is decided here.
#pragma once

#include "base/node_set.h"
#include "rgmanager/manager.h"

#include <vector>

namespace rgsim {

/// @p managers already run and have their views. Each of @p records that exists becomes a record
/// with its row; a service that is started by it runs as a whole on its owner if that is one of
/// @p members.
void resumeManagers(Manager& m, const NodeSet& managers, const NodeSet& members,
                    const std::vector<ServiceRecord>& records);

} // namespace rgsim
