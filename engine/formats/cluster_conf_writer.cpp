#include "formats/cluster_conf_writer.h"

#include "formats/configured_values.h"
#include "formats/scenario_shapes.h"
#include "formats/xml_text.h"

#include <algorithm>
#include <set>

namespace rgsim {

namespace {

using Attributes = XmlAttributes;

std::string seconds(SimDuration duration)
{
    return std::to_string(duration.ms / 1000);
}

void addIf(bool condition, ConfTree& element, const char* name, std::string value)
{
    if (condition)
        element.attributes.emplace_back(name, std::move(value));
}

// A service's attribute with a member of its own in Service, and what the reader takes if it is
// missing and the agent has no default.
struct ServiceField {
    const char* name;
    std::string value;
    const char* usual;
};

std::vector<ServiceField> serviceFields(const Service& service)
{
    const auto recovery = static_cast<std::size_t>(service.recovery);
    const SimDuration expire = service.restartExpireTime;
    return {{"domain", service.domainName, ""},
            {"recovery", scenario::recoveryWords()[recovery], "restart"},
            {"max_restarts", std::to_string(service.maxRestarts), "0"},
            {"restart_expire_time", expire.ms < 0 ? "-1" : seconds(expire), "0"},
            {"exclusive", std::to_string(service.exclusive), "0"},
            {"autostart", service.autostart ? "1" : "0", "1"},
            {"depend", service.dependName, ""},
            {"depend_mode", service.softDependency ? "soft" : "hard", "hard"},
            {"priority", std::to_string(service.priority), "0"}};
}

class TreeMaker {
public:
    explicit TreeMaker(const Cluster& cluster) : m_cluster(cluster) {}

    ConfTree make() const
    {
        ConfTree root{"cluster", {}, {}};
        addIf(!m_cluster.name.empty(), root, "name", m_cluster.name);
        ConfTree cman{"cman", {}, {}};
        addIf(m_cluster.expectedVotes != 0, cman, "expected_votes",
              std::to_string(m_cluster.expectedVotes));
        addIf(m_cluster.twoNode, cman, "two_node", "1");
        ConfTree totem{"totem", {}, {}};
        const SimDuration token = m_cluster.tokenTimeout;
        addIf(token != Cluster().tokenTimeout && token.ms > 0, totem, "token",
              std::to_string(token.ms));
        ConfTree nodes{"clusternodes", {}, {}};
        for (const Node& node : m_cluster.nodes)
            nodes.children.push_back(ofNode(node));
        root.children = {cman, totem, nodes, rm()};
        return root;
    }

private:
    static ConfTree ofNode(const Node& node)
    {
        ConfTree fence{"fence", {}, {}};
        if (!node.fenceMethod.empty())
            fence.children.push_back({"method", {{"name", node.fenceMethod}}, {}});
        ConfTree element{"clusternode",
                         {{"name", node.name}, {"nodeid", std::to_string(node.id)}},
                         {std::move(fence)}};
        addIf(node.votes != 1, element, "votes", std::to_string(node.votes));
        return element;
    }

    ConfTree rm() const
    {
        ConfTree rm{"rm", {}, {}};
        const SimDuration poll = m_cluster.statusPollInterval;
        addIf(poll != Cluster().statusPollInterval && poll.ms >= 1000, rm, "status_poll_interval",
              seconds(poll));
        addIf(m_cluster.processing == Processing::Central, rm, "central_processing", "1");
        ConfTree domains{"failoverdomains", {}, {}};
        for (const FailoverDomain& domain : m_cluster.domains)
            domains.children.push_back(ofDomain(domain));
        ConfTree dependencies{"dependencies", {}, {}};
        for (const Dependency& dependency : m_cluster.dependencies)
            dependencies.children.push_back(ofDependency(dependency));
        rm.children = {domains, definitions(), dependencies};
        for (const Service& service : m_cluster.services)
            rm.children.push_back(ofService(service));
        return rm;
    }

    ConfTree ofDomain(const FailoverDomain& domain) const
    {
        ConfTree element{"failoverdomain", {{"name", domain.name}}, {}};
        addIf(domain.ordered, element, "ordered", "1");
        addIf(domain.restricted, element, "restricted", "1");
        addIf(domain.nofailback, element, "nofailback", "1");
        for (const DomainMember& member : domain.members) {
            ConfTree node{"failoverdomainnode", {{"name", m_cluster.node(member.node).name}}, {}};
            addIf(member.priority != 0, node, "priority", std::to_string(member.priority));
            element.children.push_back(std::move(node));
        }
        return element;
    }

    static ConfTree ofDependency(const Dependency& dependency)
    {
        ConfTree element{"dependency", {{"name", dependency.service}}, {}};
        for (const DependencyTarget& target : dependency.targets) {
            ConfTree child{"target", {{"name", target.service}}, {}};
            addIf(!target.require.empty(), child, "require", target.require);
            addIf(!target.colocate.empty(), child, "colocate", target.colocate);
            element.children.push_back(std::move(child));
        }
        return element;
    }

    // What <resources> defines: resources, then services in the order of their use.
    ConfTree definitions() const
    {
        ConfTree element{"resources", {}, {}};
        std::set<std::string> services;
        for (const Service& service : m_cluster.services) {
            if (!service.isInline)
                services.insert(service.type + ':' + service.name);
        }
        for (const Resource& resource : m_cluster.resources) {
            if (!resource.isInline && services.count(resource.fullName()) == 0)
                element.children.push_back(ofResource(resource));
        }
        for (const Service& service : m_cluster.services) {
            if (!service.isInline)
                element.children.push_back(definitionOf(service));
        }
        for (const Resource& unused : m_cluster.unusedServices)
            element.children.push_back(ofResource(unused));
        std::stable_sort(element.children.begin(), element.children.end(), // types are one vector
                         [this](const ConfTree& a, const ConfTree& b) {
                             return m_cluster.types->find(a.name) < m_cluster.types->find(b.name);
                         });
        return element;
    }

    ConfTree ofResource(const Resource& resource) const
    {
        const ResourceType& type = *m_cluster.types->find(resource.type);
        ConfTree element{resource.type, {{type.primaryAttribute(), resource.name}}, {}};
        for (auto& attribute : configuredAttributes(type, resource.attributes))
            element.attributes.push_back(std::move(attribute));
        return element;
    }

    // What the agent does not know is not read back, and so is not written.
    static ConfTree definitionOf(const Service& service)
    {
        const TreeNode& root = service.tree.nodes.front();
        const ResourceType& type = *root.type;
        ConfTree element{service.type, {{type.primaryAttribute(), service.name}}, {}};
        std::set<std::string> done;
        for (const ServiceField& field : serviceFields(service)) {
            done.insert(field.name);
            const ResourceParameter* parameter = type.parameter(field.name);
            if (!parameter)
                continue;
            const std::string fallback =
                parameter->hasDefault ? parameter->defaultValue : field.usual;
            addIf(field.value != fallback, element, field.name, field.value);
        }
        for (auto& attribute : configuredAttributes(type, root.attributes)) {
            if (done.count(attribute.first) == 0)
                element.attributes.push_back(std::move(attribute));
        }
        return element;
    }

    ConfTree ofService(const Service& service) const
    {
        ConfTree element = definitionOf(service);
        if (!service.isInline)
            element.attributes = {{"ref", service.name}};
        addPlace(service.tree, service.tree.nodes.front(), element);
        return element;
    }

    ConfTree ofTreeNode(const ResourceTree& tree, int at) const
    {
        const TreeNode& node = tree.nodes[static_cast<std::size_t>(at)];
        const Resource& resource = m_cluster.resource(node.resource);
        ConfTree element = resource.isInline
                               ? ofResource(resource)
                               : ConfTree{resource.type, {{"ref", resource.name}}, {}};
        addPlace(tree, node, element);
        return element;
    }

    // What belongs to a place in a tree and not to the resource.
    void addPlace(const ResourceTree& tree, const TreeNode& node, ConfTree& element) const
    {
        addIf(node.independentSubtree, element, "__independent_subtree", "1");
        addIf(node.maxFailures != 0, element, "__max_failures", std::to_string(node.maxFailures));
        addIf(!node.failureExpireTime.isZero(), element, "__failure_expire_time",
              seconds(node.failureExpireTime));
        for (const StatusAction& check : configuredChecks(node))
            element.children.push_back({"action",
                                        {{"name", "status"},
                                         {"depth", std::to_string(check.depth)},
                                         {"interval", seconds(check.interval)}},
                                        {}});
        for (const int child : node.children)
            element.children.push_back(ofTreeNode(tree, child));
    }

    const Cluster& m_cluster;
};

bool isNeedless(const ConfTree& element)
{
    return isConfHolder(element.name) && element.attributes.empty() &&
           std::all_of(element.children.begin(), element.children.end(), isNeedless);
}

void appendText(const ConfTree& element, const std::string& indent, std::string& text)
{
    text += indent + xmlTag(element.name, element.attributes);
    std::string inner;
    for (const ConfTree& child : element.children) {
        if (!isNeedless(child))
            appendText(child, indent + "  ", inner);
    }
    text += inner.empty() ? "/>\n" : ">\n" + inner + indent + "</" + element.name + ">\n";
}

} // namespace

ConfTree clusterConfTree(const Cluster& cluster)
{
    return TreeMaker(cluster).make();
}

QByteArray writeClusterConf(const Cluster& cluster)
{
    ConfTree root = clusterConfTree(cluster);
    root.attributes.emplace_back("config_version", "1");
    std::string text = "<?xml version=\"1.0\"?>\n";
    appendText(root, {}, text);
    return QByteArray::fromStdString(text);
}

} // namespace rgsim
