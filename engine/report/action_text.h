// What somebody does to a cluster, as text: a name for it, what an administrator would type on a
// real node, and the option with which rgsim does the same. Decides nothing.
#pragma once

#include "cluster/cluster.h"
#include "world/fault_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace rgsim {

/// A command for a real cluster.
struct AdministratorCommand {
    std::string text; ///< a shell's line; empty: nobody can type this
    /// The nodes on which it has to be typed. Empty: on any node that is well; but where the thing
    /// runs for a process that dies and a machine that is moved, and on the nodes that were cut off
    /// for a network that is healed.
    std::vector<NodeIndex> typedOn;
};

/// Scripts that misbehave and fencing that fails have no command: nobody types them.
AdministratorCommand administratorCommand(const Cluster& cluster, const PlanEvent& event);

/// An option of `rgsim run` and similar verbs.
struct RgsimOption {
    std::string name;  ///< "--crash"
    std::string value; ///< "node1@150s"

    /// Both, quoted for a shell where that is needed.
    std::string shellText() const;
};

/// The option that adds the same to a run. Nothing for what no option can say: a machine that
/// wanders, a flapping script, a name with blanks.
std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const PlanEvent& event);
std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const ScriptFault& fault);
std::optional<RgsimOption> rgsimOption(const Cluster& cluster, const FenceFault& fault);

/// "Crash node1 at 00:02:30"; "The start of script:web fails on node2, from 10s to 1min".
std::string actionTitle(const Cluster& cluster, const PlanEvent& event);
std::string actionTitle(const Cluster& cluster, const ScriptFault& fault);
std::string actionTitle(const Cluster& cluster, const FenceFault& fault);

} // namespace rgsim
