// Writes a Cluster as the "cluster" object of a scenario file, which readInlineCluster() reads back
// as the same cluster. What cluster.conf does not know (guards, times) is written elsewhere.
#pragma once

#include "cluster/cluster.h"
#include "formats/json_output.h"

namespace rgsim {

/// Members that have their default value are left out. rgmanager-ignored parts of a cluster.conf
/// (unused definitions of services, unknown elements) are not in a Cluster and so are lost.
JsonNode writeInlineCluster(const Cluster& cluster);

} // namespace rgsim
