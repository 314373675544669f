// Looks up what a file names in a cluster, quickly even for long fault plans. A snapshot: make a
// new one when the cluster changes.
#pragma once

#include "cluster/cluster.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

class ClusterNames {
public:
    explicit ClusterNames(const Cluster& cluster);

    NodeIndex node(std::string_view name) const;
    /// The same, and also by the part before the first dot if only one node's name begins so.
    NodeIndex nodeByAnyName(std::string_view name) const;
    NodeIndex nodeWithId(std::int64_t id) const;
    ServiceIndex service(std::string_view fullName) const;
    ResourceIndex resource(std::string_view fullName) const;

    // All names in the cluster's order, for messages.
    const std::vector<std::string>& nodes() const { return m_nodeNames; }
    const std::vector<std::string>& services() const { return m_serviceNames; }
    const std::vector<std::string>& resources() const { return m_resourceNames; }

private:
    std::map<std::string, NodeIndex, std::less<>> m_nodes;
    std::map<std::int64_t, NodeIndex> m_ids;
    std::map<std::string, ServiceIndex, std::less<>> m_services;
    std::map<std::string, ResourceIndex, std::less<>> m_resources;
    std::vector<std::string> m_nodeNames;
    std::vector<std::string> m_serviceNames;
    std::vector<std::string> m_resourceNames;
};

/// The resource that stands for a service where somebody names the service: its first script, else
/// the first thing in its tree that has a process (a vm itself); noResource for an empty service.
ResourceIndex mainResource(const Service& service);

} // namespace rgsim
