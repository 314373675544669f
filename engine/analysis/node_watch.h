// Follows from log rows what each node was doing: powered, member, cut off, with or without a
// manager. A step of making a timeline; keeps only the present, no history.
#pragma once

#include "analysis/timeline.h"
#include "cluster/cluster.h"
#include "world/run_log.h"

#include <vector>

namespace rgsim {

class NodeWatch {
public:
    explicit NodeWatch(const Cluster& cluster);

    /// Takes in one row; rows that say nothing about nodes change nothing. Returns true if the
    /// last manager went with it: all records are forgotten then.
    bool take(const LogRow& row);
    NodeState stateOf(NodeIndex node) const;

private:
    struct Condition {
        bool isPowered = false;
        bool isMember = false; ///< not yet declared down
        bool hasVote = false;  ///< its token is not lost: it counts for quorum
        bool isIsolated = false;
        bool hasManager = false;
    };

    void startManagers(bool isolatedSide);
    Condition& of(NodeIndex node) { return m_nodes[static_cast<std::size_t>(node)]; }

    const Cluster& m_cluster;
    std::vector<Condition> m_nodes;
    int m_managers = 0;
};

} // namespace rgsim
