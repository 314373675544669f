// Writes a fault plan as the "events", "faults" and "rates" of a scenario file.
#pragma once

#include "cluster/cluster.h"
#include "formats/json_output.h"
#include "world/fault_plan.h"

namespace rgsim {

/// Appends those of the three members that are not empty to @p scenario. A plan in which no node is
/// ever booted is written with a boot of nobody if the run begins cold, without a state.
void writeFaultPlan(const FaultPlan& plan, const Cluster& cluster, bool beginsCold,
                    JsonNode& scenario);

// One element of the lists, as it stands in a file.
JsonNode writeEvent(const PlanEvent& event, const Cluster& cluster);
JsonNode writeFault(const ScriptFault& fault, const Cluster& cluster);
JsonNode writeFault(const FenceFault& fault, const Cluster& cluster);

} // namespace rgsim
