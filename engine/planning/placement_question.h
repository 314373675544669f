// Where a service could have run at an instant of a trial, had somebody placed it with open eyes:
// domains, exclusive services, and what must stay apart, by what was true then. Decides nothing
// that rgmanager decides.
#pragma once

#include "planning/trial.h"

#include <vector>

namespace rgsim {

/// By service: those it must not share a node with, ascending. From the keep-apart rules and from
/// guards whose CLUST_COLLISION names a service exactly; both directions.
std::vector<std::vector<ServiceIndex>> mustStayApart(const Cluster& cluster);

class PlacementQuestion {
public:
    explicit PlacementQuestion(const Trial& trial);

    const std::vector<ServiceIndex>& apartFrom(ServiceIndex service) const
    {
        return m_apart[static_cast<std::size_t>(service)];
    }
    /// The node takes part and the service's domain does not forbid it.
    bool isAllowed(ServiceIndex service, NodeIndex node, SimTime at) const;
    /// A service that must stay apart really runs there or is believed to.
    bool hasCollider(ServiceIndex service, NodeIndex node, SimTime at) const;
    /// Exclusive services keep it away.
    bool isExcluded(ServiceIndex service, NodeIndex node, SimTime at) const;
    /// Allowed, without a collider and not excluded.
    bool isGood(ServiceIndex service, NodeIndex node, SimTime at) const;
    /// The lowest good node but @p except, or noNode.
    NodeIndex goodNode(ServiceIndex service, SimTime at, NodeIndex except = noNode) const;

private:
    bool isThere(ServiceIndex service, NodeIndex node, SimTime at) const;

    const Trial& m_trial;
    std::vector<std::vector<ServiceIndex>> m_apart;
};

} // namespace rgsim
