// clusvcadm's lock: managers that are locked start nothing and look at no event until they are
// unlocked or started anew. Nothing is made up for afterwards. No behaviour of services in here.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// Whether the manager on @p node is locked. rgmanager: rg_locked, with L_USER.
bool isLocked(const Manager& m, NodeIndex node);

/// What `clusvcadm -l` or `-u` on @p via does: all managers that the one there sees and can reach
/// are locked or unlocked, and each says so in its log; nothing if none runs there. rgmanager:
/// do_lockreq writes "rg_lockdown" on all members, where lock_commit_cb calls rg_lockall or
/// rg_unlockall.
void setUserLock(Manager& m, NodeIndex via, bool isLocked);

} // namespace rgsim
