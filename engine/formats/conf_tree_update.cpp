#include "formats/conf_tree_update.h"

#include "formats/conf_tree_pairs.h"

#include <algorithm>
#include <map>
#include <set>

namespace rgsim {

namespace {

using Items = std::vector<ConfTreeItem>;
/// By item of a tree: the numbers of its elements in the document. Several only for holders.
using Elements = std::vector<std::vector<int>>;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isEmptyHolder(const ConfTree& tree)
{
    return isConfHolder(tree.name) && tree.attributes.empty() &&
           std::all_of(tree.children.begin(), tree.children.end(), isEmptyHolder);
}

/// Finds the elements of a document that a tree's items stand for.
class Binder {
public:
    Binder(const TrackedConfDocument& document, const Items& items, const ResourceTypes& types)
        : m_document(document), m_items(items), m_types(types), m_elements(items.size()),
          m_looseActions(items.size())
    {
        m_elements[0] = {0};
        for (std::size_t i = 0; i < items.size(); ++i)
            bindChildren(i);
    }

    Elements elements() { return std::move(m_elements); }
    Elements looseActions() { return std::move(m_looseActions); }

private:
    void bindChildren(std::size_t item)
    {
        std::multimap<std::string, int> free; // equal keys keep their order
        std::vector<int> actions;
        for (const int element : m_elements[item]) {
            for (const int child : m_document.element(element).children) {
                const ConfElement& from = m_document.element(child);
                free.emplace(confIdentity(from, m_types), child);
                if (isCheck(from))
                    actions.push_back(child);
            }
        }
        std::size_t foundActions = 0;
        for (const int child : m_items[item].children) {
            const ConfTree& wanted = *m_items[at(child)].element;
            const auto [first, last] = free.equal_range(confIdentity(wanted, m_types));
            const bool takesAll = isConfHolder(wanted.name) || first == last;
            const auto end = takesAll ? last : std::next(first);
            for (auto found = first; found != end; ++found)
                m_elements[at(child)].push_back(found->second);
            if (wanted.name == "action" && first != end)
                ++foundActions;
            free.erase(first, end);
        }
        // Checks that are not said one by one (depth="*", or twice the same) are written anew.
        if (foundActions == actions.size() && foundActions == countActions(item))
            return;
        for (const int child : m_items[item].children) {
            if (m_items[at(child)].element->name == "action")
                m_elements[at(child)].clear();
        }
        m_looseActions[item] = actions;
    }

    static bool isCheck(const ConfElement& element)
    {
        const std::string* name = element.attribute("name");
        return element.name == "action" && name && *name == "status" &&
               element.attribute("interval");
    }

    std::size_t countActions(std::size_t item) const
    {
        const std::vector<int>& children = m_items[item].children;
        return static_cast<std::size_t>(
            std::count_if(children.begin(), children.end(), [this](int child) {
                return m_items[at(child)].element->name == "action";
            }));
    }

    const TrackedConfDocument& m_document;
    const Items& m_items;
    const ResourceTypes& m_types;
    Elements m_elements;
    Elements m_looseActions; ///< of items whose checks do not correspond to <action> elements
};

class Updater {
public:
    Updater(TrackedConfDocument& document, const ConfTree& before, const ConfTree& after,
            const ResourceTypes& types)
        : m_document(document), m_types(types), m_before(listConfTree(before)),
          m_after(listConfTree(after)), m_pairs(pairConfTrees(m_before, m_after, types)),
          m_elements(m_after.size())
    {
        Binder binder(document, m_before, types);
        m_was = binder.elements();
        m_looseActions = binder.looseActions();
    }

    void run()
    {
        m_document.changeAttributes(changedAttributes());
        // A parent is at its place before its children are put into it, and nothing is removed
        // before what stays was moved out of it.
        m_elements[0] = {0};
        for (std::size_t item = 0; item < m_after.size(); ++item)
            placeChildren(item);
        for (std::size_t item = 0; item < m_before.size(); ++item) {
            if (m_pairs.ofBefore[item] < 0)
                removeAll(m_was[item]);
        }
    }

private:
    const ConfTree& tree(int item) const { return *m_after[at(item)].element; }
    int partnerOf(int item) const { return m_pairs.ofAfter[at(item)]; }

    void removeAll(const std::vector<int>& elements)
    {
        for (const int element : elements) {
            if (m_document.isThere(element))
                m_document.remove(element);
        }
    }

    std::vector<AttributeChange> changedAttributes() const
    {
        std::vector<AttributeChange> changes;
        for (std::size_t item = 0; item < m_before.size(); ++item) {
            const int partner = m_pairs.ofBefore[item];
            if (partner < 0 || m_was[item].empty())
                continue;
            const ConfTree& was = *m_before[item].element;
            for (const auto& [name, value] : tree(partner).attributes) {
                const std::string* old = was.attribute(name);
                if (!old || *old != value) // of several elements the last one counts
                    changes.push_back({m_was[item].back(), name, value});
            }
            for (const auto& [name, value] : was.attributes) {
                for (const int element : m_was[item]) {
                    if (!tree(partner).attribute(name))
                        changes.push_back({element, name, std::nullopt});
                }
            }
        }
        return changes;
    }

    // Children whose order counts among each other have the same text; empty: no order counts.
    std::string orderOf(const ConfTree& parent, const ConfTree& child) const
    {
        const bool isDefinedService =
            parent.name == "resources" && (child.name == "service" || child.name == "vm");
        if (child.name == "clusternode" || child.name == "action" || isDefinedService)
            return {};
        if (parent.name == "rm" && m_types.find(child.name))
            return "services";
        const ResourceType* type = m_types.find(parent.name);
        return !type || type->childType(child.name) ? child.name : "unlisted";
    }

    bool isInPlace(std::size_t parent, int child) const
    {
        const int partner = partnerOf(child);
        return partner >= 0 && !m_was[at(partner)].empty() &&
               m_before[at(partner)].parent == m_pairs.ofAfter[parent];
    }

    // Those of an item's children that stay where they are in the document.
    std::set<int> stayingChildren(std::size_t parent) const
    {
        std::set<int> staying;
        std::map<std::string, std::vector<int>> ordered;
        for (const int child : m_after[parent].children) {
            if (!isInPlace(parent, child))
                continue;
            const std::string order = orderOf(*m_after[parent].element, tree(child));
            if (order.empty() || isConfHolder(tree(child).name))
                staying.insert(child);
            else
                ordered[order].push_back(child);
        }
        for (const auto& [order, children] : ordered) {
            std::vector<int> positions;
            for (const int child : children)
                positions.push_back(partnerOf(child)); // siblings are listed in their order
            for (const std::size_t i : longestAscent(positions))
                staying.insert(children[i]);
        }
        return staying;
    }

    void placeChildren(std::size_t parent)
    {
        if (m_elements[parent].empty())
            return;
        const int partner = m_pairs.ofAfter[parent];
        const bool keepsActions = partner >= 0 && checksOf(*m_before[at(partner)].element) ==
                                                      checksOf(*m_after[parent].element);
        const std::set<int> staying = stayingChildren(parent);
        for (const int child : staying)
            m_elements[at(child)] = m_was[at(partnerOf(child))];
        for (const int child : m_after[parent].children) {
            if (staying.count(child) != 0 || isEmptyHolder(tree(child)) ||
                (keepsActions && tree(child).name == "action"))
                continue;
            const auto [element, place] = placeFor(parent, child);
            const bool isMoved = partnerOf(child) >= 0 && !m_was[at(partnerOf(child))].empty();
            if (isMoved) {
                m_elements[at(child)] = m_was[at(partnerOf(child))];
                m_document.move(m_elements[at(child)].front(), element, place);
            } else {
                m_elements[at(child)] = {
                    m_document.insert(element, place, {tree(child).name, tree(child).attributes})};
            }
            if (m_document.problems().hasErrors())
                return;
        }
        if (partner >= 0 && !keepsActions)
            removeAll(m_looseActions[at(partner)]);
    }

    static std::vector<ConfTree> checksOf(const ConfTree& element)
    {
        std::vector<ConfTree> checks;
        std::copy_if(element.children.begin(), element.children.end(), std::back_inserter(checks),
                     [](const ConfTree& child) { return child.name == "action"; });
        return checks;
    }

    struct Place {
        int parent = 0; ///< position in the document
        int place = 0;
    };
    Place before(int element) const
    {
        return {m_document.parentPosition(element), m_document.placeInParent(element)};
    }
    Place behind(int element) const
    {
        return {m_document.parentPosition(element), m_document.placeInParent(element) + 1};
    }

    // Next to a sibling in the same order, else behind all that come before it, else before all
    // that come behind it, else at the end.
    Place placeFor(std::size_t parent, int child) const
    {
        const ConfTree& holder = *m_after[parent].element;
        const std::vector<int>& siblings = m_after[parent].children;
        const std::string order = orderOf(holder, tree(child));
        const auto self = std::find(siblings.begin(), siblings.end(), child);
        std::vector<int> earlier; // elements in the document, nearest first
        std::vector<int> later;
        int sameBehind = -1;
        for (auto sibling = std::make_reverse_iterator(self); sibling != siblings.rend();
             ++sibling) {
            if (m_elements[at(*sibling)].empty())
                continue;
            if (orderOf(holder, tree(*sibling)) == order)
                return behind(m_elements[at(*sibling)].back());
            earlier.push_back(m_elements[at(*sibling)].back());
        }
        for (auto sibling = std::next(self); sibling != siblings.end(); ++sibling) {
            if (m_elements[at(*sibling)].empty())
                continue;
            if (sameBehind < 0 && orderOf(holder, tree(*sibling)) == order)
                sameBehind = m_elements[at(*sibling)].front();
            later.push_back(m_elements[at(*sibling)].front());
        }
        const auto comesFirst = [this](int a, int b) {
            return m_document.position(a) < m_document.position(b);
        };
        if (sameBehind >= 0)
            return before(sameBehind);
        if (!earlier.empty())
            return behind(*std::max_element(earlier.begin(), earlier.end(), comesFirst));
        if (!later.empty())
            return before(*std::min_element(later.begin(), later.end(), comesFirst));
        const int element = m_elements[parent].back();
        return {m_document.position(element),
                static_cast<int>(m_document.element(element).children.size())};
    }

    TrackedConfDocument& m_document;
    const ResourceTypes& m_types;
    const Items m_before;
    const Items m_after;
    const ConfTreePairs m_pairs;
    Elements m_was;          ///< of m_before
    Elements m_looseActions; ///< of m_before
    Elements m_elements;     ///< of m_after, once they are at their place
};

} // namespace

void updateConfTree(TrackedConfDocument& document, const ConfTree& before, const ConfTree& after,
                    const ResourceTypes& types)
{
    Updater(document, before, after, types).run();
}

} // namespace rgsim
