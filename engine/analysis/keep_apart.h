// When services that must be kept apart really ran on the same node. Measures the truth of a
// timeline against the cluster's rules; what records or guards said does not matter here.
#pragma once

#include "analysis/timeline.h"
#include "cluster/cluster.h"

#include <vector>

namespace rgsim {

/// While from <= t < to, all of `services` and no others of the rule ran on `node`.
struct KeepApartViolation {
    std::size_t rule = 0; ///< position in Cluster::keepApart
    NodeIndex node = noNode;
    SimTime from;
    SimTime to;
    std::vector<ServiceIndex> services; ///< two or more, ascending

    bool operator==(const KeepApartViolation&) const = default;
};

/// By rule, then node, then time. Intervals without length are left out.
std::vector<KeepApartViolation> keepApartViolations(const Cluster& cluster,
                                                    const Timeline& timeline);
/// The same for other rules than the cluster's own.
std::vector<KeepApartViolation> keepApartViolations(const std::vector<KeepApartRule>& rules,
                                                    const Timeline& timeline);

} // namespace rgsim
