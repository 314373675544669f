// Turns the names that a scenario file uses into indices of its cluster, and explains unknown ones
// with the names there are.
#pragma once

#include "cluster/cluster.h"
#include "formats/cluster_names.h"
#include "formats/json_input.h"

#include <optional>
#include <string>
#include <vector>

namespace rgsim {

class ScenarioReferences {
public:
    /// @p cluster must outlive this and keep its names.
    explicit ScenarioReferences(const Cluster& cluster) : m_cluster(cluster), m_names(cluster) {}

    const Cluster& cluster() const { return m_cluster; }

    /// A node by its name, or by its configured id as a number.
    std::optional<NodeIndex> node(const JsonCursor& cursor) const;
    /// A list of different nodes.
    std::optional<std::vector<NodeIndex>> nodes(const JsonCursor& cursor, bool mayBeEmpty) const;
    /// A service by its full name ("service:bark", "vm:guest"), or by "bark" for "service:bark".
    std::optional<ServiceIndex> service(const JsonCursor& cursor) const;
    /// The same for a name that stands as a key; @p cursor is the value beside it.
    std::optional<ServiceIndex> service(const std::string& name, const JsonCursor& cursor) const;
    std::optional<NodeIndex> node(const std::string& name, const JsonCursor& cursor) const;
    /// A resource by its full name ("fs:data").
    std::optional<ResourceIndex> resource(const JsonCursor& cursor) const;
    std::optional<ResourceIndex> resource(const std::string& name, const JsonCursor& cursor) const;
    /// Exactly one of the members "service" (its main resource) and "resource".
    std::optional<ResourceIndex> resourceOrService(const JsonObjectCursor& object) const;
    /// Whether there is a node, service or resource of that name.
    bool isKnown(const std::string& name) const;
    const ClusterNames& names() const { return m_names; }
    bool isService(const std::string& fullName) const
    {
        return m_names.service(fullName) != noService;
    }
    const std::vector<std::string>& serviceNames() const { return m_names.services(); }

private:
    ServiceIndex serviceIndex(const std::string& name) const;

    const Cluster& m_cluster;
    ClusterNames m_names;
};

} // namespace rgsim
