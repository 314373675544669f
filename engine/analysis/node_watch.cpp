#include "analysis/node_watch.h"

#include <algorithm>

namespace rgsim {

NodeWatch::NodeWatch(const Cluster& cluster) : m_cluster(cluster), m_nodes(cluster.nodes.size())
{
}

// The log has no row for a manager's start: managers start on all powered members of a side as soon
// as it has quorum, and only a node that joins can bring that about.
void NodeWatch::startManagers(bool isolatedSide)
{
    int votes = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].hasVote && m_nodes[i].isIsolated == isolatedSide)
            votes += m_cluster.nodes[i].votes;
    }
    if (votes < m_cluster.quorumVotes())
        return;
    for (Condition& node : m_nodes) {
        if (node.isMember && node.isPowered && node.isIsolated == isolatedSide)
            node.hasManager = true;
    }
}

bool NodeWatch::take(const LogRow& row)
{
    switch (row.kind) {
    case RowKind::NodePower:
        of(row.node).isPowered = row.flag;
        of(row.node).hasManager = of(row.node).hasManager && row.flag;
        break;
    case RowKind::NodeUp:
        of(row.node).isMember = true;
        of(row.node).hasVote = true;
        startManagers(of(row.node).isIsolated);
        break;
    case RowKind::NodeDown:
        of(row.node).isMember = false;
        of(row.node).hasVote = false;
        of(row.node).hasManager = false;
        break;
    case RowKind::Membership:
        of(row.node).hasVote = of(row.node).hasVote && row.flag;
        break;
    case RowKind::Isolation:
        of(row.node).isIsolated = row.flag;
        break;
    case RowKind::Emergency:
        of(row.node).hasManager = false;
        break;
    default:
        return false;
    }
    const auto managers = static_cast<int>(
        std::count_if(m_nodes.begin(), m_nodes.end(),
                      [](const Condition& condition) { return condition.hasManager; }));
    const bool lastWent = managers == 0 && m_managers > 0;
    m_managers = managers;
    return lastWent;
}

NodeState NodeWatch::stateOf(NodeIndex node) const
{
    const Condition& condition = m_nodes[static_cast<std::size_t>(node)];
    if (!condition.isPowered)
        return condition.isMember ? NodeState::Lost : NodeState::Off;
    if (condition.isIsolated)
        return NodeState::Isolated;
    return condition.hasManager ? NodeState::Up : NodeState::Idle;
}

} // namespace rgsim
