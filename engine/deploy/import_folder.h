// From the files of nodes back to a plan: cluster.conf, the guards' settings and the guards in init
// scripts. It reads only what these name, never outside the folder, and runs nothing.
#pragma once

#include "base/diagnostic.h"
#include "cluster/resource_type.h"
#include "formats/scenario_file.h"

#include <memory>
#include <string>

namespace rgsim {

/// The plan behind the files in @p folder: an exported folder (also with one folder a node), a
/// node's / or its /etc. All nodes boot at 0 and nothing else happens for 300 s, as for a plain
/// cluster.conf; but an export's scenario.json is taken as it is if the files say the same. The
/// cluster.conf keeps every byte. Warnings: whatever a scenario cannot say and whatever looks like
/// a mistake, such as settings that no script reads. What checkCluster() finds stands beside the
/// value. Null @p types: the built-in ones.
Result<ScenarioFile> importFolder(const std::string& folder,
                                  std::shared_ptr<const ResourceTypes> types = nullptr);

} // namespace rgsim
