#include "formats/scenario_times_reader.h"

#include "base/limits.h"
#include "formats/scenario_shapes.h"

namespace rgsim {

namespace {

// Times that are given; what is not given stays as it was. Read once, used for many.
struct GivenTimes {
    std::optional<SimDuration> start;
    std::optional<SimDuration> stop;
    std::optional<SimDuration> status;

    explicit GivenTimes(const JsonObjectCursor& object)
        : start(given(object, "start")), stop(given(object, "stop")),
          status(given(object, "status"))
    {
    }

    void apply(ScriptTimes& times) const
    {
        times.start = start.value_or(times.start);
        times.stop = stop.value_or(times.stop);
        times.status = status.value_or(times.status);
    }

private:
    static std::optional<SimDuration> given(const JsonObjectCursor& object, const char* key)
    {
        const std::optional<JsonCursor> found = object.find(key);
        return found ? found->duration() : std::nullopt;
    }
};

void applyTo(Service& service, const GivenTimes& times)
{
    for (TreeNode& node : service.tree.nodes) {
        if (node.resource != noResource)
            times.apply(node.times);
    }
}

void readResourceTimes(const std::string& name, const JsonCursor& cursor,
                       const ScenarioReferences& references, Service& service)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::scriptTimesShape());
    const std::optional<ResourceIndex> resource = references.resource(name, cursor);
    if (!object || !resource)
        return;
    const GivenTimes times(*object);
    bool found = false;
    for (TreeNode& node : service.tree.nodes) {
        if (node.resource != *resource)
            continue;
        times.apply(node.times);
        found = true;
    }
    if (!found)
        cursor.error('"' + name + "\" is no resource of this service");
}

void readServiceTimes(const std::string& name, const JsonCursor& cursor,
                      const ScenarioReferences& references, Cluster& cluster)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::serviceTimesShape());
    const std::optional<ServiceIndex> index = references.service(name, cursor);
    if (!object || !index)
        return;
    Service& service = cluster.services[static_cast<std::size_t>(*index)];
    applyTo(service, GivenTimes(*object));
    if (const std::optional<JsonCursor> resources = object->find("resources"))
        resources->forEachMember(limits::maxTreeNodes,
                                 [&](const std::string& resource, const JsonCursor& times) {
                                     readResourceTimes(resource, times, references, service);
                                 });
}

void setNodeTimes(const JsonObjectCursor& object, Node& node)
{
    node.bootTime = object.duration("boot", node.bootTime);
    node.fencingTime = object.duration("fencing", node.fencingTime);
    node.rejoinsAfterFencing = object.flag("rejoins_after_fencing", node.rejoinsAfterFencing);
}

// What is given for all nodes, read once so that a problem is reported once.
void setAllNodeTimes(const JsonObjectCursor& object, std::vector<Node>& nodes)
{
    if (nodes.empty())
        return;
    setNodeTimes(object, nodes.front());
    for (Node& node : nodes) {
        node.bootTime = nodes.front().bootTime;
        node.fencingTime = nodes.front().fencingTime;
        node.rejoinsAfterFencing = nodes.front().rejoinsAfterFencing;
    }
}

void readNodeTimes(const JsonObjectCursor& object, const ScenarioReferences& references,
                   Cluster& cluster)
{
    setAllNodeTimes(object, cluster.nodes);
    const std::optional<JsonCursor> nodes = object.find("nodes");
    if (!nodes)
        return;
    nodes->forEachMember(limits::maxNodes, [&](const std::string& name, const JsonCursor& cursor) {
        const std::optional<JsonObjectCursor> times = cursor.object(scenario::nodeTimesShape());
        const std::optional<NodeIndex> index = references.node(name, cursor);
        if (times && index)
            setNodeTimes(*times, cluster.nodes[static_cast<std::size_t>(*index)]);
    });
}

} // namespace

void readTimes(const JsonCursor& cursor, const ScenarioReferences& references, Cluster& cluster)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::timesShape());
    if (!object)
        return;
    cluster.tokenTimeout = object->duration("token_timeout", cluster.tokenTimeout);
    if (const std::optional<JsonCursor> poll = object->find("status_poll_interval")) {
        cluster.statusPollInterval = poll->duration().value_or(cluster.statusPollInterval);
        if (cluster.statusPollInterval.ms < 1000)
            poll->error("must be a second or longer");
    }
    readNodeTimes(*object, references, cluster);
    const std::optional<JsonCursor> scripts = object->find("scripts");
    const std::optional<JsonObjectCursor> all =
        scripts ? scripts->object(scenario::scriptTimesShape()) : std::nullopt;
    if (all) {
        const GivenTimes times(*all);
        for (Service& service : cluster.services)
            applyTo(service, times);
    }
    if (const std::optional<JsonCursor> services = object->find("services"))
        services->forEachMember(limits::maxServices,
                                [&](const std::string& name, const JsonCursor& times) {
                                    readServiceTimes(name, times, references, cluster);
                                });
}

} // namespace rgsim
