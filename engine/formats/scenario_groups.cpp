#include "formats/scenario_groups.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "formats/scenario_shapes.h"

#include <algorithm>

namespace rgsim {

namespace {

void readInstances(const JsonCursor& list, const ScenarioReferences& references,
                   BalancedGroup& group)
{
    list.forEach(limits::maxServices, [&](const JsonCursor& name) {
        const std::optional<ServiceIndex> service = references.service(name);
        if (!service)
            return;
        const auto& known = group.services;
        if (std::find(known.begin(), known.end(), *service) != known.end())
            name.error("the service stands twice in the group", "name it once");
        group.services.push_back(*service);
    });
    if (list.value().isArray() && list.size() == 0)
        list.error("a group needs at least one service");
}

std::optional<BalancedGroup> readGroup(const JsonCursor& cursor,
                                       const ScenarioReferences& references)
{
    const std::optional<JsonObjectCursor> object = cursor.object(scenario::groupShape());
    if (!object)
        return std::nullopt;
    BalancedGroup group;
    group.line = cursor.line();
    group.name = object->text("name", limits::maxNameLength);
    const JsonCursor list = *object->find("services");
    readInstances(list, references, group);
    const std::int64_t most = std::max<std::int64_t>(1, list.size());
    group.needs = static_cast<int>(object->integer("needs", 1, most, 1));
    group.healthCheck = object->duration("health_check", group.healthCheck);
    group.switchTime = object->duration("switch", group.switchTime);
    return group;
}

} // namespace

std::vector<BalancedGroup> readGroups(const JsonObjectCursor& scenario,
                                      const ScenarioReferences& references)
{
    std::vector<BalancedGroup> groups;
    const std::optional<JsonCursor> list = scenario.find("groups");
    if (!list)
        return groups;
    list->forEach(limits::maxGroups, [&](const JsonCursor& cursor) {
        std::optional<BalancedGroup> group = readGroup(cursor, references);
        if (!group)
            return;
        const bool isTaken =
            std::any_of(groups.begin(), groups.end(),
                        [&](const BalancedGroup& other) { return other.name == group->name; });
        if (isTaken)
            cursor.error("there are two groups \"" + group->name + '"', "give each its own name");
        groups.push_back(std::move(*group));
    });
    return groups;
}

void writeGroups(const std::vector<BalancedGroup>& groups, const Cluster& cluster,
                 JsonNode& scenario)
{
    JsonNode list = JsonNode::array();
    for (const BalancedGroup& group : groups) {
        JsonNode services = JsonNode::array();
        for (const ServiceIndex service : group.services)
            services.add(cluster.service(service).fullName);
        JsonNode object = JsonNode::object();
        object.add("name", group.name).add("services", services);
        if (group.needs != 1)
            object.add("needs", group.needs);
        if (!group.healthCheck.isZero())
            object.add("health_check", formatDuration(group.healthCheck));
        if (!group.switchTime.isZero())
            object.add("switch", formatDuration(group.switchTime));
        list.add(object);
    }
    if (!list.isEmpty())
        scenario.add("groups", list);
}

} // namespace rgsim
