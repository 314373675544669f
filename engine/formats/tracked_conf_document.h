// A cluster.conf under many edits: elements keep a number while the document's own positions
// change. It adds no edits of its own to ClusterConfDocument's.
#pragma once

#include "formats/cluster_conf_document.h"

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

class TrackedConfDocument {
public:
    /// Elements have their positions in @p document as their numbers.
    explicit TrackedConfDocument(ClusterConfDocument document);

    const ClusterConfDocument& document() const { return m_document; }
    bool isThere(int number) const { return position(number) >= 0; }
    /// The position in ClusterConfDocument::elements(), or -1 once it is removed.
    int position(int number) const { return m_positions[static_cast<std::size_t>(number)]; }
    const ConfElement& element(int number) const { return m_document.element(position(number)); }
    /// Which child of its parent it is.
    int placeInParent(int number) const;
    int parentPosition(int number) const { return element(number).parent; }
    /// The first problem; nothing is edited any more after it.
    const Diagnostics& problems() const { return m_problems; }

    /// The changes' elements are numbers.
    void changeAttributes(std::vector<AttributeChange> changes);
    /// @p parent is a position; the new element's number.
    int insert(int parent, int place, const NewConfElement& added);
    void move(int number, int parent, int place);
    void remove(int number);

private:
    bool edit(const Diagnostics& problems);
    int endOf(int position) const;

    ClusterConfDocument m_document;
    std::vector<int> m_positions; ///< by number
    Diagnostics m_problems;
};

} // namespace rgsim
