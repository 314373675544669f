#include "cluster/resource_tree.h"

#include <algorithm>
#include <map>

namespace rgsim {

namespace {

using TypeLevel = int ChildType::*;

// Positions of a node's children whose type is the agent's @p typeNumber-th listed one. A type that
// is listed twice counts where it is listed first.
std::vector<int> childrenOfType(const ResourceTree& tree, const TreeNode& node,
                                const std::vector<int>& children, const ChildType& wanted)
{
    std::vector<int> result;
    for (const int child : children) {
        const TreeNode& childNode = tree.nodes[static_cast<std::size_t>(child)];
        if (node.type->childType(childNode.type->name) == &wanted)
            result.push_back(child);
    }
    return result;
}

std::vector<int> keptOrder(const ResourceTree& tree, const TreeNode& node,
                           const std::vector<int>& configured)
{
    std::vector<int> kept;
    for (const ChildType& listed : node.type->children) {
        const std::vector<int> ofType = childrenOfType(tree, node, configured, listed);
        kept.insert(kept.end(), ofType.begin(), ofType.end());
    }
    for (const int child : configured) {
        if (!node.type->childType(tree.nodes[static_cast<std::size_t>(child)].type->name))
            kept.push_back(child);
    }
    return kept;
}

std::vector<ChildGroup> levelsUpwards(const ResourceTree& tree, const TreeNode& node,
                                      TypeLevel level, bool reverseWithinType)
{
    std::map<int, ChildGroup> byLevel;
    for (const ChildType& listed : node.type->children) {
        if (listed.*level <= 0 || node.type->childType(listed.type) != &listed)
            continue;
        std::vector<int> ofType = childrenOfType(tree, node, node.children, listed);
        if (ofType.empty())
            continue;
        if (reverseWithinType)
            std::reverse(ofType.begin(), ofType.end());
        ChildGroup& group = byLevel[listed.*level];
        group.isLevel = true;
        group.children.insert(group.children.end(), ofType.begin(), ofType.end());
    }
    std::vector<ChildGroup> groups;
    for (auto& [number, group] : byLevel)
        groups.push_back(std::move(group));
    return groups;
}

ChildGroup childrenWithoutLevel(const ResourceTree& tree, const TreeNode& node, TypeLevel level,
                                bool reverse)
{
    ChildGroup rest;
    for (const int child : node.children) {
        const ChildType* listed =
            node.type->childType(tree.nodes[static_cast<std::size_t>(child)].type->name);
        if (!listed || listed->*level <= 0)
            rest.children.push_back(child);
    }
    if (reverse)
        std::reverse(rest.children.begin(), rest.children.end());
    return rest;
}

void addIfAny(std::vector<ChildGroup>& groups, ChildGroup group)
{
    if (!group.children.empty())
        groups.push_back(std::move(group));
}

void arrangeGroups(const ResourceTree& tree, TreeNode& node)
{
    if (node.type->children.empty()) {
        ChildGroup forwards{false, node.children};
        ChildGroup backwards{false, {node.children.rbegin(), node.children.rend()}};
        addIfAny(node.startGroups, forwards);
        addIfAny(node.conditionalGroups, forwards);
        addIfAny(node.stopGroups, backwards);
        return;
    }
    node.startGroups = levelsUpwards(tree, node, &ChildType::startLevel, false);
    addIfAny(node.startGroups, childrenWithoutLevel(tree, node, &ChildType::startLevel, false));

    addIfAny(node.stopGroups, childrenWithoutLevel(tree, node, &ChildType::stopLevel, true));
    for (ChildGroup& level : levelsUpwards(tree, node, &ChildType::stopLevel, true))
        node.stopGroups.push_back(std::move(level));

    addIfAny(node.conditionalGroups,
             childrenWithoutLevel(tree, node, &ChildType::startLevel, true));
    for (ChildGroup& level : levelsUpwards(tree, node, &ChildType::startLevel, false))
        node.conditionalGroups.push_back(std::move(level));
}

void appendStartOrder(const ResourceTree& tree, int at, std::vector<int>& order)
{
    const TreeNode& node = tree.nodes[static_cast<std::size_t>(at)];
    if (node.resource != noResource)
        order.push_back(at);
    for (const ChildGroup& group : node.startGroups) {
        for (const int child : group.children)
            appendStartOrder(tree, child, order);
    }
}

void appendStopOrder(const ResourceTree& tree, int at, std::vector<int>& order)
{
    const TreeNode& node = tree.nodes[static_cast<std::size_t>(at)];
    for (const ChildGroup& group : node.stopGroups) {
        for (const int child : group.children)
            appendStopOrder(tree, child, order);
    }
    if (node.resource != noResource)
        order.push_back(at);
}

} // namespace

void ResourceTree::arrange()
{
    for (TreeNode& node : nodes) {
        node.children.clear();
        node.startGroups.clear();
        node.stopGroups.clear();
        node.conditionalGroups.clear();
    }
    checkCount = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        TreeNode& node = nodes[i];
        node.firstCheck = checkCount;
        checkCount += static_cast<int>(node.checks.size());
        if (node.parent >= 0) {
            TreeNode& parent = nodes[static_cast<std::size_t>(node.parent)];
            parent.children.push_back(static_cast<int>(i));
            node.depth = parent.depth + 1;
        }
    }
    for (TreeNode& node : nodes) {
        node.children = keptOrder(*this, node, node.children);
        arrangeGroups(*this, node);
    }
    startOrder = startOrderOf(0);
    stopOrder = stopOrderOf(0);
}

std::vector<int> ResourceTree::startOrderOf(int root) const
{
    std::vector<int> order;
    appendStartOrder(*this, root, order);
    return order;
}

std::vector<int> ResourceTree::stopOrderOf(int root) const
{
    std::vector<int> order;
    appendStopOrder(*this, root, order);
    return order;
}

} // namespace rgsim
