// The rows of a run log as JSON objects, each with only the members that mean something for its
// kind. A part of run_json.
#pragma once

#include "cluster/cluster.h"
#include "report/json_text.h"
#include "world/run_log.h"

#include <string_view>

namespace rgsim {

void writeTraceRow(JsonText& json, const Cluster& cluster, const LogRow& row);

/// "name": the node's, service's or resource's name, or null where there is none.
void writeNode(JsonText& json, std::string_view key, const Cluster& cluster, NodeIndex node);
void writeService(JsonText& json, std::string_view key, const Cluster& cluster,
                  ServiceIndex service);
void writeResource(JsonText& json, const Cluster& cluster, ResourceIndex resource);

} // namespace rgsim
