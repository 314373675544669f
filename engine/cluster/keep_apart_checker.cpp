#include "cluster/keep_apart_checker.h"

#include <algorithm>
#include <map>
#include <set>

namespace rgsim {

namespace {

// clustat shows that many characters of a service's name on the usual 80 columns.
constexpr std::size_t clustatNameWidth = 30;

class KeepApartChecker {
public:
    KeepApartChecker(const Cluster& cluster, Diagnostics& diagnostics)
        : m_cluster(cluster), m_diagnostics(diagnostics)
    {
        for (const Service& service : cluster.services)
            m_byName.emplace(service.fullName, &service);
    }

    void run()
    {
        for (const Service& service : m_cluster.services) {
            if (service.isGuarded)
                checkGuard(service);
        }
        for (const KeepApartRule& rule : m_cluster.keepApart)
            checkRule(rule);
    }

private:
    SourcePlace at(int line) const { return {m_cluster.sourceFile, line, 0, {}}; }
    const std::string& nameOf(ServiceIndex service) const
    {
        return m_cluster.service(service).fullName;
    }

    void checkGuard(const Service& service);
    void checkCollision(const Service& service, const std::string& name);
    void checkRule(const KeepApartRule& rule);
    void checkRoom(const KeepApartRule& rule, const std::vector<ServiceIndex>& services);
    void checkTies(const KeepApartRule& rule, const std::set<ServiceIndex>& services);
    NodeSet nodesOf(const Service& service) const;

    const Cluster& m_cluster;
    Diagnostics& m_diagnostics;
    std::map<std::string, const Service*> m_byName;
};

void KeepApartChecker::checkCollision(const Service& service, const std::string& name)
{
    const std::string what = "the guard of " + service.fullName + " names \"" + name + "\"";
    const auto found = m_byName.find(name);
    if (found == m_byName.end()) {
        const bool lacksType = m_byName.contains("service:" + name);
        m_diagnostics.warning(
            at(service.line), what + ", which is no service",
            lacksType ? "write service:" + name + ", as clustat shows it"
                      : "write the name exactly as clustat shows it, with service: before it");
        return;
    }
    const Service& other = *found->second;
    if (&other == &service) {
        m_diagnostics.warning(at(service.line), what + ", which is the service itself",
                              "remove it from CLUST_COLLISION");
        return;
    }
    if (name.size() > clustatNameWidth)
        m_diagnostics.warning(at(service.line),
                              what + ", of which clustat shows only " +
                                  std::to_string(clustatNameWidth) +
                                  " characters, so that the published guard never sees it",
                              "give the service a shorter name");
    const std::vector<std::string>& back = other.collisions;
    if (!other.isGuarded || std::find(back.begin(), back.end(), service.fullName) == back.end())
        m_diagnostics.warning(at(service.line),
                              what + ", but the guard of " + other.fullName + " does not name " +
                                  service.fullName + ": " + other.fullName + " may start beside it",
                              "add " + service.fullName + " to its CLUST_COLLISION");
}

void KeepApartChecker::checkGuard(const Service& service)
{
    const bool hasScript =
        std::any_of(service.tree.nodes.begin(), service.tree.nodes.end(),
                    [](const TreeNode& node) { return node.type->name == "script"; });
    if (!hasScript)
        m_diagnostics.warning(at(service.line),
                              service.fullName +
                                  " has a guard but no script that could ask it, so it has no "
                                  "effect",
                              "add a <script> to the service");
    if (service.collisions.empty())
        m_diagnostics.note(at(service.line),
                           "the guard of " + service.fullName + " names no other service");
    std::set<std::string> seen;
    for (const std::string& name : service.collisions) {
        if (seen.insert(name).second)
            checkCollision(service, name);
        else
            m_diagnostics.warning(at(service.line), "the guard of " + service.fullName +
                                                        " names \"" + name + "\" twice");
    }
    if (service.recovery == RecoveryPolicy::Restart && !service.countsRestarts())
        m_diagnostics.note(at(service.line),
                           service.fullName +
                               " is guarded and restarts without limit: after a collision it "
                               "never leaves its node",
                           "set recovery=\"relocate\", or max_restarts");
    if (service.recovery == RecoveryPolicy::Disable)
        m_diagnostics.note(at(service.line),
                           service.fullName +
                               " is guarded and has recovery=\"disable\": a collision disables it",
                           "set recovery=\"relocate\"");
}

NodeSet KeepApartChecker::nodesOf(const Service& service) const
{
    NodeSet nodes;
    if (service.domain != noDomain && m_cluster.domain(service.domain).restricted) {
        for (const DomainMember& member : m_cluster.domain(service.domain).members)
            nodes.insert(member.node);
        return nodes;
    }
    for (NodeIndex node = 0; node < m_cluster.nodeCount(); ++node)
        nodes.insert(node);
    return nodes;
}

/// Gives each service a node of its own, moving others where that makes room (Kuhn's algorithm).
class Placement {
public:
    explicit Placement(std::vector<NodeSet> allowed) : m_allowed(std::move(allowed)) {}

    /// False if service number @p one finds none: then involved() have too few nodes together.
    bool place(std::size_t one)
    {
        m_tried.clear();
        m_involved = {one};
        return tryToPlace(one);
    }
    const std::set<std::size_t>& involved() const { return m_involved; }
    const NodeSet& nodes() const { return m_tried; }

private:
    bool tryToPlace(std::size_t one)
    {
        for (const NodeIndex node : m_allowed[one]) {
            if (m_tried.contains(node))
                continue;
            m_tried.insert(node);
            const auto holder = m_holders.find(node);
            if (holder != m_holders.end()) {
                m_involved.insert(holder->second);
                if (!tryToPlace(holder->second))
                    continue;
            }
            m_holders[node] = one;
            return true;
        }
        return false;
    }

    std::vector<NodeSet> m_allowed;
    std::map<NodeIndex, std::size_t> m_holders;
    NodeSet m_tried;
    std::set<std::size_t> m_involved;
};

void KeepApartChecker::checkRoom(const KeepApartRule& rule,
                                 const std::vector<ServiceIndex>& services)
{
    std::vector<NodeSet> allowed;
    for (const ServiceIndex service : services) {
        allowed.push_back(nodesOf(m_cluster.service(service)));
        if (allowed.back().empty())
            return; // that it can run nowhere is reported with its domain
    }
    Placement placement(std::move(allowed));
    for (std::size_t i = 0; i < services.size(); ++i) {
        if (placement.place(i))
            continue;
        std::string names;
        for (const std::size_t one : placement.involved())
            names += (names.empty() ? "" : ", ") + nameOf(services[one]);
        m_diagnostics.error(at(rule.line),
                            "these services cannot all be apart, as " +
                                std::to_string(placement.involved().size()) + " of them have " +
                                std::to_string(placement.nodes().count()) +
                                (placement.nodes().count() == 1 ? " node" : " nodes") +
                                " to run on: " + names,
                            "widen their failover domains, or take a service out of the rule");
        return;
    }
}

void KeepApartChecker::checkTies(const KeepApartRule& rule, const std::set<ServiceIndex>& services)
{
    for (const ServiceIndex service : services) {
        const ServiceIndex depend = m_cluster.service(service).depend;
        if (depend != service && services.contains(depend))
            m_diagnostics.note(at(rule.line),
                               nameOf(service) + " depends on " + nameOf(depend) +
                                   " and must be apart from it, so one node alone can never run "
                                   "both");
    }
    const auto isOneOf = [&](const std::string& name) {
        return std::any_of(services.begin(), services.end(),
                           [&](ServiceIndex service) { return nameOf(service) == name; });
    };
    for (const Dependency& dependency : m_cluster.dependencies) {
        for (const DependencyTarget& target : dependency.targets) {
            if (target.colocate == "always" && dependency.service != target.service &&
                isOneOf(dependency.service) && isOneOf(target.service))
                m_diagnostics.error(at(rule.line),
                                    dependency.service + " must be apart from " + target.service +
                                        ", but <dependencies> wants them together in line " +
                                        std::to_string(target.line),
                                    "remove one of the two");
        }
    }
}

void KeepApartChecker::checkRule(const KeepApartRule& rule)
{
    std::set<ServiceIndex> seen;
    std::vector<ServiceIndex> services;
    for (const ServiceIndex service : rule.services) {
        if (service < 0 || service >= m_cluster.serviceCount())
            m_diagnostics.error(at(rule.line), "a keep-apart rule names an unknown service");
        else if (seen.insert(service).second)
            services.push_back(service);
        else
            m_diagnostics.error(at(rule.line),
                                "a keep-apart rule names " + nameOf(service) +
                                    " twice, which cannot be apart from itself",
                                "name it once");
    }
    if (services.size() < 2)
        m_diagnostics.warning(at(rule.line),
                              "a keep-apart rule with fewer than two services has no effect",
                              "name the services that must not share a node");
    else if (m_cluster.nodeCount() > 0)
        checkRoom(rule, services);
    checkTies(rule, seen);
}

} // namespace

void checkKeepApart(const Cluster& cluster, Diagnostics& diagnostics)
{
    KeepApartChecker(cluster, diagnostics).run();
}

} // namespace rgsim
