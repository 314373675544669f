#include "support/cluster_factory.h"

#include <utility>

namespace rgsim::support {

namespace {

ResourceType typeNamed(const std::string& name)
{
    ResourceType type;
    type.name = name;
    type.agent = name + ".sh";
    ResourceParameter primary;
    primary.name = "name";
    primary.required = true;
    primary.unique = true;
    primary.primary = true;
    type.parameters.push_back(primary);
    return type;
}

PlanEvent eventAt(std::int64_t seconds, PlanKind kind)
{
    PlanEvent event;
    event.at = SimTime::seconds(seconds);
    event.kind = kind;
    return event;
}

} // namespace

std::shared_ptr<const ResourceTypes> plainTypes()
{
    static const std::shared_ptr<const ResourceTypes> types = [] {
        auto made = std::make_shared<ResourceTypes>();
        ResourceType service = typeNamed("service");
        for (const char* field : {"domain", "recovery", "max_restarts", "restart_expire_time",
                                  "exclusive", "autostart", "depend", "depend_mode", "priority"}) {
            ResourceParameter parameter;
            parameter.name = field;
            service.parameters.push_back(parameter);
        }
        service.children.push_back({"script", 1, 1, false});
        ResourceType script = typeNamed("script");
        script.checks.push_back({0, SimDuration::seconds(30)});
        ResourceType disk = typeNamed("disk");
        disk.children = {{"disk", 1, 3, false}, {"share", 3, 1, false}};
        disk.checks = {{0, SimDuration::seconds(60)},
                       {10, SimDuration::seconds(30)},
                       {20, SimDuration::seconds(60)}};
        ResourceType share = typeNamed("share");
        share.checks.push_back({0, SimDuration::seconds(20)});
        share.canRecover = true;
        made->types = {service, script, disk, share};
        return made;
    }();
    return types;
}

Cluster makeCluster(int nodes)
{
    Cluster cluster;
    cluster.name = "made";
    cluster.types = plainTypes();
    cluster.expectedVotes = 1;
    cluster.tokenTimeout = {};
    for (int i = 1; i <= nodes; ++i) {
        Node node;
        node.name = "n" + std::to_string(i);
        node.id = i;
        cluster.nodes.push_back(node);
    }
    return cluster;
}

ServiceIndex addService(Cluster& cluster, const std::string& name)
{
    Service service;
    service.name = name;
    service.fullName = "service:" + name;
    TreeNode top;
    top.type = cluster.types->find("service");
    service.tree.nodes.push_back(top);
    cluster.services.push_back(std::move(service));
    const ServiceIndex index = cluster.serviceCount() - 1;
    addResource(cluster, index, 0, "script", name);
    return index;
}

int addResource(Cluster& cluster, ServiceIndex service, int parent, const std::string& type,
                const std::string& name)
{
    TreeNode node;
    node.type = cluster.types->find(type);
    node.parent = parent;
    node.resource = static_cast<ResourceIndex>(cluster.resources.size());
    node.checks = node.type->checks;
    Resource resource;
    resource.type = type;
    resource.name = name;
    cluster.resources.push_back(resource);
    auto& nodes = cluster.services[static_cast<std::size_t>(service)].tree.nodes;
    nodes.push_back(std::move(node));
    return static_cast<int>(nodes.size()) - 1;
}

void addDomain(Cluster& cluster, const std::string& name, const std::vector<NodeIndex>& members,
               bool ordered, bool restricted)
{
    FailoverDomain domain;
    domain.name = name;
    domain.ordered = ordered;
    domain.restricted = restricted;
    for (const NodeIndex node : members)
        domain.members.push_back({node, static_cast<int>(domain.members.size()) + 1, 0});
    cluster.domains.push_back(std::move(domain));
}

Scenario bootAll(Cluster cluster, SimTime until)
{
    Scenario scenario;
    PlanEvent boot;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
        boot.nodes.push_back(node);
    scenario.plan.events.push_back(boot);
    scenario.cluster = std::move(cluster);
    scenario.until = until;
    return scenario;
}

Scenario finishAndBoot(Cluster cluster)
{
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

Cluster makePairOfServices(bool restricted)
{
    Cluster cluster = makeCluster(3);
    for (const NodeIndex first : {NodeIndex{0}, NodeIndex{1}}) {
        const std::string name = first == 0 ? "bark" : "meow";
        addDomain(cluster, name, {first, 2}, true, restricted);
        Service& service = cluster.services[static_cast<std::size_t>(addService(cluster, name))];
        service.domainName = name;
        service.recovery = RecoveryPolicy::Relocate;
    }
    return cluster;
}

PlanEvent crashAt(std::int64_t seconds, NodeIndex node)
{
    PlanEvent event = eventAt(seconds, PlanKind::Crash);
    event.node = node;
    return event;
}

PlanEvent bootAt(std::int64_t seconds, std::vector<NodeIndex> nodes)
{
    PlanEvent event = eventAt(seconds, PlanKind::Boot);
    event.nodes = std::move(nodes);
    return event;
}

PlanEvent dieAt(std::int64_t seconds, ResourceIndex resource)
{
    PlanEvent event = eventAt(seconds, PlanKind::ProcessDies);
    event.resource = resource;
    return event;
}

PlanEvent adminAt(std::int64_t seconds, AdminRequest request, ServiceIndex service, NodeIndex via,
                  NodeIndex target)
{
    PlanEvent event = eventAt(seconds, PlanKind::Admin);
    event.request = request;
    event.service = service;
    event.node = via;
    event.target = target;
    return event;
}

Cluster makeLargeCluster(int nodes, int services, bool domains)
{
    Cluster cluster = makeCluster(nodes);
    if (domains) {
        for (int i = 0; i < nodes; ++i) {
            std::vector<NodeIndex> members;
            for (int k = 0; k < 4; ++k)
                members.push_back(static_cast<NodeIndex>((i + k) % nodes));
            addDomain(cluster, "d" + std::to_string(i), members, true, false);
        }
    }
    for (int i = 0; i < services; ++i) {
        const ServiceIndex index = addService(cluster, "s" + std::to_string(i));
        Service& service = cluster.services[static_cast<std::size_t>(index)];
        service.recovery = RecoveryPolicy::Relocate;
        if (domains)
            service.domainName = "d" + std::to_string(i % nodes);
    }
    cluster.finish();
    return cluster;
}

} // namespace rgsim::support
