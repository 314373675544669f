#include "formats/scenario_cluster_writer.h"

#include "base/duration_text.h"
#include "formats/configured_values.h"
#include "formats/scenario_shapes.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

void addIf(bool condition, JsonNode& object, const char* key, JsonNode value)
{
    if (condition)
        object.add(key, std::move(value));
}

JsonNode writeNode(const Node& node)
{
    JsonNode object = JsonNode::object();
    object.add("name", node.name).add("id", node.id);
    addIf(node.votes != 1, object, "votes", node.votes);
    addIf(!node.fenceMethod.empty(), object, "fence", node.fenceMethod);
    return object;
}

JsonNode writeDomain(const Cluster& cluster, const FailoverDomain& domain)
{
    JsonNode object = JsonNode::object();
    object.add("name", domain.name);
    addIf(domain.ordered, object, "ordered", true);
    addIf(domain.restricted, object, "restricted", true);
    addIf(domain.nofailback, object, "nofailback", true);
    JsonNode nodes = JsonNode::array();
    for (const DomainMember& member : domain.members) {
        const std::string& name = cluster.node(member.node).name;
        if (member.priority == 0)
            nodes.add(name);
        else
            nodes.add(JsonNode::object().add("node", name).add("priority", member.priority));
    }
    object.add("nodes", nodes);
    return object;
}

bool isServiceType(const ResourceType& type)
{
    return type.name == "service" || type.name == "vm";
}

// Attributes with no key of their own and not at their default.
void addAttributes(JsonNode& object, const ResourceType& type, const Attributes& attributes,
                   const std::vector<std::string>& ownKeys)
{
    JsonNode written = JsonNode::object();
    for (const auto& [name, value] : configuredAttributes(type, attributes)) {
        if (std::find(ownKeys.begin(), ownKeys.end(), name) == ownKeys.end())
            written.add(name, value);
    }
    addIf(!written.isEmpty(), object, "attributes", written);
}

// Only the checks that <action> elements changed or added.
void addChecks(JsonNode& object, const TreeNode& node)
{
    JsonNode checks = JsonNode::array();
    for (const StatusAction& check : configuredChecks(node))
        checks.add(JsonNode::object()
                       .add("depth", check.depth)
                       .add("interval", formatDuration(check.interval)));
    addIf(!checks.isEmpty(), object, "checks", checks);
}

// The keys of an own resource or of a shared one, without what depends on its place in a tree.
JsonNode writeDefinition(const Cluster& cluster, const Resource& resource)
{
    static const std::vector<std::string> noFields;
    static const std::vector<std::string> serviceFields = scenario::serviceShape().keyNames();
    const ResourceType& type = *cluster.types->find(resource.type);
    Attributes attributes = resource.attributes;
    std::erase_if(attributes, [&resource](const auto& attribute) {
        return resource.type == "script" && attribute.first == "file" &&
               attribute.second == "/etc/init.d/" + resource.name;
    });
    JsonNode object = JsonNode::object();
    object.add("type", resource.type).add("name", resource.name);
    addAttributes(object, type, attributes, isServiceType(type) ? serviceFields : noFields);
    return object;
}

JsonNode writeTreeNode(const Cluster& cluster, const ResourceTree& tree, int at);

JsonNode writeChildren(const Cluster& cluster, const ResourceTree& tree, const TreeNode& node)
{
    JsonNode children = JsonNode::array();
    for (const int child : node.children)
        children.add(writeTreeNode(cluster, tree, child));
    return children;
}

JsonNode writeTreeNode(const Cluster& cluster, const ResourceTree& tree, int at)
{
    const TreeNode& node = tree.nodes[static_cast<std::size_t>(at)];
    const Resource& resource = cluster.resource(node.resource);
    JsonNode object = resource.isInline
                          ? writeDefinition(cluster, resource)
                          : JsonNode::object().add("type", resource.type).add("ref", resource.name);
    addIf(node.independentSubtree, object, "independent_subtree", true);
    addIf(node.maxFailures != 0, object, "max_failures", node.maxFailures);
    addIf(!node.failureExpireTime.isZero(), object, "failure_expire_time",
          formatDuration(node.failureExpireTime));
    addChecks(object, node);
    addIf(!node.children.empty(), object, "resources", writeChildren(cluster, tree, node));
    return object;
}

// A service that only has its init script needs no list of resources.
bool hasOnlyOwnScript(const Cluster& cluster, const Service& service)
{
    const ResourceTree& tree = service.tree;
    if (service.type != "service" || tree.nodes.size() != 2)
        return false;
    const Resource& resource = cluster.resource(tree.nodes[1].resource);
    const bool isOwn =
        resource.isInline && resource.type == "script" && resource.name == service.name;
    const JsonNode bare = JsonNode::object().add("type", "script").add("name", service.name);
    return isOwn && writeTreeNode(cluster, tree, 1).print() == bare.print();
}

void addRestartFields(JsonNode& object, const Service& service)
{
    addIf(service.recovery != RecoveryPolicy::Restart, object, "recovery",
          scenario::recoveryWords()[static_cast<std::size_t>(service.recovery)]);
    addIf(service.maxRestarts != 0, object, "max_restarts", service.maxRestarts);
    const SimDuration expire = service.restartExpireTime;
    if (expire.ms < 0)
        object.add("restart_expire_time", -1);
    else
        addIf(!expire.isZero(), object, "restart_expire_time", formatDuration(expire));
}

JsonNode writeService(const Cluster& cluster, const Service& service)
{
    const TreeNode& root = service.tree.nodes.front();
    JsonNode object = JsonNode::object();
    addIf(service.type != "service", object, "type", service.type);
    object.add("name", service.name);
    addIf(!service.domainName.empty(), object, "domain", service.domainName);
    addRestartFields(object, service);
    addIf(service.exclusive != 0, object, "exclusive", service.exclusive);
    addIf(!service.autostart, object, "autostart", false);
    addIf(!service.dependName.empty(), object, "depend", service.dependName);
    addIf(service.softDependency, object, "depend_mode", "soft");
    addIf(service.priority != 0, object, "priority", service.priority);
    addAttributes(object, *root.type, root.attributes, scenario::serviceShape().keyNames());
    addChecks(object, root);
    const bool isUsual =
        service.type == "vm" ? root.children.empty() : hasOnlyOwnScript(cluster, service);
    addIf(!isUsual, object, "resources", writeChildren(cluster, service.tree, root));
    return object;
}

JsonNode writeDependency(const Dependency& dependency)
{
    JsonNode targets = JsonNode::array();
    for (const DependencyTarget& target : dependency.targets) {
        JsonNode object = JsonNode::object();
        object.add("service", target.service);
        addIf(!target.require.empty(), object, "require", target.require);
        addIf(!target.colocate.empty(), object, "colocate", target.colocate);
        targets.add(object);
    }
    return JsonNode::object().add("service", dependency.service).add("targets", targets);
}

// Resources that are defined once for several services; a service's own root is none of them.
JsonNode writeShared(const Cluster& cluster)
{
    std::vector<bool> isRoot(cluster.resources.size(), false);
    for (const Service& service : cluster.services) {
        const ResourceIndex root = service.tree.nodes.front().resource;
        if (root != noResource)
            isRoot[static_cast<std::size_t>(root)] = true;
    }
    JsonNode shared = JsonNode::array();
    for (std::size_t i = 0; i < cluster.resources.size(); ++i) {
        if (!cluster.resources[i].isInline && !isRoot[i])
            shared.add(writeDefinition(cluster, cluster.resources[i]));
    }
    return shared;
}

template <typename Items, typename Write>
void addList(JsonNode& object, const char* key, const Items& items, Write write)
{
    JsonNode list = JsonNode::array();
    for (const auto& item : items)
        list.add(write(item));
    addIf(!list.isEmpty(), object, key, list);
}

} // namespace

JsonNode writeInlineCluster(const Cluster& cluster)
{
    JsonNode object = JsonNode::object();
    addIf(!cluster.name.empty(), object, "name", cluster.name);
    addIf(cluster.expectedVotes != 0, object, "expected_votes", cluster.expectedVotes);
    addIf(cluster.twoNode, object, "two_node", true);
    addIf(cluster.processing == Processing::Central, object, "central_processing", true);
    addList(object, "nodes", cluster.nodes, writeNode);
    addList(object, "domains", cluster.domains,
            [&](const FailoverDomain& domain) { return writeDomain(cluster, domain); });
    const JsonNode shared = writeShared(cluster);
    addIf(!shared.isEmpty(), object, "resources", shared);
    addList(object, "services", cluster.services,
            [&](const Service& service) { return writeService(cluster, service); });
    addList(object, "dependencies", cluster.dependencies, writeDependency);
    return object;
}

} // namespace rgsim
