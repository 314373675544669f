#include "cluster/resource_tree.h"

#include <algorithm>
#include <map>

namespace rgsim {

namespace {

using TypeLevel = int ChildType::*;

/// A child with the agent's line about its type, or nullptr. A type that is listed twice counts
/// where it is listed first.
struct ListedChild {
    int child = -1;
    const ChildType* listed = nullptr;
};

std::vector<ListedChild> withListing(const ResourceTree& tree, const TreeNode& node)
{
    std::vector<ListedChild> result;
    result.reserve(node.children.size());
    for (const int child : node.children) {
        const TreeNode& childNode = tree.nodes[static_cast<std::size_t>(child)];
        result.push_back({child, node.type->childType(childNode.type->name)});
    }
    return result;
}

// Listed types by their place in the agent's list, then the others; the rest of the order stays.
void putInKeptOrder(std::vector<ListedChild>& children)
{
    std::stable_sort(children.begin(), children.end(),
                     [](const ListedChild& a, const ListedChild& b) {
                         if (!a.listed || !b.listed)
                             return a.listed != nullptr && !b.listed;
                         return a.listed < b.listed; // both point into the same list
                     });
}

std::vector<ChildGroup> levelsUpwards(const std::vector<ListedChild>& kept, TypeLevel level,
                                      bool reverseWithinType)
{
    std::map<int, ChildGroup> byLevel;
    for (auto first = kept.begin(); first != kept.end();) {
        const ChildType* listed = first->listed;
        const auto last = std::find_if(
            first, kept.end(), [listed](const ListedChild& item) { return item.listed != listed; });
        if (listed && listed->*level > 0) {
            ChildGroup& group = byLevel[listed->*level];
            group.isLevel = true;
            std::vector<int> ofType;
            for (auto item = first; item != last; ++item)
                ofType.push_back(item->child);
            if (reverseWithinType)
                std::reverse(ofType.begin(), ofType.end());
            group.children.insert(group.children.end(), ofType.begin(), ofType.end());
        }
        first = last;
    }
    std::vector<ChildGroup> groups;
    for (auto& [number, group] : byLevel)
        groups.push_back(std::move(group));
    return groups;
}

ChildGroup childrenWithoutLevel(const std::vector<ListedChild>& kept, TypeLevel level, bool reverse)
{
    ChildGroup rest;
    for (const ListedChild& item : kept) {
        if (!item.listed || item.listed->*level <= 0)
            rest.children.push_back(item.child);
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
    if (node.children.empty())
        return;
    std::vector<ListedChild> kept = withListing(tree, node);
    putInKeptOrder(kept);
    std::transform(kept.begin(), kept.end(), node.children.begin(),
                   [](const ListedChild& item) { return item.child; });
    if (node.type->children.empty()) {
        ChildGroup forwards{false, node.children};
        ChildGroup backwards{false, {node.children.rbegin(), node.children.rend()}};
        addIfAny(node.startGroups, forwards);
        addIfAny(node.conditionalGroups, forwards);
        addIfAny(node.stopGroups, backwards);
        return;
    }
    node.startGroups = levelsUpwards(kept, &ChildType::startLevel, false);
    addIfAny(node.startGroups, childrenWithoutLevel(kept, &ChildType::startLevel, false));

    addIfAny(node.stopGroups, childrenWithoutLevel(kept, &ChildType::stopLevel, true));
    for (ChildGroup& level : levelsUpwards(kept, &ChildType::stopLevel, true))
        node.stopGroups.push_back(std::move(level));

    addIfAny(node.conditionalGroups, childrenWithoutLevel(kept, &ChildType::startLevel, true));
    for (ChildGroup& level : levelsUpwards(kept, &ChildType::startLevel, false))
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
    for (TreeNode& node : nodes)
        arrangeGroups(*this, node);
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
