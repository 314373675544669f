#include "cluster/cluster.h"

#include <algorithm>
#include <map>

namespace rgsim {

namespace {

template <typename Index, typename Items, typename Matches>
Index indexWhere(const Items& items, Matches matches)
{
    const auto found = std::find_if(items.begin(), items.end(), matches);
    return found == items.end() ? Index{-1} : static_cast<Index>(found - items.begin());
}

// The guard sits in the init script, so the first script of a guarded service asks it.
void markGuardedScript(Service& service)
{
    for (TreeNode& node : service.tree.nodes)
        node.isGuarded = false;
    if (!service.isGuarded)
        return;
    for (TreeNode& node : service.tree.nodes) {
        if (node.type->name == "script") {
            node.isGuarded = true;
            return;
        }
    }
}

/// Positions by name, the first one of each; for thousands of lookups at once.
template <typename Index, typename Items, typename NameOf>
std::map<std::string_view, Index> indexByName(const Items& items, NameOf nameOf)
{
    std::map<std::string_view, Index> result;
    for (std::size_t i = 0; i < items.size(); ++i)
        result.emplace(nameOf(items[i]), static_cast<Index>(i));
    return result;
}

template <typename Index>
Index lookUp(const std::map<std::string_view, Index>& indices, const std::string& name)
{
    const auto found = name.empty() ? indices.end() : indices.find(name);
    return found == indices.end() ? Index{-1} : found->second;
}

void finishDomain(FailoverDomain& domain, std::size_t nodeCount)
{
    domain.memberSet.clear();
    domain.priorities.assign(nodeCount, 0);
    for (const DomainMember& member : domain.members) {
        if (domain.memberSet.contains(member.node))
            continue; // listed twice: the first line counts
        domain.memberSet.insert(member.node);
        const bool counts = domain.ordered && member.priority >= 1 && member.priority <= 100;
        domain.priorities[static_cast<std::size_t>(member.node)] = counts ? member.priority : 0;
    }
}

} // namespace

NodeIndex Cluster::nodeByName(std::string_view wanted) const
{
    return indexWhere<NodeIndex>(nodes, [wanted](const Node& n) { return n.name == wanted; });
}

NodeIndex Cluster::nodeById(int id) const
{
    return indexWhere<NodeIndex>(nodes, [id](const Node& n) { return n.id == id; });
}

ServiceIndex Cluster::serviceByName(std::string_view wanted) const
{
    return indexWhere<ServiceIndex>(services,
                                    [wanted](const Service& s) { return s.fullName == wanted; });
}

ResourceIndex Cluster::resourceByName(std::string_view wanted) const
{
    return indexWhere<ResourceIndex>(
        resources, [wanted](const Resource& r) { return r.fullName() == wanted; });
}

DomainIndex Cluster::domainByName(std::string_view wanted) const
{
    return indexWhere<DomainIndex>(domains,
                                   [wanted](const FailoverDomain& d) { return d.name == wanted; });
}

int Cluster::quorumVotes() const
{
    int expected = expectedVotes;
    if (expected == 0) {
        for (const Node& node : nodes)
            expected += node.votes;
    }
    if (twoNode && expected == 1)
        return 1;
    return expected / 2 + 1;
}

void Cluster::guardKeepApartRules()
{
    for (const KeepApartRule& rule : keepApart) {
        for (const ServiceIndex who : rule.services) {
            Service& guarded = services[static_cast<std::size_t>(who)];
            guarded.isGuarded = true;
            for (const ServiceIndex other : rule.services) {
                const std::string& collider = service(other).fullName;
                const auto& known = guarded.collisions;
                if (other != who && std::find(known.begin(), known.end(), collider) == known.end())
                    guarded.collisions.push_back(collider);
            }
        }
    }
    for (Service& each : services)
        markGuardedScript(each);
}

void Cluster::finish()
{
    for (FailoverDomain& domain : domains)
        finishDomain(domain, nodes.size());
    for (Service& service : services)
        service.fullName = service.type + ':' + service.name;
    const auto domainIndices = indexByName<DomainIndex>(
        domains, [](const FailoverDomain& d) -> std::string_view { return d.name; });
    const auto serviceIndices = indexByName<ServiceIndex>(
        services, [](const Service& s) -> std::string_view { return s.fullName; });
    anyExclusive = false;
    anyDepend = false;
    anyMachine = false;
    placement.clear();
    for (Service& service : services) {
        service.domain = lookUp(domainIndices, service.domainName);
        service.depend = lookUp(serviceIndices, service.dependName);
        placement.push_back(
            {service.domain, service.depend, service.exclusive != 0, service.autostart});
        anyMachine = anyMachine || service.type == "vm";
        anyExclusive = anyExclusive || service.exclusive != 0;
        anyDepend = anyDepend || !service.dependName.empty();
        service.tree.arrange();
        markGuardedScript(service);
    }
}

ResourceIndex failingResource(const Service& service)
{
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource != noResource && node.type->name != "ip")
            return node.resource;
    }
    return noResource;
}

} // namespace rgsim
