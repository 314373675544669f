// What somebody wants of a cluster whatever fails: services that never run together, a service that
// is back soon, few relocations. Says what is wanted; others look whether it is so.
#pragma once

#include "base/diagnostic.h"
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

/// A property as it is written, with the names that stand there.
struct PropertyWords {
    Property::Kind kind = Property::Kind::NeverTogether;
    std::vector<std::string> services;
    SimDuration limit;
    int count = 0;

    bool operator==(const PropertyWords&) const = default;
};

/// Reads "never together service:a service:b" (two or more names, commas between them or not),
/// "service:a back within 90s", "at most 2 relocations per failure" and "at most 1 relocation per
/// failure of service:a". A name with a blank, a comma or a quote stands in double quotes, with a
/// backslash before each quote and backslash in it. Problems have no place.
Result<PropertyWords> readProperty(const std::string& text);

/// What readProperty() reads.
std::string toText(const PropertyWords& words);

/// The property with the services' full names.
std::string propertyText(const Cluster& cluster, const Property& property);

} // namespace rgsim
