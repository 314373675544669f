#include "world/event_queue.h"

#include "base/ensure.h"

#include <algorithm>

namespace rgsim {

namespace {

// std::push_heap keeps the largest in front, so "larger" here means "later".
bool later(const QueueItem& a, const QueueItem& b)
{
    return a.at != b.at ? a.at > b.at : a.sequence > b.sequence;
}

} // namespace

void EventQueue::push(QueueItem item)
{
    item.sequence = m_nextSequence++;
    m_heap.push_back(item);
    std::push_heap(m_heap.begin(), m_heap.end(), later);
}

QueueItem EventQueue::pop()
{
    ENSURE(!m_heap.empty());
    std::pop_heap(m_heap.begin(), m_heap.end(), later);
    const QueueItem item = m_heap.back();
    m_heap.pop_back();
    return item;
}

QueueItem EventQueue::take(std::uint64_t sequence)
{
    const auto found =
        std::find_if(m_heap.begin(), m_heap.end(),
                     [sequence](const QueueItem& item) { return item.sequence == sequence; });
    ENSURE(found != m_heap.end());
    const QueueItem item = *found;
    m_heap.erase(found);
    std::make_heap(m_heap.begin(), m_heap.end(), later);
    return item;
}

std::vector<QueueItem> EventQueue::ordered() const
{
    std::vector<QueueItem> items = m_heap;
    std::sort(items.begin(), items.end(),
              [](const QueueItem& a, const QueueItem& b) { return later(b, a); });
    return items;
}

} // namespace rgsim
