#include "cluster/cluster.h"

#include <algorithm>

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

void Cluster::finish()
{
    for (FailoverDomain& domain : domains)
        finishDomain(domain, nodes.size());
    for (Service& service : services)
        service.fullName = service.type + ':' + service.name;
    anyExclusive = false;
    anyDepend = false;
    for (Service& service : services) {
        service.domain =
            service.domainName.empty() ? noDomain : domainByName(service.domainName);
        service.depend =
            service.dependName.empty() ? noService : serviceByName(service.dependName);
        anyExclusive = anyExclusive || service.exclusive != 0;
        anyDepend = anyDepend || !service.dependName.empty();
        service.tree.arrange();
        markGuardedScript(service);
    }
}

} // namespace rgsim
