#include "cluster/resource_type.h"

#include <algorithm>

namespace rgsim {

std::string ResourceType::primaryAttribute() const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [](const ResourceParameter& p) { return p.primary; });
    return found == parameters.end() ? std::string("name") : found->name;
}

const ResourceParameter* ResourceType::parameter(const std::string& wanted) const
{
    const auto found =
        std::find_if(parameters.begin(), parameters.end(),
                     [&wanted](const ResourceParameter& p) { return p.name == wanted; });
    return found == parameters.end() ? nullptr : &*found;
}

const ChildType* ResourceType::childType(const std::string& wanted) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&wanted](const ChildType& c) { return c.type == wanted; });
    return found == children.end() ? nullptr : &*found;
}

const ResourceType* ResourceTypes::find(const std::string& wanted) const
{
    const auto found = std::find_if(types.begin(), types.end(),
                                    [&wanted](const ResourceType& t) { return t.name == wanted; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace rgsim
