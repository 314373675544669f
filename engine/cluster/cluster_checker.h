// Judges what a Cluster means: names that lead nowhere, domains and rules that cannot be kept,
// votes that never make a quorum. It changes nothing and reads no file; form is formats/' business.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"

namespace rgsim {

/// All problems at once, with the lines of Cluster::sourceFile. An error is something that can
/// never work as described (a service that cannot run anywhere, rules that contradict each other, a
/// breach of limits.h); a warning is something that rgmanager takes differently from what it looks
/// like; a note is a hint. Except for limits and names that are used twice, a cluster with errors
/// can still be simulated: that is how to see what comes of it. @p cluster must be finished.
Diagnostics checkCluster(const Cluster& cluster);

} // namespace rgsim
