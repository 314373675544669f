#include "formats/tracked_conf_document.h"

#include <algorithm>
#include <numeric>

namespace rgsim {

TrackedConfDocument::TrackedConfDocument(ClusterConfDocument document)
    : m_document(std::move(document)), m_positions(m_document.elements().size())
{
    std::iota(m_positions.begin(), m_positions.end(), 0);
}

int TrackedConfDocument::placeInParent(int number) const
{
    const std::vector<int>& siblings = m_document.element(parentPosition(number)).children;
    const auto found = std::find(siblings.begin(), siblings.end(), position(number));
    return static_cast<int>(found - siblings.begin());
}

// Whether an edit may go on, given the problems of the one before.
bool TrackedConfDocument::edit(const Diagnostics& problems)
{
    m_problems.append(problems);
    return !m_problems.hasErrors();
}

// Behind the last element inside the one at @p position.
int TrackedConfDocument::endOf(int position) const
{
    while (!m_document.element(position).children.empty())
        position = m_document.element(position).children.back();
    return position + 1;
}

void TrackedConfDocument::changeAttributes(std::vector<AttributeChange> changes)
{
    for (AttributeChange& change : changes)
        change.element = position(change.element);
    if (!m_problems.hasErrors())
        edit(m_document.changeAttributes(changes));
}

int TrackedConfDocument::insert(int parent, int place, const NewConfElement& added)
{
    if (m_problems.hasErrors() || !edit(m_document.insertElement(parent, place, added)))
        return -1;
    const int inserted = m_document.element(parent).children[static_cast<std::size_t>(place)];
    for (int& each : m_positions)
        each += each >= inserted ? 1 : 0;
    m_positions.push_back(inserted);
    return static_cast<int>(m_positions.size()) - 1;
}

void TrackedConfDocument::move(int number, int parent, int place)
{
    if (m_problems.hasErrors())
        return;
    const std::vector<int>& children = m_document.element(parent).children;
    const int target = place < static_cast<int>(children.size())
                           ? children[static_cast<std::size_t>(place)]
                           : endOf(parent);
    const int first = position(number);
    const int count = endOf(first) - first;
    if (!edit(m_document.moveElement(first, parent, place)) ||
        (target >= first && target <= first + count))
        return;
    const bool isForth = target > first;
    const int shift = isForth ? target - count - first : target - first;
    for (int& each : m_positions) {
        if (each >= first && each < first + count)
            each += shift;
        else if (isForth && each >= first + count && each < target)
            each -= count;
        else if (!isForth && each >= target && each < first)
            each += count;
    }
}

void TrackedConfDocument::remove(int number)
{
    if (m_problems.hasErrors())
        return;
    const int first = position(number);
    const int count = endOf(first) - first;
    if (!edit(m_document.removeElement(first)))
        return;
    for (int& each : m_positions) {
        if (each >= first + count)
            each -= count;
        else if (each >= first)
            each = -1;
    }
}

} // namespace rgsim
