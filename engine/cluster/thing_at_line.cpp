#include "cluster/thing_at_line.h"

#include <algorithm>

namespace rgsim {

namespace {

template <typename Range>
bool holdsLine(const Range& range, int line)
{
    return std::any_of(range.begin(), range.end(),
                       [line](const auto& thing) { return thing.line == line; });
}

} // namespace

std::optional<ConfiguredThing> thingAtLine(const Cluster& cluster, int line)
{
    using Kind = ConfiguredThing::Kind;
    if (line <= 0)
        return std::nullopt;
    for (const Service& service : cluster.services) {
        if (service.line == line)
            return ConfiguredThing{Kind::Service, service.fullName};
    }
    for (const FailoverDomain& domain : cluster.domains) {
        if (domain.line == line || holdsLine(domain.members, line))
            return ConfiguredThing{Kind::Domain, domain.name};
    }
    for (const Service& service : cluster.services) {
        if (holdsLine(service.tree.nodes, line))
            return ConfiguredThing{Kind::Service, service.fullName};
    }
    for (const Node& node : cluster.nodes) {
        if (node.line == line)
            return ConfiguredThing{Kind::Node, node.name};
    }
    for (const Resource& resource : cluster.resources) {
        if (resource.line == line)
            return ConfiguredThing{Kind::Resource, resource.fullName()};
    }
    return std::nullopt;
}

} // namespace rgsim
