// How well a node suits a service, by its failover domain. Pure. rgmanager: node_should_start.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "cluster/cluster.h"
#include "rgmanager/service_record.h"

namespace rgsim {

/// rgmanager: FOD_ILLEGAL … FOD_BEST.
enum class Score : int { Illegal = 0, Good = 1, Better = 2, Best = 3 };

/// The score of @p node for a service of domain @p domainIndex (noDomain: none) if exactly @p
/// online were online. @p online may differ from any real view: a relocation marks nodes down on
/// purpose.
Score failoverDomainScore(const Cluster& cluster, DomainIndex domainIndex, NodeIndex node,
                          const NodeSet& online, const ServiceRecord& record);

/// True if the domain exists, is restricted and has no node in @p online.
bool isRestrictedDomainEmpty(const Cluster& cluster, DomainIndex domainIndex,
                             const NodeSet& online);

} // namespace rgsim
