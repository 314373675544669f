// Which of several nodes gets a service. Pure. rgmanager: best_target_node.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "cluster/cluster.h"
#include "rgmanager/decision.h"
#include "rgmanager/manager_state.h"

#include <vector>

namespace rgsim {

/// The best node for @p service among @p allowed, which also is the list that scores are taken
/// from. @p owner is skipped (unless noNode) and is the answer if nobody qualifies. Among equals
/// the highest id wins. If @p candidates is not null, it receives every allowed node with its score
/// and what ruled it out.
NodeIndex chooseTarget(const Cluster& cluster, const ManagerState& state, ServiceIndex service,
                       const NodeSet& allowed, NodeIndex owner,
                       std::vector<Candidate>* candidates = nullptr);

} // namespace rgsim
