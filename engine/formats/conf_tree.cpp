#include "formats/conf_tree.h"

#include <algorithm>
#include <set>

namespace rgsim {

const std::string* ConfTree::attribute(std::string_view wanted) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [wanted](const auto& item) { return item.first == wanted; });
    return found == attributes.end() ? nullptr : &found->second;
}

bool isConfHolder(const std::string& elementName)
{
    static const std::set<std::string> holders = {"cluster",      "cman",         "totem",
                                                  "clusternodes", "rm",           "failoverdomains",
                                                  "resources",    "dependencies", "fence"};
    return holders.count(elementName) != 0;
}

std::string confKeyAttribute(const std::string& elementName, const ResourceTypes& types)
{
    const ResourceType* type = types.find(elementName);
    if (type)
        return type->primaryAttribute();
    return elementName == "action" ? "depth" : "name";
}

} // namespace rgsim
