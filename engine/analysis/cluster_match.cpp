#include "analysis/cluster_match.h"

#include <map>
#include <string>

namespace rgsim {

namespace {

// For each of `second` the position of the first thing of that name in `first`.
template <typename Index, typename Item, typename NameOf>
std::vector<Index> match(const std::vector<Item>& first, const std::vector<Item>& second,
                         Index unknown, NameOf nameOf)
{
    std::map<std::string, Index> places;
    for (std::size_t i = 0; i < first.size(); ++i)
        places.emplace(nameOf(first[i]), static_cast<Index>(i));
    std::vector<Index> matched;
    matched.reserve(second.size());
    for (const Item& item : second) {
        const auto found = places.find(nameOf(item));
        matched.push_back(found == places.end() ? unknown : found->second);
    }
    return matched;
}

template <typename Index>
Index lookUp(const std::vector<Index>& matched, Index second)
{
    return second < 0 ? second : matched[static_cast<std::size_t>(second)];
}

} // namespace

ClusterMatch::ClusterMatch(const Cluster& first, const Cluster& second)
    : m_nodes(match(first.nodes, second.nodes, unknownNode, [](const Node& n) { return n.name; })),
      m_services(match(first.services, second.services, unknownService,
                       [](const Service& s) { return s.fullName; })),
      m_resources(match(first.resources, second.resources, unknownResource,
                        [](const Resource& r) { return r.fullName(); }))
{
}

NodeIndex ClusterMatch::node(NodeIndex second) const
{
    return lookUp(m_nodes, second);
}

ServiceIndex ClusterMatch::service(ServiceIndex second) const
{
    return lookUp(m_services, second);
}

ResourceIndex ClusterMatch::resource(ResourceIndex second) const
{
    return lookUp(m_resources, second);
}

LogRow ClusterMatch::row(LogRow second) const
{
    second.node = node(second.node);
    second.owner = node(second.owner);
    second.lastOwner = node(second.lastOwner);
    second.service = service(second.service);
    second.resource = resource(second.resource);
    return second;
}

} // namespace rgsim
