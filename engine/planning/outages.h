// Outages by their lengths: how many, the longest, how many of each order of magnitude. Counts
// only; what an outage is its callers know.
#pragma once

#include "base/sim_time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace rgsim {

/// Where the classes of outage lengths begin, in seconds, after a first one that begins at 0.
constexpr std::array<std::int64_t, 19> outageClassSeconds = {
    1,    2,    5,    10,   20,    30,    60,    120,    300,    600,
    1200, 1800, 3600, 7200, 21600, 43200, 86400, 259200, 604800,
};
constexpr std::size_t outageClasses = outageClassSeconds.size() + 1;

struct Outages {
    std::int64_t count = 0;
    SimDuration longest;
    std::array<std::int64_t, outageClasses> byLength{};

    bool operator==(const Outages&) const = default;

    void add(SimDuration length)
    {
        ++count;
        longest = std::max(longest, length);
        const auto above = std::upper_bound(outageClassSeconds.begin(), outageClassSeconds.end(),
                                            length, [](SimDuration value, std::int64_t seconds) {
                                                return value < SimDuration::seconds(seconds);
                                            });
        ++byLength[static_cast<std::size_t>(above - outageClassSeconds.begin())];
    }
    void add(const Outages& other)
    {
        count += other.count;
        longest = std::max(longest, other.longest);
        for (std::size_t i = 0; i < outageClasses; ++i)
            byLength[i] += other.byLength[i];
    }
};

} // namespace rgsim
