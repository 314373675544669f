#include "rgmanager/tree_knowledge.h"

#include <algorithm>

namespace rgsim {

namespace {

std::size_t at(std::int32_t base, int offset)
{
    return static_cast<std::size_t>(base) + static_cast<std::size_t>(offset);
}

template <typename Items>
auto iteratorAt(Items& items, std::int32_t base)
{
    return items.begin() + static_cast<std::ptrdiff_t>(base);
}

} // namespace

TreeKnowledge::TreeKnowledge(ManagerState& state, const ResourceTree& tree, NodeIndex node,
                             ServiceIndex service)
    : m_state(state), m_tree(tree), m_node(node), m_service(service)
{
    TreePlace& place = state.trees[state.place(node, service)];
    if (place.resources < 0) {
        place.resources = static_cast<std::int32_t>(state.knowledge.size());
        place.checks = static_cast<std::int32_t>(state.checkTimes.size());
        state.knowledge.resize(state.knowledge.size() + tree.nodes.size());
        state.checkTimes.resize(state.checkTimes.size() + static_cast<std::size_t>(tree.checkCount),
                                SimTime::longAgo());
    }
    m_place = place;
}

ResourceKnowledge& TreeKnowledge::of(int treeNode)
{
    return m_state.knowledge[at(m_place.resources, treeNode)];
}

SimTime& TreeKnowledge::lastCheck(int treeNode, int check)
{
    const int first = m_tree.nodes[static_cast<std::size_t>(treeNode)].firstCheck;
    return m_state.checkTimes[at(m_place.checks, first + check)];
}

int TreeKnowledge::recentlyForgiven(int treeNode, SimTime now, SimDuration expire) const
{
    return static_cast<int>(std::count_if(
        m_state.forgiven.begin(), m_state.forgiven.end(), [&](const ForgivenFailure& failure) {
            return failure.node == m_node && failure.service == m_service &&
                   failure.treeNode == treeNode && now - failure.at < expire;
        }));
}

void TreeKnowledge::forgive(int treeNode, SimTime now)
{
    m_state.forgiven.push_back({m_node, m_service, treeNode, now});
}

void TreeKnowledge::afterStart(int treeNode, SimTime now)
{
    ResourceKnowledge& knowledge = of(treeNode);
    knowledge.known = ResourceKnowledge::Known::Nothing;
    knowledge.needsStart = false;
    const auto checks = m_tree.nodes[static_cast<std::size_t>(treeNode)].checks.size();
    for (int check = 0; check < static_cast<int>(checks); ++check)
        lastCheck(treeNode, check) = now;
    std::erase_if(m_state.forgiven, [&](const ForgivenFailure& failure) {
        return failure.node == m_node && failure.service == m_service &&
               failure.treeNode == treeNode;
    });
}

void TreeKnowledge::afterStop(int treeNode)
{
    of(treeNode).needsStop = false;
}

void TreeKnowledge::afterCheck(int treeNode, int check, SimTime now, bool passed)
{
    lastCheck(treeNode, check) = now;
    of(treeNode).known =
        passed ? ResourceKnowledge::Known::Passed : ResourceKnowledge::Known::Failed;
}

void TreeKnowledge::saveInto(WalkMemo& memo) const
{
    const auto resources = iteratorAt(m_state.knowledge, m_place.resources);
    memo.knowledge.assign(resources, resources + static_cast<std::ptrdiff_t>(m_tree.nodes.size()));
    const auto checks = iteratorAt(m_state.checkTimes, m_place.checks);
    memo.checkTimes.assign(checks, checks + m_tree.checkCount);
    memo.forgiven.clear();
    for (const ForgivenFailure& failure : m_state.forgiven) {
        if (failure.node == m_node && failure.service == m_service)
            memo.forgiven.push_back(failure);
    }
}

void TreeKnowledge::restoreFrom(const WalkMemo& memo)
{
    std::copy(memo.knowledge.begin(), memo.knowledge.end(),
              iteratorAt(m_state.knowledge, m_place.resources));
    std::copy(memo.checkTimes.begin(), memo.checkTimes.end(),
              iteratorAt(m_state.checkTimes, m_place.checks));
    std::erase_if(m_state.forgiven, [&](const ForgivenFailure& failure) {
        return failure.node == m_node && failure.service == m_service;
    });
    m_state.forgiven.insert(m_state.forgiven.end(), memo.forgiven.begin(), memo.forgiven.end());
}

void forgetTree(ManagerState& state, const ResourceTree& tree, NodeIndex node, ServiceIndex service)
{
    const TreePlace place = state.trees[state.place(node, service)];
    if (place.resources < 0)
        return;
    std::fill_n(iteratorAt(state.knowledge, place.resources), tree.nodes.size(),
                ResourceKnowledge{});
    std::fill_n(iteratorAt(state.checkTimes, place.checks), tree.checkCount, SimTime::longAgo());
}

} // namespace rgsim
