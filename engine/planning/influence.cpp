#include "planning/influence.h"

#include "simulation/rest.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rgsim {

namespace {

constexpr std::string_view plainSigns =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:-";

// Time that passes between two failures makes a difference if something is forgotten meanwhile.
bool forgetsWithTime(const Cluster& cluster)
{
    return std::any_of(
        cluster.services.begin(), cluster.services.end(), [](const Service& service) {
            const auto& nodes = service.tree.nodes;
            return (service.countsRestarts() && !service.restartExpireTime.isZero()) ||
                   std::any_of(nodes.begin(), nodes.end(), [](const TreeNode& node) {
                       return node.maxFailures > 0 && !node.failureExpireTime.isZero();
                   });
        });
}

// Services of a distributed cluster without exclusive ones meet in four places only: dependencies,
// guards, shared resources and the properties themselves. Workers are per service, and what a node
// event leads to is decided service by service.
bool mayMeetAnywhere(const Scenario& base, const std::vector<Property>& properties)
{
    const Cluster& cluster = base.cluster;
    const bool countsAll =
        std::any_of(properties.begin(), properties.end(), [](const Property& property) {
            return property.kind == Property::Kind::RelocationsPerFailure;
        });
    return cluster.anyExclusive || cluster.anyMachine ||
           cluster.processing == Processing::Central || base.start || countsAll ||
           !base.plan.scriptFaults.empty() || forgetsWithTime(cluster);
}

class Cone {
public:
    explicit Cone(const Cluster& cluster)
        : m_cluster(cluster), m_counts(cluster.services.size(), false)
    {
    }

    void add(ServiceIndex service)
    {
        if (service == noService || m_counts[static_cast<std::size_t>(service)])
            return;
        m_counts[static_cast<std::size_t>(service)] = true;
        m_open.push_back(service);
    }

    std::vector<bool> close()
    {
        while (!m_open.empty()) {
            const ServiceIndex service = m_open.back();
            m_open.pop_back();
            addDependencies(service);
            addShared(service);
            if (m_cluster.guardMode != GuardMode::Off && m_cluster.service(service).isGuarded)
                addWatched(m_cluster.service(service));
        }
        return std::move(m_counts);
    }

private:
    void addDependencies(ServiceIndex service)
    {
        add(m_cluster.service(service).depend);
        for (ServiceIndex other = 0; other < m_cluster.serviceCount(); ++other) {
            if (m_cluster.service(other).depend == service)
                add(other);
        }
    }

    void addShared(ServiceIndex service)
    {
        for (const TreeNode& node : m_cluster.service(service).tree.nodes) {
            for (ServiceIndex other = 0; other < m_cluster.serviceCount(); ++other) {
                const auto& others = m_cluster.service(other).tree.nodes;
                if (node.resource != noResource &&
                    std::any_of(others.begin(), others.end(), [&node](const TreeNode& of) {
                        return of.resource == node.resource;
                    }))
                    add(other);
            }
        }
    }

    // The published guard greps for the names in lines that hold a service's and a node's name, so
    // that any service counts whose line may hold them. A name may stand among others in an entry.
    void addWatched(const Service& guarded)
    {
        std::vector<std::string> words = guarded.collisions;
        words.push_back(guarded.fullName);
        for (const std::string& word : words) {
            for (ServiceIndex other = 0; other < m_cluster.serviceCount(); ++other) {
                const std::string& name = m_cluster.service(other).fullName;
                if (word.find(name) != std::string::npos ||
                    (m_cluster.guardMode == GuardMode::Published && mayMatch(word, name)))
                    add(other);
            }
        }
    }

    bool mayMatch(const std::string& word, const std::string& name) const
    {
        return word.empty() || word.find_first_not_of(plainSigns) != std::string::npos ||
               name.find(word) != std::string::npos ||
               std::any_of(m_cluster.nodes.begin(), m_cluster.nodes.end(), [&word](const Node& n) {
                   return n.name.find(word) != std::string::npos;
               });
    }

    const Cluster& m_cluster;
    std::vector<bool> m_counts;
    std::vector<ServiceIndex> m_open;
};

bool mayRunOn(const Cluster& cluster, ServiceIndex service, NodeIndex node)
{
    const DomainIndex domain = cluster.service(service).domain;
    return domain == noDomain || !cluster.domain(domain).restricted ||
           cluster.domain(domain).memberSet.contains(node);
}

bool haveSameTimes(const Node& a, const Node& b)
{
    return a.votes == b.votes && a.fencingTime == b.fencingTime && a.bootTime == b.bootTime &&
           a.rejoinsAfterFencing == b.rejoinsAfterFencing;
}

NodeSet swapped(const NodeSet& set, NodeIndex a, NodeIndex b)
{
    NodeSet result = set.without(a).without(b);
    if (set.contains(a))
        result.insert(b);
    if (set.contains(b))
        result.insert(a);
    return result;
}

// What is to happen to the node, and when.
std::vector<std::pair<SimTime, ItemKind>> itemsOf(const SimulationState& state, NodeIndex node)
{
    std::vector<std::pair<SimTime, ItemKind>> items;
    for (const QueueItem& item : state.world.queue.items()) {
        if (item.node == node && isCurrent(item, state.world, state.manager))
            items.emplace_back(item.at, item.kind);
    }
    std::sort(items.begin(), items.end());
    return items;
}

bool isIdle(const ManagerState& manager, NodeIndex node)
{
    for (std::size_t service = 0; service < manager.records.size(); ++service) {
        const Worker& worker = manager.worker(node, static_cast<ServiceIndex>(service));
        if (worker.phase != WorkerPhase::Idle || worker.hasRequests() || worker.task >= 0)
            return false;
    }
    return !manager.locked.contains(node);
}

} // namespace

std::vector<bool> influencingServices(const Scenario& base, const std::vector<Property>& properties)
{
    if (mayMeetAnywhere(base, properties))
        return std::vector<bool>(base.cluster.services.size(), true);
    Cone cone(base.cluster);
    for (const Property& property : properties) {
        for (const ServiceIndex service : property.services)
            cone.add(service);
    }
    return cone.close();
}

std::vector<NodeIndex> likeNodes(const Scenario& base, const std::vector<bool>& counts)
{
    const Cluster& cluster = base.cluster;
    const auto isFree = [&](NodeIndex node) {
        for (ServiceIndex service = 0; service < cluster.serviceCount(); ++service) {
            if (counts[static_cast<std::size_t>(service)] && mayRunOn(cluster, service, node))
                return false;
        }
        return true;
    };
    const bool mayBeAlike = cluster.processing == Processing::Distributed && !base.start &&
                            base.plan.fenceFaults.empty();
    std::vector<NodeIndex> like;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        like.push_back(node);
        for (NodeIndex other = 0; mayBeAlike && other < node && isFree(node); ++other) {
            if (isFree(other) && haveSameTimes(cluster.node(node), cluster.node(other))) {
                like.back() = other;
                break;
            }
        }
    }
    return like;
}

// A node on which nothing may run counts by its vote and as a pair of eyes. Who fences, and through
// whom an administrator's request goes, is written down but changes nothing. So only what is true
// of the node and what waits for it has to be the same, with the two in each other's place.
bool areInterchangeable(const SimulationState& state, NodeIndex a, NodeIndex b)
{
    NodeCondition swappedA = state.world.node(a);
    const NodeCondition& conditionB = state.world.node(b);
    swappedA.view = swapped(swappedA.view, a, b);
    swappedA.incarnation = conditionB.incarnation;
    swappedA.managerStarts = conditionB.managerStarts;
    if (!(swappedA == conditionB) || !isIdle(state.manager, a) || !isIdle(state.manager, b) ||
        itemsOf(state, a) != itemsOf(state, b))
        return false;
    for (const NodeCondition& other : state.world.nodes) {
        if (other.view.contains(a) != other.view.contains(b) && &other != &state.world.node(a) &&
            &other != &state.world.node(b))
            return false;
    }
    return true;
}

} // namespace rgsim
