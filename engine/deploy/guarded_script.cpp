#include "deploy/guarded_script.h"

#include "guard/init_script.h"

#include <array>
#include <string_view>

namespace rgsim {

namespace {

const TreeNode* guardedNode(const Service& service)
{
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource != noResource && node.type->name == "script")
            return &node;
    }
    return nullptr;
}

void readFile(ServiceScript& script)
{
    constexpr std::array<std::string_view, 2> folders = {"/etc/init.d/", "/etc/rc.d/init.d/"};
    for (const std::string_view folder : folders) {
        if (!script.file.starts_with(folder))
            continue;
        const std::string name = script.file.substr(folder.size());
        if (isProgramName(name))
            script.prog = name;
        else
            script.whyNot = "has a name that a shell, ps and chkconfig do not all take";
        return;
    }
    script.whyNot = "is not in /etc/init.d";
}

} // namespace

ServiceScript scriptOf(const Cluster& cluster, const Service& service)
{
    ServiceScript script;
    const TreeNode* const node = guardedNode(service);
    if (node == nullptr)
        return script;
    script.isThere = true;
    const Resource& resource = cluster.resource(node->resource);
    script.resource = resource.fullName();
    for (const auto& [name, value] : node->attributes) {
        if (name == "file")
            script.file = value;
    }
    if (script.file.empty())
        script.file = "/etc/init.d/" + resource.name;
    readFile(script);
    return script;
}

} // namespace rgsim
