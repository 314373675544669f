// Makes clusters of any size for tests and benchmarks, without any file: nodes n1…, services
// service:s0… with one script each. Deterministic.
#pragma once

#include "cluster/cluster.h"
#include "simulation/scenario.h"
#include "world/fault_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace rgsim::support {

/// Types "service" with all its fields and scripts as levelled children, "script" with a check
/// every 30 s, "disk" with levelled disks and shares below it and checks of three depths, "share"
/// with a recover action.
std::shared_ptr<const ResourceTypes> plainTypes();

/// @p nodes nodes named n1…, all of one vote; quorum never goes away; no detection or fencing time.
Cluster makeCluster(int nodes);

/// Adds service:@p name with one script of the same name; returns its index. finish() is up to
/// the caller.
ServiceIndex addService(Cluster& cluster, const std::string& name);

/// Adds a resource of @p type below node @p parent of the service's tree; returns its node.
/// finish() is up to the caller.
int addResource(Cluster& cluster, ServiceIndex service, int parent, const std::string& type,
                const std::string& name);

/// Adds a failover domain of @p members with priorities 1, 2, ….
void addDomain(Cluster& cluster, const std::string& name, const std::vector<NodeIndex>& members,
               bool ordered, bool restricted);

/// The scenario in which all nodes boot at 0.
Scenario bootAll(Cluster cluster, SimTime until);

/// The same of a cluster that is not finished yet, until 300 s.
Scenario finishAndBoot(Cluster cluster);

/// Three nodes and two services that relocate: service:bark begins on n1, service:meow on n2, n3 is
/// the next for both, and the only one if their domains are @p restricted. Not finished.
Cluster makePairOfServices(bool restricted);

/// A plan event at @p seconds.
PlanEvent crashAt(std::int64_t seconds, NodeIndex node);
PlanEvent bootAt(std::int64_t seconds, std::vector<NodeIndex> nodes);
PlanEvent dieAt(std::int64_t seconds, ResourceIndex resource);
PlanEvent adminAt(std::int64_t seconds, AdminRequest request, ServiceIndex service, NodeIndex via,
                  NodeIndex target = noNode);

/// Nodes × services, every service with recovery relocate and, with @p domains, in one of as many
/// ordered domains of four nodes as there are nodes.
Cluster makeLargeCluster(int nodes, int services, bool domains);

} // namespace rgsim::support
