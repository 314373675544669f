// A node's own knowledge of one service's tree: known results, check times, marks, forgiven
// failures. Finds and changes them; decides nothing.
#pragma once

#include "cluster/resource_tree.h"
#include "rgmanager/manager_state.h"

namespace rgsim {

/// Reference into ManagerState; valid until knowledge of another tree is first needed.
class TreeKnowledge {
public:
    /// The knowledge of @p node about @p service; made empty if it has none yet.
    TreeKnowledge(ManagerState& state, const ResourceTree& tree, NodeIndex node,
                  ServiceIndex service);

    ResourceKnowledge& of(int treeNode);
    SimTime& lastCheck(int treeNode, int check);
    /// Forgiven failures of one resource that are younger than @p expire at @p now.
    int recentlyForgiven(int treeNode, SimTime now, SimDuration expire) const;
    void forgive(int treeNode, SimTime now);

    /// What a script's end changes: a start sets all check times and forgets results, marks and
    /// forgiven failures; a stop clears its mark; a check sets the time of its depth.
    void afterStart(int treeNode, SimTime now);
    void afterStop(int treeNode);
    void afterCheck(int treeNode, int check, SimTime now, bool passed);

    void saveInto(WalkMemo& memo) const;
    void restoreFrom(const WalkMemo& memo);

private:
    ManagerState& m_state;
    const ResourceTree& m_tree;
    NodeIndex m_node;
    ServiceIndex m_service;
    TreePlace m_place;
};

/// Forgets all that @p node knows about @p service's tree, as a crash does.
void forgetTree(ManagerState& state, const ResourceTree& tree, NodeIndex node,
                ServiceIndex service);

} // namespace rgsim
