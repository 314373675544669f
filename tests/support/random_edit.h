// Random changes of a cluster as an administrator or an editor makes them, for property tests of
// whatever compares or brings in line two clusters.
#pragma once

#include "base/random_stream.h"
#include "cluster/cluster.h"

namespace rgsim::support {

/// One change that a cluster.conf can say: a value, a name, an order, something added, removed or
/// put elsewhere. @p cluster stays consistent and finished.
void editAtRandom(Cluster& cluster, RandomStream& stream);

} // namespace rgsim::support
