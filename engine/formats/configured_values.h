// What of a resource has to be written down so that reading it gives the same again: attributes
// that differ from the agent's defaults, checks that <action> elements changed. Both the scenario
// and the cluster.conf writer ask here; it knows neither format.
#pragma once

#include "cluster/cluster.h"

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// Those of @p attributes that are not at the agent's default, without the one that names the
/// resource and without rgmanager's own (`__…`).
std::vector<std::pair<std::string, std::string>>
configuredAttributes(const ResourceType& type,
                     const std::vector<std::pair<std::string, std::string>>& attributes);

/// The checks that are not as the agent has them.
std::vector<StatusAction> configuredChecks(const TreeNode& node);

} // namespace rgsim
