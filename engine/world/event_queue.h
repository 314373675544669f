// Pending items of a run in their total order: time first, then order of creation. A plain value.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rgsim {

enum class ItemKind : std::uint8_t {
    WorkerWakes,   ///< a script of the worker of (node, service) ends; stamp = its task's number
    Scan,          ///< node looks for due status checks; stamp = managerStarts
    NodeBooted,    ///< node finished booting; stamp = incarnation
    LossDetected,  ///< the token of node's partition was lost; stamp = isolation epoch or
                   ///< incarnation
    FencingEnds,   ///< an attempt to fence node ends; stamp = incarnation
    RandomFailure, ///< FailureRate `service` strikes
    RandomRepair,  ///< what FailureRate `service` broke begins to boot
};

struct QueueItem {
    SimTime at;
    std::uint64_t sequence = 0;
    ItemKind kind = ItemKind::Scan;
    NodeIndex node = noNode;
    std::int32_t service = noService; ///< a ServiceIndex, or a position as the kind says
    std::uint64_t stamp = 0;          ///< what the item belongs to; a stale item does nothing

    bool operator==(const QueueItem&) const = default;
};

class EventQueue {
public:
    /// Adds an item; its sequence number is given here.
    void push(QueueItem item);
    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }
    const QueueItem& top() const { return m_heap.front(); }
    QueueItem pop();
    /// Takes out the item with that sequence number. Requires that there is one.
    QueueItem take(std::uint64_t sequence);

    /// All items in no particular order; for fast-forward and fingerprints.
    const std::vector<QueueItem>& items() const { return m_heap; }
    /// The items in the order in which they will be popped.
    std::vector<QueueItem> ordered() const;

private:
    std::vector<QueueItem> m_heap;
    std::uint64_t m_nextSequence = 0;
};

} // namespace rgsim
