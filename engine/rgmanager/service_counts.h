// How many services, and how many exclusive ones, each node has. rgmanager: count_resource_groups.
#pragma once

#include "base/ids.h"
#include "base/limits.h"
#include "base/node_set.h"
#include "cluster/cluster.h"
#include "rgmanager/manager_state.h"

#include <array>
#include <cstdint>

namespace rgsim {

class ServiceCounts {
public:
    /// Counts records that are started or starting, by owner, over the nodes in @p counted. Records
    /// that nobody has read yet count as stopped. Without any exclusive service nothing ever
    /// looks at the counts, so nothing is counted.
    ServiceCounts(const Cluster& cluster, const ManagerState& state, const NodeSet& counted);

    bool hasAny(NodeIndex node) const { return m_services[static_cast<std::size_t>(node)] > 0; }
    bool hasExclusive(NodeIndex node) const
    {
        return m_exclusive[static_cast<std::size_t>(node)] > 0;
    }
    /// True if @p service must not join what @p node has.
    bool conflicts(const PlacementFacts& service, NodeIndex node) const
    {
        return hasExclusive(node) || (service.isExclusive && hasAny(node));
    }

private:
    std::array<std::int16_t, limits::maxNodes> m_services{};
    std::array<std::int16_t, limits::maxNodes> m_exclusive{};
};

} // namespace rgsim
