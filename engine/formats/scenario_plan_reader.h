// Reads the parts of a scenario file that say what happens: events, faults and failure rates.
#pragma once

#include "formats/json_input.h"
#include "formats/scenario_references.h"
#include "world/fault_plan.h"

namespace rgsim {

/// The plan in @p scenario, the file's outermost object. Where no node is booted and
/// there is no "start", all nodes boot together at 0. Problems go to the cursor's report.
FaultPlan readFaultPlan(const JsonObjectCursor& scenario, const ScenarioReferences& references);

/// A plan in which all nodes boot together at 0 and nothing else happens.
FaultPlan bootAllNodes(const Cluster& cluster);

} // namespace rgsim
