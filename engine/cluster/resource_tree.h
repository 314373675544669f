// A service's tree of resources and the orders in which rgmanager works on it (restree.c). The
// tree is fixed once it is arranged; what happens to it in a run lives in rgmanager/.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "cluster/resource_type.h"

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// How long the operations of one resource's script take; zero means an instant.
struct ScriptTimes {
    SimDuration start;
    SimDuration stop;
    SimDuration status;

    bool operator==(const ScriptTimes&) const = default;
};

/// A group of children that are worked on together: one level, or the rest after the levels.
struct ChildGroup {
    bool isLevel = false;      ///< false: children without a level, or of an agent that lists none
    std::vector<int> children; ///< positions in ResourceTree::nodes, in working order
};

struct TreeNode {
    ResourceIndex resource = noResource; ///< noResource only for the service itself
    const ResourceType* type = nullptr;  ///< owned by the Cluster's ResourceTypes
    int parent = -1;
    int depth = 0; ///< 0 for the service itself
    int line = 0;
    std::vector<int> children; ///< kept order, once arranged
    /// Own and inherited, in the agent's order.
    std::vector<std::pair<std::string, std::string>> attributes;

    bool independentSubtree = false;  ///< __independent_subtree
    int maxFailures = 0;              ///< __max_failures; 0: not set
    SimDuration failureExpireTime;    ///< __failure_expire_time; zero: not set
    std::vector<StatusAction> checks; ///< the agent's, as changed by <action> elements
    int firstCheck = 0;               ///< position of this node's checks among the whole tree's
    ScriptTimes times;
    bool isGuarded = false; ///< this script's start asks the service's guard first

    // Orders of work, once arranged. A group order is worked through front to back.
    std::vector<ChildGroup> startGroups;       ///< start and check
    std::vector<ChildGroup> stopGroups;        ///< stop
    std::vector<ChildGroup> conditionalGroups; ///< conditional stop and conditional start
};

struct ResourceTree {
    std::vector<TreeNode> nodes; ///< [0] is the service itself; a parent stands before its children
    int checkCount = 0;          ///< of all nodes together
    std::vector<int> startOrder; ///< nodes that have a script, in the order of a full start
    std::vector<int> stopOrder;  ///< the same for a full stop

    /// Computes kept order, groups, orders and check positions from nodes and their parents.
    /// Call once, when all nodes are in. rgmanager: build_resource_tree, _do_child_levels.
    void arrange();

    /// The full start (or stop) order of the subtree below and including @p root.
    std::vector<int> startOrderOf(int root) const;
    std::vector<int> stopOrderOf(int root) const;
};

} // namespace rgsim
