#include "formats/conf_tree_pairs.h"

#include <algorithm>
#include <map>
#include <string>

namespace rgsim {

namespace {

using Items = std::vector<ConfTreeItem>;

void list(const ConfTree& element, int parent, Items& items)
{
    const auto index = static_cast<int>(items.size());
    items.push_back({&element, parent, {}});
    if (parent >= 0)
        items[static_cast<std::size_t>(parent)].children.push_back(index);
    for (const ConfTree& child : element.children)
        list(child, index, items);
}

class Pairing {
public:
    Pairing(const Items& before, const Items& after, const ResourceTypes& types)
        : m_before(before), m_after(after),
          m_types(types), m_pairs{std::vector<int>(before.size(), -1),
                                  std::vector<int>(after.size(), -1)}
    {
    }

    ConfTreePairs run()
    {
        pair(0, 0);
        pairMoved();
        // A parent stands before its children, so those of a renamed one have their turn later.
        for (std::size_t i = 0; i < m_after.size(); ++i) {
            if (m_pairs.ofAfter[i] >= 0)
                pairRenamed(m_pairs.ofAfter[i], static_cast<int>(i));
        }
        return std::move(m_pairs);
    }

private:
    static const ConfTreeItem& at(const Items& items, int index)
    {
        return items[static_cast<std::size_t>(index)];
    }
    bool isFreeBefore(int i) const { return m_pairs.ofBefore[static_cast<std::size_t>(i)] < 0; }
    bool isFreeAfter(int i) const { return m_pairs.ofAfter[static_cast<std::size_t>(i)] < 0; }
    std::string identity(const Items& items, int index) const
    {
        return confIdentity(*at(items, index).element, m_types);
    }

    // Two elements, and what is the same below them.
    void pair(int before, int after)
    {
        m_pairs.ofBefore[static_cast<std::size_t>(before)] = after;
        m_pairs.ofAfter[static_cast<std::size_t>(after)] = before;
        std::multimap<std::string, int> free; // equal keys keep their order
        for (const int child : at(m_before, before).children) {
            if (isFreeBefore(child))
                free.emplace(identity(m_before, child), child);
        }
        for (const int child : at(m_after, after).children) {
            if (!isFreeAfter(child))
                continue;
            const auto found = free.lower_bound(identity(m_after, child));
            if (found == free.end() || found->first != identity(m_after, child))
                continue;
            const int partner = found->second;
            free.erase(found);
            pair(partner, child);
        }
    }

    std::map<std::string, std::vector<int>> freeResources(const Items& items,
                                                          const std::vector<int>& partners) const
    {
        std::map<std::string, std::vector<int>> free;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (partners[i] < 0 && m_types.find(items[i].element->name))
                free[identity(items, static_cast<int>(i))].push_back(static_cast<int>(i));
        }
        return free;
    }

    void pairMoved()
    {
        const auto before = freeResources(m_before, m_pairs.ofBefore);
        for (const auto& [name, after] : freeResources(m_after, m_pairs.ofAfter)) {
            const auto found = before.find(name);
            if (after.size() == 1 && found != before.end() && found->second.size() == 1 &&
                isFreeAfter(after.front()) && isFreeBefore(found->second.front()))
                pair(found->second.front(), after.front());
        }
    }

    // A reference does not become a definition by renaming.
    std::map<std::string, std::vector<int>> childrenByKind(const Items& items, int parent) const
    {
        std::map<std::string, std::vector<int>> kinds;
        for (const int child : at(items, parent).children) {
            const ConfTree& element = *at(items, child).element;
            kinds[element.name + (element.attribute("ref") ? " ref" : "")].push_back(child);
        }
        return kinds;
    }

    void pairRenamed(int before, int after)
    {
        const auto kindsAfter = childrenByKind(m_after, after);
        for (const auto& [kind, children] : childrenByKind(m_before, before)) {
            const auto found = kindsAfter.find(kind);
            if (found == kindsAfter.end() || found->second.size() != children.size())
                continue;
            for (std::size_t i = 0; i < children.size(); ++i) {
                if (isFreeBefore(children[i]) && isFreeAfter(found->second[i]))
                    pair(children[i], found->second[i]);
            }
        }
    }

    const Items& m_before;
    const Items& m_after;
    const ResourceTypes& m_types;
    ConfTreePairs m_pairs;
};

} // namespace

std::vector<ConfTreeItem> listConfTree(const ConfTree& root)
{
    Items items;
    list(root, -1, items);
    return items;
}

ConfTreePairs pairConfTrees(const std::vector<ConfTreeItem>& before,
                            const std::vector<ConfTreeItem>& after, const ResourceTypes& types)
{
    return Pairing(before, after, types).run();
}

std::vector<std::size_t> longestAscent(const std::vector<int>& numbers)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> lastOfLength; // by length - 1: where the smallest such end stands
    std::vector<std::size_t> predecessor(numbers.size(), none);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto place =
            std::lower_bound(lastOfLength.begin(), lastOfLength.end(), numbers[i],
                             [&](std::size_t at, int number) { return numbers[at] < number; });
        if (place != lastOfLength.begin())
            predecessor[i] = *std::prev(place);
        if (place == lastOfLength.end())
            lastOfLength.push_back(i);
        else
            *place = i;
    }
    std::vector<std::size_t> ascent;
    for (std::size_t at = lastOfLength.empty() ? none : lastOfLength.back(); at != none;
         at = predecessor[at])
        ascent.push_back(at);
    std::reverse(ascent.begin(), ascent.end());
    return ascent;
}

} // namespace rgsim
