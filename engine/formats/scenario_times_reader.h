// Reads the "times" of a scenario file: how long things take that cluster.conf does not know.
#pragma once

#include "cluster/cluster.h"
#include "formats/json_input.h"
#include "formats/scenario_references.h"

namespace rgsim {

/// Sets the times in @p cluster. The more specific wins: all scripts, one service, one resource in
/// one service; all nodes, one node. Problems go to the cursor's report.
void readTimes(const JsonCursor& cursor, const ScenarioReferences& references, Cluster& cluster);

} // namespace rgsim
