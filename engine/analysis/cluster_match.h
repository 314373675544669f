// Which node, service and resource of one cluster is which of another, by name: for comparing runs
// of clusters that differ. Equal names are taken for the same thing; nothing else is looked at.
#pragma once

#include "cluster/cluster.h"
#include "world/run_log.h"

#include <vector>

namespace rgsim {

class ClusterMatch {
public:
    /// Stands for what the first cluster does not have; differs from all its indices and from none.
    static constexpr NodeIndex unknownNode = -2;
    static constexpr ServiceIndex unknownService = -2;
    static constexpr ResourceIndex unknownResource = -2;

    ClusterMatch(const Cluster& first, const Cluster& second);

    // The first cluster's index for one of the second's; none stays none.
    NodeIndex node(NodeIndex second) const;
    ServiceIndex service(ServiceIndex second) const;
    ResourceIndex resource(ResourceIndex second) const;
    /// @p second as the first cluster's log would have it.
    LogRow row(LogRow second) const;

private:
    std::vector<NodeIndex> m_nodes;
    std::vector<ServiceIndex> m_services;
    std::vector<ResourceIndex> m_resources;
};

} // namespace rgsim
