#include "cluster/resource_delta.h"

#include <algorithm>
#include <map>

namespace rgsim {

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

const std::string* valueOf(const Attributes& attributes, const std::string& name)
{
    const auto found =
        std::find_if(attributes.begin(), attributes.end(),
                     [&name](const auto& attribute) { return attribute.first == name; });
    return found == attributes.end() ? nullptr : &found->second;
}

/// Builds the list; an entry per resource, and the services that are no entries of their own.
class ListBuilder {
public:
    explicit ListBuilder(const Cluster& cluster)
        : m_cluster(cluster), m_instances(cluster.resources.size(), 0)
    {
        for (const Service& service : cluster.services) {
            for (const TreeNode& node : service.tree.nodes) {
                if (node.resource != noResource)
                    ++m_instances[static_cast<std::size_t>(node.resource)];
            }
        }
    }

    std::vector<ListedResource> build()
    {
        addDefinitions();
        for (const Service& service : m_cluster.services) {
            if (service.isInline && isRootOnly(service))
                m_list.push_back(ofService(service));
            for (const TreeNode& node : service.tree.nodes) {
                if (node.resource != noResource && m_cluster.resource(node.resource).isInline)
                    m_list.push_back(ofResource(node.resource));
            }
        }
        return std::move(m_list);
    }

private:
    static bool isRootOnly(const Service& service)
    {
        return service.tree.nodes.empty() || service.tree.nodes.front().resource == noResource;
    }

    ListedResource ofResource(ResourceIndex index) const
    {
        const Resource& from = m_cluster.resource(index);
        return {m_cluster.types->find(from.type),
                from.name,
                from.isInline,
                from.attributes,
                m_instances[static_cast<std::size_t>(index)],
                from.line};
    }

    ListedResource ofService(const Service& service) const
    {
        ListedResource listed{m_cluster.types->find(service.type),
                              service.name,
                              service.isInline,
                              {},
                              1,
                              service.line};
        if (!service.tree.nodes.empty())
            listed.attributes = service.tree.nodes.front().attributes;
        return listed;
    }

    void addDefinitions()
    {
        for (std::size_t i = 0; i < m_cluster.resources.size(); ++i) {
            if (!m_cluster.resources[i].isInline)
                m_list.push_back(ofResource(static_cast<ResourceIndex>(i)));
        }
        for (const Service& service : m_cluster.services) {
            if (!service.isInline && isRootOnly(service))
                m_list.push_back(ofService(service));
        }
        for (const Resource& unused : m_cluster.unusedServices)
            m_list.push_back({m_cluster.types->find(unused.type), unused.name, unused.isInline,
                              unused.attributes, 0, unused.line});
        std::stable_sort(m_list.begin(), m_list.end(), // types stand in one vector
                         [](const ListedResource& a, const ListedResource& b) {
                             return std::less<const ResourceType*>()(a.type, b.type);
                         });
    }

    const Cluster& m_cluster;
    std::vector<int> m_instances;
    std::vector<ListedResource> m_list;
};

std::string keyOf(const ListedResource& resource)
{
    return (resource.type ? resource.type->name : std::string()) + ':' + resource.name;
}

enum class Difference : std::uint8_t { None, Reconfigurable, Changed };

// rgmanager: rescmp
Difference compare(const ListedResource& before, const ListedResource& after)
{
    if (!after.type)
        return Difference::None;
    Difference result = Difference::None;
    for (const ResourceParameter& parameter : after.type->parameters) {
        const std::string* was = valueOf(before.attributes, parameter.name);
        const std::string* is = valueOf(after.attributes, parameter.name);
        if ((!was && !is) || (was && is && *was == *is))
            continue;
        if (!parameter.reconfig)
            return Difference::Changed;
        result = Difference::Reconfigurable;
    }
    return result;
}

using MarksByName = std::map<std::string, ResourceMark>;

/// Marks the nodes of one pair of trees after the resources' own marks.
class TreeComparison {
public:
    TreeComparison(const Cluster& before, const Cluster& after, const MarksByName& marksBefore,
                   const MarksByName& marksAfter)
        : m_before(before), m_after(after), m_marksBefore(marksBefore), m_marksAfter(marksAfter)
    {
    }

    /// One level of both trees: all children of a pair of nodes that go together.
    void compareLevel(const Service& before, const std::vector<int>& nodesBefore,
                      std::vector<ResourceMark>& marksBefore, const Service& after,
                      const std::vector<int>& nodesAfter, std::vector<ResourceMark>& marksAfter)
    {
        std::vector<bool> isTaken(nodesAfter.size(), false);
        for (const int one : nodesBefore) {
            const TreeNode& was = at(before, one);
            const std::string name = nodeName(m_before, before, was);
            const auto pair = findPartner(name, after, nodesAfter, isTaken);
            const auto mark = m_marksBefore.find(name);
            const bool mustStop =
                mark != m_marksBefore.end() && mark->second == ResourceMark::NeedStop;
            if (mustStop || pair == nodesAfter.size()) {
                marksBefore[static_cast<std::size_t>(one)] = ResourceMark::NeedStop;
                continue;
            }
            isTaken[pair] = true;
            const int other = nodesAfter[pair];
            if (const auto now = m_marksAfter.find(name); now != m_marksAfter.end())
                marksAfter[static_cast<std::size_t>(other)] = now->second;
            compareLevel(before, was.children, marksBefore, after, at(after, other).children,
                         marksAfter);
        }
        for (std::size_t i = 0; i < nodesAfter.size(); ++i) {
            if (!isTaken[i])
                marksAfter[static_cast<std::size_t>(nodesAfter[i])] = ResourceMark::NeedStart;
        }
    }

private:
    static const TreeNode& at(const Service& service, int node)
    {
        return service.tree.nodes[static_cast<std::size_t>(node)];
    }

    std::size_t findPartner(const std::string& name, const Service& after,
                            const std::vector<int>& nodes, const std::vector<bool>& isTaken) const
    {
        std::size_t i = 0;
        while (i < nodes.size() &&
               (isTaken[i] || nodeName(m_after, after, at(after, nodes[i])) != name))
            ++i;
        return i;
    }

    const Cluster& m_before;
    const Cluster& m_after;
    const MarksByName& m_marksBefore;
    const MarksByName& m_marksAfter;
};

std::vector<std::vector<ResourceMark>> unmarkedTrees(const Cluster& cluster)
{
    std::vector<std::vector<ResourceMark>> marks;
    for (const Service& service : cluster.services)
        marks.emplace_back(service.tree.nodes.size(), ResourceMark::None);
    return marks;
}

std::vector<int> rootOf(const Service& service)
{
    return service.tree.nodes.empty() ? std::vector<int>{} : std::vector<int>{0};
}

void compareTrees(const Cluster& before, const Cluster& after, const MarksByName& marksBefore,
                  const MarksByName& marksAfter, ResourceDelta& delta)
{
    delta.before.trees = unmarkedTrees(before);
    delta.after.trees = unmarkedTrees(after);
    std::map<std::string, std::size_t> servicesAfter;
    for (std::size_t i = 0; i < after.services.size(); ++i)
        servicesAfter.emplace(after.services[i].fullName, i);

    TreeComparison comparison(before, after, marksBefore, marksAfter);
    const Service none;
    std::vector<ResourceMark> noMarks;
    std::vector<bool> isTaken(after.services.size(), false);
    for (std::size_t i = 0; i < before.services.size(); ++i) {
        const Service& was = before.services[i];
        const auto found = servicesAfter.find(was.fullName);
        if (found == servicesAfter.end()) {
            comparison.compareLevel(was, rootOf(was), delta.before.trees[i], none, {}, noMarks);
        } else {
            const Service& is = after.services[found->second];
            isTaken[found->second] = true;
            comparison.compareLevel(was, rootOf(was), delta.before.trees[i], is, rootOf(is),
                                    delta.after.trees[found->second]);
        }
    }
    for (std::size_t i = 0; i < after.services.size(); ++i) {
        if (!isTaken[i] && !delta.after.trees[i].empty())
            delta.after.trees[i].front() = ResourceMark::NeedStart;
    }
}

} // namespace

std::vector<ListedResource> listResources(const Cluster& cluster)
{
    return ListBuilder(cluster).build();
}

std::string nodeName(const Cluster& cluster, const Service& service, const TreeNode& node)
{
    return node.resource == noResource ? service.fullName
                                       : cluster.resource(node.resource).fullName();
}

ResourceDelta compareResources(const Cluster& before, const Cluster& after)
{
    const std::vector<ListedResource> listBefore = listResources(before);
    const std::vector<ListedResource> listAfter = listResources(after);
    ResourceDelta delta;
    MarksByName marksBefore;
    MarksByName marksAfter;
    std::map<std::string, std::size_t> placesAfter;
    for (std::size_t i = 0; i < listAfter.size(); ++i) {
        placesAfter.emplace(keyOf(listAfter[i]), i);
        delta.after.list.push_back(ResourceMark::NeedStart);
    }
    for (const ListedResource& was : listBefore) {
        const auto found = placesAfter.find(keyOf(was));
        ResourceMark mark = ResourceMark::NeedStop;
        if (found != placesAfter.end()) {
            const Difference difference = compare(was, listAfter[found->second]);
            if (difference != Difference::Changed) {
                mark = ResourceMark::None;
                delta.after.list[found->second] =
                    difference == Difference::None ? ResourceMark::None : ResourceMark::Reconfig;
            }
        }
        delta.before.list.push_back(mark);
        marksBefore.emplace(keyOf(was), mark);
    }
    for (std::size_t i = 0; i < listAfter.size(); ++i)
        marksAfter.emplace(keyOf(listAfter[i]), delta.after.list[i]);
    compareTrees(before, after, marksBefore, marksAfter, delta);
    return delta;
}

} // namespace rgsim
