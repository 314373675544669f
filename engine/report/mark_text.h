// What a mark of the timeline means, as a sentence for people. Words only: which marks there are is
// analysis' business, and how they are drawn that of pictures.
#pragma once

#include "analysis/timeline.h"
#include "cluster/cluster.h"
#include "world/fault_plan.h"

#include <string>
#include <vector>

namespace rgsim {

/// "service:meow went from node1 to node3", "the check of script:meow failed on node1"; full names,
/// no end of sentence. @p events are the plan's, in order (eventsInOrder()).
std::string markText(const Cluster& cluster, const Mark& mark,
                     const std::vector<PlanEvent>& events);

} // namespace rgsim
