#include "formats/cluster_names.h"

namespace rgsim {

namespace {

template <typename Map>
auto lookUp(const Map& map, std::string_view name, typename Map::mapped_type fallback)
{
    const auto found = map.find(name);
    return found == map.end() ? fallback : found->second;
}

} // namespace

ClusterNames::ClusterNames(const Cluster& cluster)
{
    for (const Node& node : cluster.nodes) {
        const auto index = static_cast<NodeIndex>(m_nodeNames.size());
        m_nodeNames.push_back(node.name);
        m_nodes.emplace(node.name, index);
        m_ids.emplace(node.id, index);
    }
    for (const Service& service : cluster.services) {
        m_services.emplace(service.fullName, static_cast<ServiceIndex>(m_serviceNames.size()));
        m_serviceNames.push_back(service.fullName);
    }
    for (const Resource& resource : cluster.resources) {
        const auto index = static_cast<ResourceIndex>(m_resourceNames.size());
        m_resourceNames.push_back(resource.fullName());
        m_resources.emplace(m_resourceNames.back(), index);
    }
}

NodeIndex ClusterNames::node(std::string_view name) const
{
    return lookUp(m_nodes, name, noNode);
}

NodeIndex ClusterNames::nodeByAnyName(std::string_view name) const
{
    NodeIndex found = node(name);
    if (found != noNode || name.empty())
        return found;
    for (std::size_t i = 0; i < m_nodeNames.size(); ++i) {
        const std::string_view whole = m_nodeNames[i];
        if (whole.substr(0, whole.find('.')) != name)
            continue;
        if (found != noNode)
            return noNode; // two nodes have this short name
        found = static_cast<NodeIndex>(i);
    }
    return found;
}

NodeIndex ClusterNames::nodeWithId(std::int64_t id) const
{
    const auto found = m_ids.find(id);
    return found == m_ids.end() ? noNode : found->second;
}

ServiceIndex ClusterNames::service(std::string_view fullName) const
{
    return lookUp(m_services, fullName, noService);
}

ResourceIndex ClusterNames::resource(std::string_view fullName) const
{
    return lookUp(m_resources, fullName, noResource);
}

ResourceIndex mainResource(const Service& service)
{
    ResourceIndex first = noResource;
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource == noResource)
            continue;
        if (node.type->name == "script")
            return node.resource;
        if (first == noResource)
            first = node.resource;
    }
    return first;
}

} // namespace rgsim
