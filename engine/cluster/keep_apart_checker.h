// The part of cluster_checker that is about services which must not share a node: guards in init
// scripts and keep-apart rules. It judges the description only; what a run does to it is measured
// elsewhere.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"

namespace rgsim {

/// Guards: collisions that name no service, the service itself, or only one way round; no script
/// that could ask; recovery that never leaves the node. Rules: fewer than two services, one twice,
/// and services that have too few nodes to be apart on, even with every node up.
void checkKeepApart(const Cluster& cluster, Diagnostics& diagnostics);

} // namespace rgsim
