// Which element of an edited cluster.conf is which of the one before. It compares trees only; what
// is done about the differences is cluster_conf_update's.
#pragma once

#include "formats/conf_tree.h"

#include <vector>

namespace rgsim {

/// A tree's elements in the order of a text; a parent stands before its children.
struct ConfTreeItem {
    const ConfTree* element = nullptr;
    int parent = -1;
    std::vector<int> children;
};
/// @p root must outlive the result.
std::vector<ConfTreeItem> listConfTree(const ConfTree& root);

/// By position in the lists: the partner's position in the other list, or -1.
struct ConfTreePairs {
    std::vector<int> ofBefore;
    std::vector<int> ofAfter;
};

/// Elements are the same if they have the same name (or reference) at the same place; else a
/// resource if its name stands in one place before and in one place after: it was moved; else,
/// where a parent has as many children of a kind as before, the one at the same position: it was
/// renamed.
ConfTreePairs pairConfTrees(const std::vector<ConfTreeItem>& before,
                            const std::vector<ConfTreeItem>& after, const ResourceTypes& types);

/// The positions in @p numbers of a longest ascending sequence: what need not move when the rest is
/// put in order.
std::vector<std::size_t> longestAscent(const std::vector<int>& numbers);

} // namespace rgsim
