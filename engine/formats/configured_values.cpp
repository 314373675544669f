#include "formats/configured_values.h"

#include <algorithm>

namespace rgsim {

namespace {

bool isDefault(const ResourceType& type, const std::string& name, const std::string& value)
{
    const ResourceParameter* parameter = type.parameter(name);
    return parameter && parameter->hasDefault && parameter->inherit.empty() &&
           !parameter->required && parameter->defaultValue == value;
}

} // namespace

std::vector<std::pair<std::string, std::string>>
configuredAttributes(const ResourceType& type,
                     const std::vector<std::pair<std::string, std::string>>& attributes)
{
    std::vector<std::pair<std::string, std::string>> configured;
    for (const auto& [name, value] : attributes) {
        if (name != type.primaryAttribute() && !name.starts_with("__") &&
            !isDefault(type, name, value))
            configured.emplace_back(name, value);
    }
    return configured;
}

std::vector<StatusAction> configuredChecks(const TreeNode& node)
{
    const std::vector<StatusAction>& usual = node.type->checks;
    std::vector<StatusAction> configured;
    for (const StatusAction& check : node.checks) {
        const bool isUsual =
            std::any_of(usual.begin(), usual.end(), [&check](const StatusAction& other) {
                return other.depth == check.depth && other.interval == check.interval;
            });
        if (!isUsual)
            configured.push_back(check);
    }
    return configured;
}

} // namespace rgsim
