// From a plan to the files that a cluster's nodes need: cluster.conf, the guards' settings, init
// scripts, a README and the plan itself. It reads what is there already and writes nothing.
#pragma once

#include "base/diagnostic.h"
#include "deploy/daemon_choice.h"
#include "deploy/node_file.h"
#include "formats/scenario_file.h"

#include <map>
#include <optional>
#include <string>

namespace rgsim {

struct ExportOptions {
    /// Published or Hardened; none: as the plan says (exact, which no script can be, becomes
    /// hardened). With a form, a plan without a guard gets one for each of its keep-apart rules.
    std::optional<GuardMode> form{};
    bool removesGuard = false; ///< takes guards out of init scripts and switches them off
    /// With the README, for which the plan is run, and the plan itself.
    bool hasOverview = true;
    bool isPerNode = false; ///< one folder a node, named after it, instead of one for all
    /// By the name of the init script. A new script of another name says where its command belongs.
    std::map<std::string, DaemonChoice> daemons{};
    ExistingFiles existing{}; ///< empty: nothing is there yet
};

/// The paths of what is no node's file but about all of them.
extern const char* const readmePath;
extern const char* const planPath;

/// The files in the order in which they should be read: the README and the plan, then for all nodes
/// or for each one etc/cluster/cluster.conf and per guarded service etc/sysconfig/<prog> and
/// etc/rc.d/init.d/<prog>. What @p existing holds besides the guard is kept, the comments of a
/// cluster.conf too. Errors, each with its reason: names that cannot be a file's or stand in a
/// file, two guarded services with one script, a script outside /etc/init.d.
Result<NodeFiles> nodeFiles(const ScenarioFile& plan, const ExportOptions& options);

} // namespace rgsim
