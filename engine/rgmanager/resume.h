// Managers that have been at work for a while when a run begins: their records are given, services
// run, and checks are due one interval later. Nothing is decided here.
#pragma once

#include "base/node_set.h"
#include "rgmanager/manager.h"

#include <functional>
#include <vector>

namespace rgsim {

/// @p managers already run and have their views. Each of @p records that exists becomes a record
/// with its row, unless there are no managers; each service runs as a whole where @p placesOf says.
/// The owner of one that is started takes it for started in all its parts.
void resumeManagers(Manager& m, const NodeSet& managers, const std::vector<ServiceRecord>& records,
                    const std::function<NodeSet(ServiceIndex)>& placesOf);

} // namespace rgsim
