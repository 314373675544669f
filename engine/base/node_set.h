// A set of nodes as a small value: membership views, allowed lists, places where a process runs.
#pragma once

#include "base/ids.h"
#include "base/limits.h"

#include <array>
#include <bit>
#include <cstdint>

namespace rgsim {

class NodeSet {
public:
    constexpr bool contains(NodeIndex node) const
    {
        return node >= 0 && ((m_bits[word(node)] >> (node & 63)) & 1U) != 0;
    }
    constexpr void insert(NodeIndex node) { m_bits[word(node)] |= bit(node); }
    constexpr void erase(NodeIndex node) { m_bits[word(node)] &= ~bit(node); }
    constexpr void clear() { m_bits = {}; }
    constexpr bool empty() const { return (m_bits[0] | m_bits[1]) == 0; }
    constexpr int count() const { return std::popcount(m_bits[0]) + std::popcount(m_bits[1]); }

    /// The lowest member, or noNode.
    constexpr NodeIndex first() const { return next(noNode); }
    /// The lowest member above @p node, or noNode.
    constexpr NodeIndex next(NodeIndex node) const
    {
        for (int from = node + 1; from < limits::maxNodes; from = (from | 63) + 1) {
            const std::uint64_t rest = m_bits[static_cast<std::size_t>(from >> 6)] >> (from & 63);
            if (rest != 0)
                return static_cast<NodeIndex>(from + std::countr_zero(rest));
        }
        return noNode;
    }

    constexpr NodeSet without(NodeIndex node) const
    {
        NodeSet result = *this;
        result.erase(node);
        return result;
    }
    constexpr NodeSet operator&(const NodeSet& other) const
    {
        NodeSet result;
        result.m_bits = {m_bits[0] & other.m_bits[0], m_bits[1] & other.m_bits[1]};
        return result;
    }
    constexpr NodeSet operator|(const NodeSet& other) const
    {
        NodeSet result;
        result.m_bits = {m_bits[0] | other.m_bits[0], m_bits[1] | other.m_bits[1]};
        return result;
    }
    /// The members of this set that are not in @p other.
    constexpr NodeSet minus(const NodeSet& other) const
    {
        NodeSet result;
        result.m_bits = {m_bits[0] & ~other.m_bits[0], m_bits[1] & ~other.m_bits[1]};
        return result;
    }
    constexpr bool operator==(const NodeSet&) const = default;

    /// The raw bits, lowest node first; for hashing.
    constexpr const std::array<std::uint64_t, 2>& bits() const { return m_bits; }

    /// Iteration in ascending order.
    class Iterator {
    public:
        constexpr Iterator(const NodeSet* set, NodeIndex at) : m_set(set), m_at(at) {}
        constexpr NodeIndex operator*() const { return m_at; }
        constexpr Iterator& operator++()
        {
            m_at = m_set->next(m_at);
            return *this;
        }
        constexpr bool operator!=(const Iterator& other) const { return m_at != other.m_at; }

    private:
        const NodeSet* m_set;
        NodeIndex m_at;
    };
    constexpr Iterator begin() const { return {this, first()}; }
    constexpr Iterator end() const { return {this, noNode}; }

private:
    static constexpr std::size_t word(NodeIndex node)
    {
        return static_cast<std::size_t>(node >> 6);
    }
    static constexpr std::uint64_t bit(NodeIndex node) { return std::uint64_t{1} << (node & 63); }

    std::array<std::uint64_t, limits::maxNodes / 64> m_bits{};
};

} // namespace rgsim
