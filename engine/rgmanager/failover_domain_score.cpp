#include "rgmanager/failover_domain_score.h"

namespace rgsim {

namespace {

bool hasSmallerPriority(const FailoverDomain& domain, const NodeSet& online, int priority)
{
    for (const NodeIndex other : online& domain.memberSet) {
        if (domain.priorityOf(other) < priority)
            return true;
    }
    return false;
}

} // namespace

Score failoverDomainScore(const Cluster& cluster, DomainIndex domainIndex, NodeIndex node,
                          const NodeSet& online, const ServiceRecord& record)
{
    if (!online.contains(node))
        return Score::Illegal;
    if (domainIndex == noDomain)
        return Score::Best;
    const FailoverDomain& domain = cluster.domain(domainIndex);
    if ((online & domain.memberSet).empty())
        return domain.restricted ? Score::Illegal : Score::Best;
    if (!domain.memberSet.contains(node))
        return domain.restricted ? Score::Illegal : Score::Good;

    // With nofailback a running service is as good where it is as anywhere better.
    const bool staysPut = domain.nofailback && record.state == ServiceState::Started &&
                          record.owner != noNode && online.contains(record.owner);
    if (hasSmallerPriority(domain, online, domain.priorityOf(node))) {
        if (!domain.ordered || (staysPut && record.owner == node))
            return Score::Best;
        return Score::Better;
    }
    return staysPut && record.owner != node ? Score::Better : Score::Best;
}

bool isRestrictedDomainEmpty(const Cluster& cluster, DomainIndex domainIndex, const NodeSet& online)
{
    if (domainIndex == noDomain)
        return false;
    const FailoverDomain& domain = cluster.domain(domainIndex);
    return domain.restricted && (online & domain.memberSet).empty();
}

} // namespace rgsim
