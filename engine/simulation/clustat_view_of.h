// What clustat would see on a node at an instant of a run: the bridge from the manager's records to
// the guard and to everything that prints clustat's tables.
#pragma once

#include "cluster/cluster.h"
#include "guard/clustat_view.h"
#include "rgmanager/manager_state.h"
#include "world/world.h"

namespace rgsim {

/// The view from @p node (noNode: from nowhere in particular, all nodes as the managers see them).
ClustatView clustatViewOf(const Cluster& cluster, const World& world, const ManagerState& state,
                          NodeIndex node);

/// clustat works on members only; on any other node it finds no cluster to ask.
bool clustatWorksOn(const World& world, NodeIndex node);

/// Where somebody who does not care for the node runs clustat: on the first one whose manager runs,
/// else on the first member; noNode if there is none.
NodeIndex firstNodeForClustat(const World& world);

} // namespace rgsim
