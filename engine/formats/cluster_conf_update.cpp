#include "formats/cluster_conf_update.h"

#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_writer.h"
#include "formats/conf_tree_update.h"
#include "formats/conf_values.h"

#include <algorithm>
#include <set>

namespace rgsim {

namespace {

// The edited cluster with those services in <resources> that are there already: a service means the
// same in both places, and whoever edits one need not know where it stands.
Cluster withPlacesOf(const Cluster& before, Cluster after)
{
    std::set<std::string> names;
    const bool sameCount = before.services.size() == after.services.size();
    for (std::size_t i = 0; i < after.services.size(); ++i) {
        Service& service = after.services[i];
        names.insert(service.fullName);
        ServiceIndex was = before.serviceByName(service.fullName);
        const bool isRenamed = was == noService && sameCount &&
                               after.serviceByName(before.services[i].fullName) == noService;
        if (isRenamed)
            was = static_cast<ServiceIndex>(i);
        service.isInline = was == noService || before.service(was).isInline;
        const ResourceIndex root = service.tree.nodes.front().resource;
        if (root != noResource)
            after.resources[static_cast<std::size_t>(root)].isInline = service.isInline;
    }
    after.unusedServices = before.unusedServices;
    std::erase_if(after.unusedServices,
                  [&](const Resource& unused) { return names.count(unused.fullName()) != 0; });
    return after;
}

std::string describe(const ConfTree& element, const ResourceTypes& types)
{
    const std::string* ref = element.attribute("ref");
    const std::string* name = element.attribute(confKeyAttribute(element.name, types));
    if (isConfHolder(element.name) || (!ref && !name))
        return '<' + element.name + '>';
    return '<' + element.name + "> \"" + (ref ? *ref : *name) + '"';
}

// The innermost element of @p wanted that is not the same in @p found.
const ConfTree& firstDifference(const ConfTree& wanted, const ConfTree& found)
{
    if (wanted.attributes != found.attributes || wanted.children.size() != found.children.size())
        return wanted;
    for (std::size_t i = 0; i < wanted.children.size(); ++i) {
        if (wanted.children[i] != found.children[i])
            return firstDifference(wanted.children[i], found.children[i]);
    }
    return wanted;
}

Result<QByteArray> failure(const std::string& fileName, std::string what, std::string remedy)
{
    Result<QByteArray> result;
    result.diagnostics.error({fileName, 0, 0, {}}, std::move(what), std::move(remedy));
    return result;
}

// Nodes without a nodeid are numbered by their places, which may have changed.
void keepNodeIds(TrackedConfDocument& document, const ConfTree& root)
{
    const auto list =
        std::find_if(root.children.begin(), root.children.end(),
                     [](const ConfTree& child) { return child.name == "clusternodes"; });
    int place = 0;
    // Setting attributes moves no element, so numbers of the edited document are its positions.
    TrackedConfDocument edited(document.document());
    const int count = static_cast<int>(edited.document().elements().size());
    for (int i = 0; i < count; ++i) {
        const ConfElement& element = edited.element(i);
        if (element.name != "clusternode" || element.parent < 0)
            continue;
        const ConfElement& holder = edited.document().element(element.parent);
        if (holder.name != "clusternodes" || holder.parent != 0)
            continue;
        ++place;
        const std::string* name = element.attribute("name");
        const auto wanted =
            std::find_if(list->children.begin(), list->children.end(), [&](const ConfTree& node) {
                return name && *node.attribute("name") == *name;
            });
        if (!element.attribute("nodeid") && wanted != list->children.end() &&
            *wanted->attribute("nodeid") != std::to_string(place))
            edited.setAttribute(i, "nodeid", *wanted->attribute("nodeid"));
    }
    document = std::move(edited);
}

// cman_tool and ccs_tool only take a file whose version is higher.
void raiseVersion(TrackedConfDocument& document)
{
    const std::string* version = document.element(0).attribute("config_version");
    if (!version)
        return;
    const LooseNumber number = looseNumber(*version);
    if (number.complete && !number.overflow)
        document.setAttribute(0, "config_version", std::to_string(number.value + 1));
}

} // namespace

Result<QByteArray> updateClusterConf(const QByteArray& original, const std::string& fileName,
                                     const Cluster& before, const Cluster& after)
{
    const ResourceTypes& types = *before.types;
    const ConfTree treeBefore = clusterConfTree(before);
    const ConfTree treeAfter = clusterConfTree(withPlacesOf(before, after));
    const Result<ClusterConfDocument> read = ClusterConfDocument::parse(original, fileName);
    const Result<Cluster> described = readClusterConf(original, fileName, before.types);
    if (!read.ok() || !described.ok() || clusterConfTree(*described) != treeBefore)
        return failure(fileName, "this is not the text that the edited cluster was read from",
                       "read it again, and then edit it");
    Result<QByteArray> result;
    if (treeBefore == treeAfter) {
        result.value = original;
        return result;
    }
    TrackedConfDocument document(*read);
    updateConfTree(document, treeBefore, treeAfter, types);
    if (!document.problems().hasErrors())
        keepNodeIds(document, treeAfter);
    raiseVersion(document);
    if (document.problems().hasErrors()) {
        result.diagnostics = document.problems();
        return result;
    }
    const QByteArray& text = document.document().bytes();
    const Result<Cluster> reached = readClusterConf(text, fileName, before.types);
    if (!reached.ok()) {
        for (const Diagnostic& problem : reached.diagnostics.items()) // lines nobody has seen
            result.diagnostics.add({problem.severity,
                                    {fileName, 0, 0, {}},
                                    "after these changes, " + problem.what,
                                    problem.remedy});
        return result;
    }
    const ConfTree treeReached = clusterConfTree(*reached);
    if (treeReached != treeAfter)
        return failure(fileName,
                       "the changes to " +
                           describe(firstDifference(treeAfter, treeReached), types) +
                           " cannot be made in this cluster.conf",
                       "change it by hand, or write a new cluster.conf");
    result.value = text;
    return result;
}

} // namespace rgsim
