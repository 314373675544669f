// Reads the "cluster" object of a scenario file. The object is turned into cluster.conf text and
// read by cluster_conf_reader, so that both forms mean exactly the same.
#pragma once

#include "cluster/cluster.h"
#include "formats/json_input.h"

#include <memory>
#include <optional>

namespace rgsim {

/// The cluster, with lines of the JSON text; nothing if anything in it is wrong. Problems go to the
/// cursor's report.
std::optional<Cluster> readInlineCluster(const JsonCursor& cursor,
                                         const std::shared_ptr<const ResourceTypes>& types);

} // namespace rgsim
