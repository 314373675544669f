#include "formats/cluster_conf_update.h"

#include "formats/cluster_conf_reader.h"
#include "formats/cluster_conf_writer.h"
#include "formats/conf_tree_update.h"
#include "formats/conf_values.h"

#include <algorithm>
#include <set>

namespace rgsim {

namespace {

ServiceIndex originalOf(const Cluster& before, const Cluster& after, std::size_t index)
{
    const ServiceIndex same = before.serviceByName(after.services[index].fullName);
    const bool isRenamed = same == noService && before.services.size() == after.services.size() &&
                           after.serviceByName(before.services[index].fullName) == noService;
    return isRenamed ? static_cast<ServiceIndex>(index) : same;
}

// A scenario, in which most clusters are edited, has no words for the attributes of a service below
// another service.
void keepInnerServices(const Cluster& before, Cluster& after)
{
    for (Resource& resource : after.resources) {
        const bool isService = resource.type == "service" || resource.type == "vm";
        const bool isInner = isService && after.serviceByName(resource.fullName()) == noService;
        const ResourceIndex was = isInner ? before.resourceByName(resource.fullName()) : noResource;
        if (was != noResource)
            resource.attributes = before.resource(was).attributes;
    }
}

// The edited cluster with those services in <resources> that are there already: a service means the
// same in both places, and whoever edits one need not know where it stands.
Cluster withUnsaid(const Cluster& before, Cluster after)
{
    keepInnerServices(before, after);
    std::set<std::string> names;
    for (std::size_t i = 0; i < after.services.size(); ++i) {
        Service& service = after.services[i];
        TreeNode& root = service.tree.nodes.front();
        names.insert(service.fullName);
        service.isInline = true;
        if (const ServiceIndex index = originalOf(before, after, i); index != noService) {
            const Service& was = before.service(index);
            const TreeNode& oldRoot = was.tree.nodes.front();
            service.isInline = was.isInline;
            root.independentSubtree = oldRoot.independentSubtree;
            root.maxFailures = oldRoot.maxFailures;
            root.failureExpireTime = oldRoot.failureExpireTime;
        }
        if (root.resource != noResource)
            after.resources[static_cast<std::size_t>(root.resource)].isInline = service.isInline;
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
std::vector<AttributeChange> missingNodeIds(const ClusterConfDocument& document,
                                            const Cluster& cluster)
{
    std::vector<AttributeChange> changes;
    int place = 0;
    for (const int list : document.root().children) {
        for (const int node : document.element(list).children) {
            const ConfElement& element = document.element(node);
            if (document.element(list).name != "clusternodes" || element.name != "clusternode")
                continue;
            ++place;
            const std::string* name = element.attribute("name");
            const NodeIndex known = name ? cluster.nodeByName(*name) : noNode;
            if (element.attribute("nodeid") || known == noNode || cluster.node(known).id == place)
                continue;
            changes.push_back({node, "nodeid", std::to_string(cluster.node(known).id)});
        }
    }
    return changes;
}

// cman_tool and ccs_tool only take a file whose version is higher.
std::vector<AttributeChange> raisedVersion(const ClusterConfDocument& document)
{
    const std::string* version = document.root().attribute("config_version");
    const LooseNumber number = looseNumber(version ? *version : std::string());
    if (!number.complete || number.overflow)
        return {};
    return {{0, "config_version", std::to_string(number.value + 1)}};
}

Diagnostics updateDocument(ClusterConfDocument& document, const ConfTree& before,
                           const ConfTree& after, const Cluster& cluster)
{
    TrackedConfDocument tracked(document);
    updateConfTree(tracked, before, after, *cluster.types);
    if (tracked.problems().hasErrors())
        return tracked.problems();
    document = tracked.document();
    Diagnostics problems = document.changeAttributes(missingNodeIds(document, cluster));
    problems.append(document.changeAttributes(raisedVersion(document)));
    return problems;
}

} // namespace

Result<QByteArray> updateClusterConf(const QByteArray& original, const std::string& fileName,
                                     const Cluster& before, const Cluster& after)
{
    const ConfTree treeBefore = clusterConfTree(before);
    const ConfTree treeAfter = clusterConfTree(withUnsaid(before, after));
    Result<ClusterConfDocument> document = ClusterConfDocument::parse(original, fileName);
    const Result<Cluster> described = readClusterConf(original, fileName, before.types);
    if (!document.ok() || !described.ok() || clusterConfTree(*described) != treeBefore)
        return failure(fileName, "this is not the text that the edited cluster was read from",
                       "read it again, and then edit it");
    Result<QByteArray> result;
    if (treeBefore == treeAfter) {
        result.value = original;
        return result;
    }
    result.diagnostics = updateDocument(*document, treeBefore, treeAfter, after);
    if (result.diagnostics.hasErrors())
        return result;
    const QByteArray& text = document->bytes();
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
                           describe(firstDifference(treeAfter, treeReached), *before.types) +
                           " cannot be made in this cluster.conf",
                       "change it by hand, or write a new cluster.conf");
    result.value = text;
    return result;
}

} // namespace rgsim
