// Reads and writes the properties of a scenario file: what must hold whatever fails.
#pragma once

#include "formats/cluster_names.h"
#include "formats/json_input.h"
#include "formats/json_output.h"
#include "simulation/property.h"

#include <string>
#include <vector>

namespace rgsim {

/// The property that @p text says (see readProperty()) of the services of @p names, full or without
/// "service:". Problems have no place.
Result<Property> propertyFrom(const std::string& text, const ClusterNames& names);

/// The properties in @p scenario, the file's outermost object. Problems go to the cursor's report.
std::vector<Property> readProperties(const JsonObjectCursor& scenario, const ClusterNames& names);

/// Adds them to @p scenario, if there are any.
void writeProperties(const std::vector<Property>& properties, const Cluster& cluster,
                     JsonNode& scenario);

} // namespace rgsim
