// Reads resource-types.json: what the resource agents say about themselves. It must not know any
// type by name; what is special about a service or a vm is the business of cluster_conf_reader.
#pragma once

#include "base/diagnostic.h"
#include "cluster/resource_type.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <string>

namespace rgsim {

/// Reads the text of a resource-types.json. @p fileName is only used in messages. Problems are
/// reported with their line where the JSON is broken, else with a path such as "fs.actions[2]".
Result<ResourceTypes> readResourceTypes(const QByteArray& json, const std::string& fileName);

/// The types that come with the program, read once. Never null.
std::shared_ptr<const ResourceTypes> builtinResourceTypes();

/// A span as agents and cluster.conf write it: "30", "30s", "5m", "1h", "2d" or a sequence such as
/// "1m30s". Nothing if @p text is anything else, negative or longer than limits::maxSeconds.
/// rgmanager: expand_time.
std::optional<SimDuration> parseTimeSpan(const std::string& text);

} // namespace rgsim
