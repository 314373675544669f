// Which node, service, failover domain or resource of a cluster stands in a line of its text: the
// way from a decision's line back to what can be looked at and edited.
#pragma once

#include "cluster/cluster.h"

#include <optional>
#include <string>

namespace rgsim {

struct ConfiguredThing {
    enum class Kind { Node, Service, Domain, Resource };
    Kind kind = Kind::Node;
    std::string name; ///< services and resources in full

    bool operator==(const ConfiguredThing&) const = default;
};

/// Exactly that line; a domain's member counts as the domain, what stands inside a service's tree
/// as the service. Nothing if @p line is not positive.
std::optional<ConfiguredThing> thingAtLine(const Cluster& cluster, int line);

} // namespace rgsim
