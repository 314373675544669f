#include "rgmanager/user_lock.h"

namespace rgsim {

bool isLocked(const Manager& m, NodeIndex node)
{
    return m.state.locked.contains(node);
}

void setUserLock(Manager& m, NodeIndex via, bool isLocked)
{
    if (!m.world.node(via).managerRuns)
        return;
    for (const NodeIndex node : m.view(via)) {
        if (!m.world.node(node).managerRuns || !m.world.canReach(via, node))
            continue;
        if (isLocked)
            m.state.locked.insert(node);
        else
            m.state.locked.erase(node);
        m.say(node, isLocked ? Message::GroupsLocked : Message::GroupsUnlocked, noService);
    }
}

} // namespace rgsim
