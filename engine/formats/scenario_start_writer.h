// Writes the state in which a run begins as the "start" of a scenario file.
#pragma once

#include "cluster/cluster.h"
#include "formats/json_output.h"
#include "simulation/start_state.h"

namespace rgsim {

/// Names in full, in the cluster's order; defaults and services without a record are left out.
JsonNode writeStartState(const StartState& start, const Cluster& cluster);

} // namespace rgsim
