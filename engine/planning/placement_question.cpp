#include "planning/placement_question.h"

#include "analysis/pieces.h"

#include <algorithm>

namespace rgsim {

namespace {

void addPair(std::vector<std::vector<ServiceIndex>>& apart, ServiceIndex a, ServiceIndex b)
{
    if (a == b)
        return;
    apart[static_cast<std::size_t>(a)].push_back(b);
    apart[static_cast<std::size_t>(b)].push_back(a);
}

} // namespace

std::vector<std::vector<ServiceIndex>> mustStayApart(const Cluster& cluster)
{
    std::vector<std::vector<ServiceIndex>> apart(cluster.services.size());
    for (const KeepApartRule& rule : cluster.keepApart) {
        for (const ServiceIndex a : rule.services) {
            for (const ServiceIndex b : rule.services)
                addPair(apart, a, b);
        }
    }
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (!cluster.service(i).isGuarded)
            continue;
        for (const std::string& name : cluster.service(i).collisions) {
            const ServiceIndex other = cluster.serviceByName(name);
            if (other != noService)
                addPair(apart, i, other);
        }
    }
    for (std::vector<ServiceIndex>& services : apart) {
        std::sort(services.begin(), services.end());
        services.erase(std::unique(services.begin(), services.end()), services.end());
    }
    return apart;
}

PlacementQuestion::PlacementQuestion(const Trial& trial)
    : m_trial(trial), m_apart(mustStayApart(trial.cluster()))
{
}

bool PlacementQuestion::isAllowed(ServiceIndex service, NodeIndex node, SimTime at) const
{
    const Cluster& cluster = m_trial.cluster();
    const auto& nodes = m_trial.timeline.nodes[static_cast<std::size_t>(node)];
    if (segmentAt(nodes, at).state != NodeState::Up)
        return false;
    const DomainIndex domain = cluster.service(service).domain;
    return domain == noDomain || !cluster.domain(domain).restricted ||
           cluster.domain(domain).memberSet.contains(node);
}

bool PlacementQuestion::isThere(ServiceIndex service, NodeIndex node, SimTime at) const
{
    const Piece piece = pieceAt(m_trial.timeline.services[static_cast<std::size_t>(service)], at);
    const bool isBelieved = piece.belief.exists && piece.belief.owner == node &&
                            (piece.belief.state == ServiceState::Started ||
                             piece.belief.state == ServiceState::Starting);
    return isBelieved || piece.truth.runsOn.contains(node);
}

bool PlacementQuestion::hasCollider(ServiceIndex service, NodeIndex node, SimTime at) const
{
    const auto& apart = apartFrom(service);
    return std::any_of(apart.begin(), apart.end(),
                       [&](ServiceIndex other) { return isThere(other, node, at); });
}

bool PlacementQuestion::isExcluded(ServiceIndex service, NodeIndex node, SimTime at) const
{
    const Cluster& cluster = m_trial.cluster();
    if (!cluster.anyExclusive)
        return false;
    for (ServiceIndex other = 0; other < cluster.serviceCount(); ++other) {
        const bool clashes =
            cluster.service(service).exclusive > 0 || cluster.service(other).exclusive > 0;
        if (other != service && clashes && isThere(other, node, at))
            return true;
    }
    return false;
}

bool PlacementQuestion::isGood(ServiceIndex service, NodeIndex node, SimTime at) const
{
    return isAllowed(service, node, at) && !hasCollider(service, node, at) &&
           !isExcluded(service, node, at);
}

NodeIndex PlacementQuestion::goodNode(ServiceIndex service, SimTime at, NodeIndex except) const
{
    for (NodeIndex node = 0; node < m_trial.cluster().nodeCount(); ++node) {
        if (node != except && isGood(service, node, at))
            return node;
    }
    return noNode;
}

} // namespace rgsim
