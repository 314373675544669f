// Reads and writes the groups of a scenario file: instances behind a load balancer.
#pragma once

#include "cluster/balanced_group.h"
#include "formats/json_input.h"
#include "formats/json_output.h"
#include "formats/scenario_references.h"

#include <vector>

namespace rgsim {

/// The groups in @p scenario, the file's outermost object. Problems go to the cursor's report.
std::vector<BalancedGroup> readGroups(const JsonObjectCursor& scenario,
                                      const ScenarioReferences& references);

/// Adds them to @p scenario, if there are any.
void writeGroups(const std::vector<BalancedGroup>& groups, const Cluster& cluster,
                 JsonNode& scenario);

} // namespace rgsim
