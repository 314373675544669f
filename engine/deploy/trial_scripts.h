// The init scripts that a cluster's guarded services are started with when scripts are tried out:
// those that rgsim would write, or one that somebody wrote for all of them. It runs nothing.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "deploy/sandbox_layout.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rgsim {

struct TrialScripts {
    std::vector<SandboxScript> scripts;
    std::map<ServiceIndex, std::size_t> scriptOf; ///< of the guarded services
    bool areOurs = false;                         ///< as rgsim writes them
};

/// The script that rgsim writes for each guarded service of @p cluster, in @p form. Errors: a form
/// without a script, no guarded service, a name that cannot be a script's or stand in its settings.
Result<TrialScripts> writtenScripts(const Cluster& cluster, GuardMode form);

/// The script @p text of the file @p path for each guarded service of @p cluster. Errors: no
/// guarded service, a name that cannot stand in the settings.
Result<TrialScripts> foreignScript(const Cluster& cluster, const std::string& path,
                                   const std::string& text);

/// The script in @p file for each guarded service of @p cluster; without one, those that rgsim
/// writes in the form of the plan. Errors: as above, and a file that cannot be read.
Result<TrialScripts> scriptsToTry(const Cluster& cluster, const std::optional<std::string>& file);

/// A script that somebody wrote: it gets its settings under its own name, and under the name that
/// its guard has.
SandboxScript sandboxScript(const std::string& path, const std::string& text);

} // namespace rgsim
