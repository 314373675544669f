// Sums over many runs that are exact, so that the order in which runs are added, by how many
// threads and in how many parts, makes no difference. Adds; judges nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace rgsim {

/// Wide enough for the sum of squares of a million runs of a hundred years in milliseconds.
__extension__ typedef __int128 WideInteger;

/// What is known of a run besides what is measured: its failures and repairs, of which the average
/// is known. See CampaignControls.
constexpr std::size_t controlCount = 3;
using ControlValues = std::array<std::int64_t, controlCount>;

/// Sums and sums of products of one measured quantity [0] and of the controls [1…].
class MomentSums {
public:
    static constexpr std::size_t size = controlCount + 1;
    static constexpr std::size_t pairs = size * (size + 1) / 2;

    void add(std::int64_t measured, const ControlValues& controls)
    {
        const std::array<std::int64_t, size> values = {measured, controls[0], controls[1],
                                                       controls[2]};
        ++m_count;
        for (std::size_t i = 0; i < size; ++i) {
            m_sums[i] += values[i];
            for (std::size_t j = 0; j <= i; ++j)
                m_products[position(i, j)] += static_cast<WideInteger>(values[i]) * values[j];
        }
    }
    void add(const MomentSums& other)
    {
        m_count += other.m_count;
        for (std::size_t i = 0; i < size; ++i)
            m_sums[i] += other.m_sums[i];
        for (std::size_t i = 0; i < pairs; ++i)
            m_products[i] += other.m_products[i];
    }

    std::int64_t count() const { return m_count; }
    WideInteger sum(std::size_t i) const { return m_sums[i]; }
    WideInteger product(std::size_t i, std::size_t j) const
    {
        return m_products[i >= j ? position(i, j) : position(j, i)];
    }
    /// For writing and reading them: sums, then products.
    std::int64_t& rawCount() { return m_count; }
    std::array<WideInteger, size>& rawSums() { return m_sums; }
    std::array<WideInteger, pairs>& rawProducts() { return m_products; }
    const std::array<WideInteger, size>& rawSums() const { return m_sums; }
    const std::array<WideInteger, pairs>& rawProducts() const { return m_products; }

    bool operator==(const MomentSums&) const = default;

private:
    static constexpr std::size_t position(std::size_t i, std::size_t j)
    {
        return i * (i + 1) / 2 + j;
    }

    std::int64_t m_count = 0;
    std::array<WideInteger, size> m_sums{};
    std::array<WideInteger, pairs> m_products{};
};

} // namespace rgsim
