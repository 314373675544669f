// What a new configuration changes for the resources of an old one: which must be stopped, started
// or merely told. It compares descriptions and carries nothing out.
#pragma once

#include "cluster/cluster.h"

#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// A resource, service or vm as rgmanager lists it.
struct ListedResource {
    const ResourceType* type = nullptr;
    std::string name;
    bool isInline = false;
    std::vector<std::pair<std::string, std::string>> attributes; ///< own values and defaults
    int instances = 0;                                           ///< places in trees
    int line = 0;
};

/// All resources, services and vms: first those defined in `<resources>`, type by type, then those
/// written inside services, in the order of the trees. rgmanager: the list of load_resources and
/// build_resource_tree.
std::vector<ListedResource> listResources(const Cluster& cluster);

/// Type and name of a tree's node, the service itself included.
std::string nodeName(const Cluster& cluster, const Service& service, const TreeNode& node);

enum class ResourceMark : std::uint8_t {
    None,
    NeedStart, ///< new, or changed so that it must be started again
    NeedStop,  ///< gone, or changed so that it must be stopped first
    Reconfig   ///< changed only in what the agent can take over while it runs
};

/// One mark per entry of listResources(), and per service one mark per node of its tree.
struct ResourceMarks {
    std::vector<ResourceMark> list;
    std::vector<std::vector<ResourceMark>> trees;
};

struct ResourceDelta {
    ResourceMarks before; ///< None and NeedStop
    ResourceMarks after;  ///< None, NeedStart and Reconfig
};

/// Resources are the same if type and name are; they have changed if an own value or default has.
/// What is below a marked node is not marked: it goes and comes with it.
/// rgmanager: resource_delta, resource_tree_delta.
ResourceDelta compareResources(const Cluster& before, const Cluster& after);

} // namespace rgsim
