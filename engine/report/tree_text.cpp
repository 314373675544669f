#include "report/tree_text.h"

#include "cluster/resource_delta.h"

#include <algorithm>

namespace rgsim {

namespace {

// A value may contain anything; a line of the report must stay one line.
std::string printable(const std::string& value)
{
    std::string result;
    for (const char c : value) {
        if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            result += '?';
        else
            result += c;
    }
    return result;
}

const char* markName(ResourceMark mark)
{
    switch (mark) {
    case ResourceMark::NeedStart:
        return "NEEDSTART";
    case ResourceMark::NeedStop:
        return "NEEDSTOP";
    case ResourceMark::Reconfig:
        return "RECONFIG";
    case ResourceMark::None:
        break;
    }
    return "";
}

std::string traitsOf(const ResourceParameter& parameter, bool isInherited)
{
    std::string traits;
    if (parameter.primary)
        traits += " primary";
    if (parameter.unique)
        traits += " unique";
    if (parameter.required)
        traits += " required";
    if (parameter.reconfig)
        traits += " reconfig";
    if (isInherited)
        traits += " inherit(\"" + parameter.inherit + "\")";
    return traits.empty() ? traits : " [" + traits + " ]";
}

void printResource(const ListedResource& resource, ResourceMark mark, std::string& text)
{
    if (!resource.type)
        return;
    text += "Resource type: " + resource.type->name;
    if (resource.isInline)
        text += " [INLINE]";
    if (mark != ResourceMark::None)
        text += std::string(" [") + markName(mark) + ']';
    text += '\n';
    if (resource.type->maxInstances > 0)
        text += "Instances: " + std::to_string(resource.instances) + '/' +
                std::to_string(resource.type->maxInstances) + '\n';
    text += "Agent: " + resource.type->agent + "\nAttributes:\n";
    for (const ResourceParameter& parameter : resource.type->parameters) {
        const auto own =
            std::find_if(resource.attributes.begin(), resource.attributes.end(),
                         [&](const auto& attribute) { return attribute.first == parameter.name; });
        const bool isOwn = own != resource.attributes.end();
        if (!isOwn && parameter.inherit.empty())
            continue;
        text += "  " + parameter.name;
        if (isOwn)
            text += " = " + printable(own->second);
        text += traitsOf(parameter, !isOwn) + '\n';
    }
    text += '\n';
}

void printList(const Cluster& cluster, const std::vector<ResourceMark>& marks, std::string& text)
{
    const std::vector<ListedResource> list = listResources(cluster);
    for (std::size_t i = 0; i < list.size(); ++i)
        printResource(list[i], marks.empty() ? ResourceMark::None : marks[i], text);
}

void printNode(const ResourceTree& tree, int index, const std::vector<ResourceMark>& marks,
               std::string& text)
{
    const TreeNode& node = tree.nodes[static_cast<std::size_t>(index)];
    const std::string indent(static_cast<std::size_t>(node.depth) * 2, ' ');
    std::string flags;
    if (!marks.empty() && marks[static_cast<std::size_t>(index)] != ResourceMark::None)
        flags += std::string(markName(marks[static_cast<std::size_t>(index)])) + ' ';
    if (node.independentSubtree)
        flags += "INDEPENDENT ";
    text += indent + node.type->name + (flags.empty() ? " {\n" : " [ " + flags + "] {\n");
    for (const auto& [name, value] : node.attributes)
        text += indent + "  " + name + " = \"" + printable(value) + "\";\n";
    for (const int child : node.children)
        printNode(tree, child, marks, text);
    text += indent + "}\n";
}

void printTrees(const Cluster& cluster, const std::vector<std::vector<ResourceMark>>& marks,
                std::string& text)
{
    for (std::size_t i = 0; i < cluster.services.size(); ++i) {
        const ResourceTree& tree = cluster.services[i].tree;
        if (!tree.nodes.empty())
            printNode(tree, 0, marks.empty() ? std::vector<ResourceMark>{} : marks[i], text);
    }
}

} // namespace

std::string treeText(const Cluster& cluster)
{
    std::string text = "=== Resources List ===\n";
    printList(cluster, {}, text);
    text += "=== Resource Tree ===\n";
    printTrees(cluster, {}, text);
    return text;
}

std::string orderText(const Cluster& cluster, TreeOperation operation, std::string_view onlyService)
{
    const bool starts = operation == TreeOperation::Start;
    const char* const mark = starts ? "[start] " : "[stop] ";
    std::string text;
    for (const Service& service : cluster.services) {
        if (!onlyService.empty() && service.fullName != onlyService)
            continue;
        const ResourceTree& tree = service.tree;
        // The orders leave out a service that has no script of its own; rg_test shows it.
        const std::string itself = mark + service.fullName + '\n';
        const bool isInOrder = !tree.nodes.empty() && tree.nodes.front().resource != noResource;
        text += service.type + ' ' + service.name + '\n';
        if (starts && !isInOrder)
            text += itself;
        for (const int node : starts ? tree.startOrder : tree.stopOrder)
            text += mark + nodeName(cluster, service, tree.nodes[static_cast<std::size_t>(node)]) +
                    '\n';
        if (!starts && !isInOrder)
            text += itself;
    }
    return text;
}

std::string deltaText(const Cluster& before, const Cluster& after)
{
    const ResourceDelta delta = compareResources(before, after);
    std::string text = "=== Old Resource List ===\n";
    printList(before, delta.before.list, text);
    text += "=== New Resource List ===\n";
    printList(after, delta.after.list, text);
    text += "=== Old Resource Tree ===\n";
    printTrees(before, delta.before.trees, text);
    text += "=== New Resource Tree ===\n";
    printTrees(after, delta.after.trees, text);
    return text;
}

} // namespace rgsim
