#include "formats/scenario_start_writer.h"

#include "formats/scenario_shapes.h"

#include <algorithm>

namespace rgsim {

namespace {

JsonNode nodeNames(const Cluster& cluster, const NodeSet& nodes)
{
    JsonNode list = JsonNode::array();
    for (const NodeIndex node : nodes)
        list.add(cluster.node(node).name);
    return list;
}

NodeSet nodesThat(const StartState& start, NodeStart how)
{
    NodeSet nodes;
    for (std::size_t i = 0; i < start.nodes.size(); ++i) {
        if (start.nodes[i] == how)
            nodes.insert(static_cast<NodeIndex>(i));
    }
    return nodes;
}

// Whole seconds as such, so that they read well.
JsonNode secondsOf(SimTime time)
{
    constexpr std::int64_t milliseconds = 1000;
    if (time.ms % milliseconds == 0)
        return time.ms / milliseconds;
    return static_cast<double>(time.ms) / static_cast<double>(milliseconds);
}

JsonNode recordNode(const StartState& start, const Cluster& cluster, ServiceIndex service)
{
    const ServiceRecord& record = start.records[static_cast<std::size_t>(service)];
    JsonNode object = JsonNode::object();
    object.add("state", toString(record.state));
    if (record.owner != noNode)
        object.add("owner", cluster.node(record.owner).name);
    if (record.lastOwner != noNode)
        object.add("last_owner", cluster.node(record.lastOwner).name);
    if (record.restarts != 0)
        object.add("restarts", record.restarts);
    if (record.frozen)
        object.add("frozen", true);
    if (!record.hasChanged)
        object.add("changed", "never");
    else if (record.transition != SimTime{})
        object.add("changed", secondsOf(record.transition));
    const auto places = start.runsOn.find(service);
    if (places != start.runsOn.end())
        object.add("runs_on", nodeNames(cluster, places->second));
    return object;
}

} // namespace

JsonNode writeStartState(const StartState& start, const Cluster& cluster)
{
    const NodeSet managers = nodesThat(start, NodeStart::Manager);
    const NodeSet members = nodesThat(start, NodeStart::Member);
    JsonNode object = JsonNode::object();
    if (!nodesThat(start, NodeStart::Off).empty())
        object.add("nodes", nodeNames(cluster, managers | members));
    if (!members.empty())
        object.add("without_rgmanager", nodeNames(cluster, members));
    JsonNode services = JsonNode::object();
    for (ServiceIndex service = 0; service < cluster.serviceCount(); ++service) {
        if (start.records[static_cast<std::size_t>(service)].exists)
            services.add(cluster.service(service).fullName, recordNode(start, cluster, service));
    }
    if (!services.isEmpty())
        object.add("services", services);
    return object;
}

} // namespace rgsim
