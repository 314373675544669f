// Resources and their trees as text, in the style of rgmanager's rg_test. It prints what the
// Cluster and resource_delta say, and works out nothing of its own.
#pragma once

#include "cluster/cluster.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rgsim {

/// "=== Resources List ===" and "=== Resource Tree ===": all resources with their own attributes,
/// then every service with what is below it and the values that each place has, inherited ones
/// included. rg_test: test
std::string treeText(const Cluster& cluster);

enum class TreeOperation : std::uint8_t { Start, Stop };

/// For each service, in configuration order, a line "service NAME" (or "vm NAME"), then a line
/// "[start] type:name" (or "[stop] …") for each resource in the order of work, the service itself
/// included. @p onlyService: its full name ("service:web"); empty for all. rg_test: noop
std::string orderText(const Cluster& cluster, TreeOperation operation,
                      std::string_view onlyService = {});

/// Old and new resource list, old and new tree, with NEEDSTART, NEEDSTOP and RECONFIG where the new
/// configuration makes that necessary. rg_test: delta
std::string deltaText(const Cluster& before, const Cluster& after);

} // namespace rgsim
