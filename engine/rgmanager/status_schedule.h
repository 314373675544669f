// Which status check of a resource is due. Pure. rgmanager: do_status.
#pragma once

#include "base/sim_time.h"
#include "cluster/resource_tree.h"

namespace rgsim {

/// True if a check last run at @p last (SimTime::longAgo(): never) is due at @p now.
inline bool isCheckDue(const StatusAction& check, SimTime last, SimTime now)
{
    if (check.interval.ms <= 0)
        return false; // an agent's action without an interval is never run
    return last == SimTime::longAgo() || now - last >= check.interval;
}

/// Position of the deepest due check among @p node's checks, or -1. @p lastOf(check) gives the time
/// a check was last run.
template <typename LastOf>
int deepestDueCheck(const TreeNode& node, SimTime now, LastOf lastOf)
{
    int deepest = -1;
    for (int check = 0; check < static_cast<int>(node.checks.size()); ++check) {
        const StatusAction& action = node.checks[static_cast<std::size_t>(check)];
        if (!isCheckDue(action, lastOf(check), now))
            continue;
        if (deepest < 0 || action.depth > node.checks[static_cast<std::size_t>(deepest)].depth)
            deepest = check;
    }
    return deepest;
}

} // namespace rgsim
