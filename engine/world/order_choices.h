// Which of several legal orders a run takes, choice by choice, where rgmanager leaves it to threads
// and locks: which of several simultaneous items comes first, and which node acts first when all
// hear of something. Knows nothing of what the items do.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "world/event_queue.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rgsim {

struct World;

/// At choice number `choice` of the instant `at`, counted from 0, not the usual candidate comes
/// first but the one at position `taken`.
struct OrderPick {
    SimTime at;
    std::uint32_t choice = 0;
    std::uint32_t taken = 0;

    auto operator<=>(const OrderPick&) const = default;
};

/// What may come first: an item of the queue, or a node that heard of something.
struct OrderCandidate {
    NodeIndex node = noNode;
    std::optional<ItemKind> item;     ///< none: the node heard of something
    std::int32_t service = noService; ///< of an item, as there

    bool operator==(const OrderCandidate&) const = default;
};

/// A choice that came up in a run.
struct OrderChoice {
    OrderPick pick; ///< what was taken there
    std::uint32_t among = 0;
    OrderCandidate usual; ///< who comes first if nobody chooses
    OrderCandidate taken;
};

class OrderChoices {
public:
    /// From now on choices are open; those that @p picks does not name go as usual. Ordered by time
    /// and number.
    void open(std::vector<OrderPick> picks)
    {
        m_isOpen = true;
        m_picks = std::move(picks);
    }
    bool isOpen() const { return m_isOpen; }
    /// Every choice that comes up is added to @p seen; null: no longer.
    void record(std::vector<OrderChoice>* seen) { m_seen = seen; }

    /// The position of the one of @p candidates, of which there is at least one, that comes first.
    std::size_t choose(World& world, std::span<const OrderCandidate> candidates) const;

private:
    bool m_isOpen = false;
    std::vector<OrderPick> m_picks;
    std::vector<OrderChoice>* m_seen = nullptr;
};

} // namespace rgsim
