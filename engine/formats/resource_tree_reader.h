// Loads resources and builds the services' trees from a cluster.conf's elements, as rgmanager's
// reslist.c and restree.c do, and says what rgmanager would leave out. Nodes and domains are
// cluster_conf_reader's.
#pragma once

#include "cluster/cluster.h"
#include "formats/cluster_conf_document.h"
#include "formats/conf_values.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rgsim {

class ResourceTreeReader {
public:
    /// All three must outlive this; @p cluster has its types, and receives resources and services.
    ResourceTreeReader(const ClusterConfDocument& document, ConfValues& values, Cluster& cluster);

    /// The children of a `<resources>` element. All of them come before the first service.
    /// rgmanager: load_resources.
    void loadDefinitions(int element);
    /// A `<service>` or `<vm>` directly in `<rm>`. rgmanager: build_resource_tree.
    void loadService(int element);
    /// Call once, last: notes services that are defined and not used.
    void finish();

private:
    using Attributes = std::vector<std::pair<std::string, std::string>>;
    struct Loaded {
        const ResourceType* type = nullptr;
        std::string name;
        Attributes attributes; ///< until there is an entry in Cluster::resources: attributesOf()
        std::vector<StatusAction> checks;
        ResourceIndex index = noResource; ///< noResource for a service that is a root
        int references = 0;
        int line = 0;
        bool isInline = false;
    };
    enum class Outcome { Added, LeftOut, EndOfType };

    bool load(int element, const ResourceType& type, Loaded& loaded);
    int store(Loaded loaded);
    void list(Loaded& loaded);
    /// Own values and defaults, in the agent's order.
    const Attributes& attributesOf(const Loaded& loaded) const;
    bool isNewService(const Loaded& loaded);
    int resolve(int element, const ResourceType& type, Outcome& outcome);
    int resolveReference(int element, const ResourceType& type, const std::string& name);
    Outcome addNode(Service& service, int element, const ResourceType& type, int parent);
    void addChildren(Service& service, int element, int parent);
    bool fits(const Service& service, int parent, int line);
    bool isBelowItself(const Service& service, int parent, int loaded, int line);
    void applyActions(int element, std::vector<StatusAction>& checks);
    void applyAction(const ConfElement& action, std::vector<StatusAction>& checks);
    void readNodeFlags(const ConfElement& element, TreeNode& node);
    void readServiceFields(const Loaded& loaded, Service& service);
    void reportUnknownType(const ConfElement& element);
    const ConfElement& element(int index) const { return m_document.element(index); }

    const ClusterConfDocument& m_document;
    ConfValues& m_values;
    Cluster& m_cluster;
    std::vector<Loaded> m_loaded;
    std::unordered_map<std::string, int> m_byUniqueValue; ///< type, attribute, value → m_loaded
    std::vector<int> m_nodeLoaded; ///< of the tree being built: which resource each node is
    bool m_toldOfTooManyServices = false;
};

} // namespace rgsim
