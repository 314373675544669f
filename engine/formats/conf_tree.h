// An element of a cluster.conf without a text: as little of it as says what it must. Only the data
// and who is who; cluster_conf_writer makes such trees of clusters.
#pragma once

#include "cluster/resource_type.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rgsim {

struct ConfTree {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<ConfTree> children;

    bool operator==(const ConfTree&) const = default;
    /// The value, or nullptr if there is no such attribute.
    const std::string* attribute(std::string_view wanted) const;
};

/// Whether an element of that name only holds others (`<rm>`, `<resources>`, `<fence>` …). There is
/// one in each place; several count as one.
bool isConfHolder(const std::string& elementName);

/// The attribute that tells elements of that name from each other.
std::string confKeyAttribute(const std::string& elementName, const ResourceTypes& types);

/// What makes @p element (a ConfTree or ConfElement) the one that it is among its siblings.
template <typename Element>
std::string confIdentity(const Element& element, const ResourceTypes& types)
{
    if (isConfHolder(element.name))
        return element.name;
    const std::string* ref = types.find(element.name) ? element.attribute("ref") : nullptr;
    const std::string* key = element.attribute(confKeyAttribute(element.name, types));
    return element.name + (ref ? "\nref\n" + *ref : '\n' + (key ? *key : std::string()));
}

} // namespace rgsim
