#include "formats/scenario_references.h"

#include "base/limits.h"
#include "base/node_set.h"
#include "formats/suggestion.h"

namespace rgsim {

namespace {

// Names in a cluster.conf may be odd; one that exists must be possible to refer to.
constexpr int maxReference = 65536;

} // namespace

std::optional<NodeIndex> ScenarioReferences::node(const JsonCursor& cursor) const
{
    if (!cursor.value().isDouble()) {
        const std::optional<std::string> name = cursor.text(maxReference, true);
        return name ? node(*name, cursor) : std::nullopt;
    }
    const std::optional<std::int64_t> id = cursor.integer(1, limits::maxNodeId);
    if (!id)
        return std::nullopt;
    const NodeIndex found = m_names.nodeWithId(*id);
    if (found != noNode)
        return found;
    cursor.error("there is no node with the id " + std::to_string(*id),
                 suggestion({}, m_names.nodes()));
    return std::nullopt;
}

std::optional<NodeIndex> ScenarioReferences::node(const std::string& name,
                                                  const JsonCursor& cursor) const
{
    const NodeIndex found = m_names.node(name);
    if (found != noNode)
        return found;
    cursor.error("there is no node \"" + name + '"', suggestion(name, m_names.nodes()));
    return std::nullopt;
}

std::optional<std::vector<NodeIndex>> ScenarioReferences::nodes(const JsonCursor& cursor,
                                                                bool mayBeEmpty) const
{
    std::vector<NodeIndex> found;
    NodeSet seen;
    bool good = cursor.forEach(limits::maxNodes, [&](const JsonCursor& element) {
        const std::optional<NodeIndex> index = node(element);
        if (!index)
            return;
        if (seen.contains(*index))
            element.error("the node stands twice in the list", "name it once");
        seen.insert(*index);
        found.push_back(*index);
    });
    if (good && !mayBeEmpty && cursor.size() == 0) {
        cursor.error("the list is empty", "name at least one node");
        good = false;
    }
    return good ? std::optional(found) : std::nullopt;
}

ServiceIndex ScenarioReferences::serviceIndex(const std::string& name) const
{
    const ServiceIndex found = m_names.service(name);
    return found == noService ? m_names.service("service:" + name) : found;
}

std::optional<ServiceIndex> ScenarioReferences::service(const JsonCursor& cursor) const
{
    const std::optional<std::string> name = cursor.text(maxReference, true);
    return name ? service(*name, cursor) : std::nullopt;
}

std::optional<ServiceIndex> ScenarioReferences::service(const std::string& name,
                                                        const JsonCursor& cursor) const
{
    const ServiceIndex found = serviceIndex(name);
    if (found != noService)
        return found;
    cursor.error("there is no service \"" + name + '"', suggestion(name, m_names.services()));
    return std::nullopt;
}

std::optional<ResourceIndex> ScenarioReferences::resource(const JsonCursor& cursor) const
{
    const std::optional<std::string> name = cursor.text(maxReference, true);
    return name ? resource(*name, cursor) : std::nullopt;
}

std::optional<ResourceIndex> ScenarioReferences::resource(const std::string& name,
                                                          const JsonCursor& cursor) const
{
    const ResourceIndex found = m_names.resource(name);
    if (found != noResource)
        return found;
    cursor.error("there is no resource \"" + name + '"', suggestion(name, m_names.resources()));
    return std::nullopt;
}

std::optional<ResourceIndex>
ScenarioReferences::resourceOrService(const JsonObjectCursor& object) const
{
    const std::optional<JsonCursor> byService = object.find("service");
    const std::optional<JsonCursor> byResource = object.find("resource");
    if (byService.has_value() == byResource.has_value()) {
        object.self().error(byService ? "\"service\" and \"resource\" exclude each other"
                                      : "\"service\" or \"resource\" is missing",
                            "give one of the two");
        return std::nullopt;
    }
    if (byResource)
        return resource(*byResource);
    const std::optional<ServiceIndex> index = service(*byService);
    if (!index)
        return std::nullopt;
    const ResourceIndex main = mainResource(m_cluster.service(*index));
    if (main != noResource)
        return main;
    byService->error("the service has no resources, so nothing of it can run or fail");
    return std::nullopt;
}

bool ScenarioReferences::isKnown(const std::string& name) const
{
    return m_names.node(name) != noNode || serviceIndex(name) != noService ||
           m_names.resource(name) != noResource;
}

} // namespace rgsim
