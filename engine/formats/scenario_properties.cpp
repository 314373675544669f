#include "formats/scenario_properties.h"

#include "base/limits.h"
#include "formats/suggestion.h"

#include <algorithm>

namespace rgsim {

Result<Property> propertyFrom(const std::string& text, const ClusterNames& names)
{
    Result<Property> result;
    const Result<PropertyWords> words = readProperty(text);
    result.diagnostics = words.diagnostics;
    if (!words.ok())
        return result;
    Property property{words->kind, {}, words->limit, words->count};
    for (const std::string& name : words->services) {
        ServiceIndex service = names.service(name);
        if (service == noService)
            service = names.service("service:" + name);
        if (service == noService)
            result.diagnostics.error({}, "there is no service \"" + name + '"',
                                     suggestion(name, names.services()));
        else if (std::find(property.services.begin(), property.services.end(), service) !=
                 property.services.end())
            result.diagnostics.error({}, '"' + name + "\" stands twice in \"" + text + '"',
                                     "name each service once");
        property.services.push_back(service);
    }
    if (result.diagnostics.empty())
        result.value = std::move(property);
    return result;
}

std::vector<Property> readProperties(const JsonObjectCursor& scenario, const ClusterNames& names)
{
    std::vector<Property> properties;
    const std::optional<JsonCursor> list = scenario.find("properties");
    if (!list)
        return properties;
    list->forEach(limits::maxProperties, [&](const JsonCursor& cursor) {
        const std::optional<std::string> text = cursor.text(limits::maxPropertyLength);
        if (!text)
            return;
        Result<Property> property = propertyFrom(*text, names);
        for (const Diagnostic& problem : property.diagnostics.items())
            cursor.error(problem.what, problem.remedy);
        if (property.ok())
            properties.push_back(std::move(*property));
    });
    return properties;
}

void writeProperties(const std::vector<Property>& properties, const Cluster& cluster,
                     JsonNode& scenario)
{
    JsonNode list = JsonNode::array();
    for (const Property& property : properties)
        list.add(propertyText(cluster, property));
    if (!list.isEmpty())
        scenario.add("properties", list);
}

} // namespace rgsim
