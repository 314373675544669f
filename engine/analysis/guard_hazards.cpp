#include "analysis/guard_hazards.h"

#include "base/node_set.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace rgsim {

namespace {

// The records and processes as they stand at a row of the log.
class HazardFinder {
public:
    explicit HazardFinder(const Cluster& cluster);
    void take(const LogRow& row);
    std::vector<GuardHazardFound> result() { return std::move(m_found); }

private:
    struct Belief {
        ServiceState state = ServiceState::Stopped;
        NodeIndex owner = noNode;
    };

    void judgeStart(const LogRow& row);
    void judgeRefusal(const LogRow& row);
    bool runsOn(ServiceIndex service, NodeIndex node) const;
    const std::vector<ServiceIndex>& collidersOf(ServiceIndex service) const
    {
        return m_colliders[static_cast<std::size_t>(service)];
    }

    const Cluster& m_cluster;
    std::vector<std::vector<ServiceIndex>> m_colliders;
    std::vector<Belief> m_beliefs;
    std::vector<NodeSet> m_processes;
    std::vector<GuardHazardFound> m_found;
};

HazardFinder::HazardFinder(const Cluster& cluster)
    : m_cluster(cluster), m_colliders(cluster.services.size()), m_beliefs(cluster.services.size()),
      m_processes(cluster.resources.size())
{
    std::map<std::string_view, ServiceIndex> byName;
    for (ServiceIndex s = 0; s < cluster.serviceCount(); ++s)
        byName.emplace(cluster.service(s).fullName, s);
    for (ServiceIndex s = 0; s < cluster.serviceCount(); ++s) {
        if (!cluster.service(s).isGuarded)
            continue;
        for (const std::string& name : cluster.service(s).collisions) {
            const auto found = byName.find(name);
            if (found != byName.end() && found->second != s)
                m_colliders[static_cast<std::size_t>(s)].push_back(found->second);
        }
    }
}

bool HazardFinder::runsOn(ServiceIndex service, NodeIndex node) const
{
    bool any = false;
    for (const TreeNode& treeNode : m_cluster.service(service).tree.nodes) {
        if (treeNode.resource == noResource)
            continue;
        if (!m_processes[static_cast<std::size_t>(treeNode.resource)].contains(node))
            return false;
        any = true;
    }
    return any;
}

void HazardFinder::judgeStart(const LogRow& row)
{
    for (const ServiceIndex other : collidersOf(row.service)) {
        if (!runsOn(other, row.node))
            continue;
        m_found.push_back({row.at, GuardHazardKind::StartedBeside, row.service, row.node, other});
        return;
    }
}

void HazardFinder::judgeRefusal(const LogRow& row)
{
    const Belief& own = m_beliefs[static_cast<std::size_t>(row.service)];
    const bool isElsewhere = own.state == ServiceState::Started && own.owner != row.node;
    const std::vector<ServiceIndex>& colliders = collidersOf(row.service);
    const bool isTaken = std::any_of(colliders.begin(), colliders.end(), [&](ServiceIndex other) {
        const Belief& belief = m_beliefs[static_cast<std::size_t>(other)];
        return belief.owner == row.node &&
               (belief.state == ServiceState::Started || belief.state == ServiceState::Starting);
    });
    if (!isElsewhere && !isTaken)
        m_found.push_back(
            {row.at, GuardHazardKind::RefusedForNothing, row.service, row.node, noService});
}

void HazardFinder::take(const LogRow& row)
{
    if (row.kind == RowKind::Record) {
        m_beliefs[static_cast<std::size_t>(row.service)] = {row.state, row.owner};
    } else if (row.kind == RowKind::Process) {
        NodeSet& places = m_processes[static_cast<std::size_t>(row.resource)];
        if (row.flag)
            places.insert(row.node);
        else
            places.erase(row.node);
    } else if (row.kind == RowKind::Script && row.result == ScriptResult::StartOk) {
        judgeStart(row);
    } else if (row.kind == RowKind::Script && row.result == ScriptResult::StartRefused) {
        judgeRefusal(row);
    }
}

} // namespace

std::vector<GuardHazardFound> findGuardHazards(const Cluster& cluster,
                                               const std::vector<LogRow>& rows)
{
    const bool anyGuard = std::any_of(cluster.services.begin(), cluster.services.end(),
                                      [](const Service& service) { return service.isGuarded; });
    if (cluster.guardMode == GuardMode::Off || !anyGuard)
        return {};
    HazardFinder finder(cluster);
    for (const LogRow& row : rows)
        finder.take(row);
    return finder.result();
}

const char* toString(GuardHazardKind kind)
{
    switch (kind) {
    case GuardHazardKind::StartedBeside:
        return "started-beside";
    case GuardHazardKind::RefusedForNothing:
        return "refused-for-nothing";
    }
    return "?";
}

} // namespace rgsim
