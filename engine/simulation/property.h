// What somebody wants of a cluster whatever fails: services that never run together, a service that
// is back soon, few relocations. Says what is wanted; others look whether it is so.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "cluster/cluster.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rgsim {

struct Property {
    enum class Kind : std::uint8_t {
        NeverTogether,         ///< no two of `services` really run on the same node for any time
        BackWithin,            ///< once it ran, the only service runs nowhere for at most `limit`
        RelocationsPerFailure, ///< at most `count` after each failure or recovery, until the next
    };
    Kind kind = Kind::NeverTogether;
    /// RelocationsPerFailure: the one whose relocations count; none: those of all together.
    std::vector<ServiceIndex> services;
    /// BackWithin: while no node is up that may run it, the time does not count.
    SimDuration limit;
    int count = 0;

    bool operator==(const Property&) const = default;
};

/// As it is written in scenarios: "never together service:a service:b", "service:a back within
/// 90s", "at most 2 relocations per failure", "at most 1 relocations per failure of service:a".
std::string propertyText(const Cluster& cluster, const Property& property);

} // namespace rgsim
