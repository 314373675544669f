#include "cluster/cluster_checker.h"

#include "base/limits.h"
#include "cluster/keep_apart_checker.h"

#include <algorithm>
#include <set>

namespace rgsim {

namespace {

class Checker {
public:
    explicit Checker(const Cluster& cluster) : m_cluster(cluster) {}

    Diagnostics run();

private:
    SourcePlace at(int line, const char* member = "") const
    {
        return {m_cluster.sourceFile, line, 0, {}, member};
    }

    void checkLimits();
    void checkLimit(std::size_t count, int most, const std::string& what, int line = 0);
    void checkNames();
    void checkVotes();
    void checkTwoNode(int sum);
    void checkDomains();
    void checkDomain(const FailoverDomain& domain, bool isUsed);
    void checkPriorities(const FailoverDomain& domain);
    void checkService(const Service& service);
    void checkRestarts(const Service& service);
    void checkTree(const Service& service);
    void checkDependencyOf(const Service& service);
    void checkDependencyCycles();
    void checkDependencyElements();
    void checkExclusive();
    void checkUnsupported();

    const Cluster& m_cluster;
    Diagnostics m_diagnostics;
};

void Checker::checkLimit(std::size_t count, int most, const std::string& what, int line)
{
    if (count > static_cast<std::size_t>(most))
        m_diagnostics.error(at(line), "there are " + std::to_string(count) + ' ' + what +
                                          ", at most " + std::to_string(most) + " are possible");
}

void Checker::checkLimits()
{
    checkLimit(m_cluster.nodes.size(), limits::maxNodes, "nodes");
    checkLimit(m_cluster.services.size(), limits::maxServices, "services");
    checkLimit(m_cluster.resources.size(), limits::maxResources, "resources");
    checkLimit(m_cluster.domains.size(), limits::maxDomains, "failover domains");
    for (const Service& service : m_cluster.services) {
        checkLimit(service.tree.nodes.size(), limits::maxTreeNodes,
                   "resources in " + service.fullName, service.line);
        for (const TreeNode& node : service.tree.nodes) {
            if (node.depth != limits::maxTreeDepth)
                continue; // the first one too deep stands for what is below it
            m_diagnostics.error(at(node.line), "the resources of " + service.fullName +
                                                   " are nested more than " +
                                                   std::to_string(limits::maxTreeDepth) + " deep");
        }
    }
}

void Checker::checkNames()
{
    std::set<std::string> names;
    std::set<int> ids;
    for (const Node& node : m_cluster.nodes) {
        if (!names.insert(node.name).second)
            m_diagnostics.error(at(node.line, "name"),
                                "two nodes have the name \"" + node.name + "\"");
        if (!ids.insert(node.id).second)
            m_diagnostics.error(at(node.line, "id"),
                                "two nodes have the id " + std::to_string(node.id));
    }
    std::set<std::string> services;
    for (const Service& service : m_cluster.services) {
        if (!services.insert(service.fullName).second)
            m_diagnostics.error(at(service.line, "name"),
                                "two services have the name " + service.fullName);
    }
}

void Checker::checkTwoNode(int sum)
{
    if (!m_cluster.twoNode)
        return;
    const int expected = m_cluster.expectedVotes == 0 ? sum : m_cluster.expectedVotes;
    if (m_cluster.nodeCount() != 2)
        m_diagnostics.warning(at(0, "two_node"),
                              "two_node is set, but there are " +
                                  std::to_string(m_cluster.nodeCount()) + " nodes",
                              "remove two_node from <cman>");
    if (expected != 1)
        m_diagnostics.warning(at(0, "two_node"),
                              "two_node has no effect, as expected_votes is " +
                                  std::to_string(expected),
                              "set expected_votes=\"1\" in <cman>");
}

void Checker::checkVotes()
{
    if (m_cluster.nodes.empty())
        return;
    int sum = 0;
    for (const Node& node : m_cluster.nodes) {
        sum += node.votes;
        if (node.votes == 0)
            m_diagnostics.note(at(node.line, "votes"),
                               "node \"" + node.name + "\" has no vote and never adds to quorum");
    }
    const int quorum = m_cluster.quorumVotes();
    const std::string figures = std::to_string(sum) + " votes in all, quorum needs " +
                                std::to_string(quorum) + " (expected_votes " +
                                std::to_string(m_cluster.expectedVotes) + ")";
    checkTwoNode(sum);
    if (quorum > sum)
        m_diagnostics.error(at(0, "expected_votes"), "the cluster is never quorate: " + figures,
                            "set expected_votes to the sum of the nodes' votes");
    else if (m_cluster.expectedVotes > sum)
        m_diagnostics.warning(at(0, "expected_votes"),
                              "more votes are expected than there are: " + figures,
                              "set expected_votes to the sum of the nodes' votes");
    else if (quorum * 2 <= sum && !m_cluster.twoNode)
        m_diagnostics.warning(at(0, "expected_votes"),
                              "two halves of the cluster can be quorate at the same time: " +
                                  figures,
                              "set expected_votes to the sum of the nodes' votes");
}

void Checker::checkPriorities(const FailoverDomain& domain)
{
    if (!domain.ordered) {
        const bool hasPriorities =
            std::any_of(domain.members.begin(), domain.members.end(),
                        [](const DomainMember& member) { return member.priority != 0; });
        if (hasPriorities)
            m_diagnostics.note(at(domain.line, "ordered"),
                               "failover domain \"" + domain.name +
                                   "\" is not ordered, so its priorities have no effect",
                               "set ordered=\"1\" if they are meant");
        return;
    }
    for (const DomainMember& member : domain.members) {
        if (member.priority >= 1 && member.priority <= 100)
            continue;
        m_diagnostics.warning(at(member.line),
                              "node \"" + m_cluster.node(member.node).name +
                                  "\" has the priority " + std::to_string(member.priority) +
                                  " in the ordered failover domain \"" + domain.name +
                                  "\"; it counts as 0, which beats 1",
                              "give a priority from 1 to 100");
    }
}

void Checker::checkDomain(const FailoverDomain& domain, bool isUsed)
{
    const std::string name = "failover domain \"" + domain.name + '"';
    if (!isUsed)
        m_diagnostics.note(at(domain.line), name + " is used by no service");
    if (domain.members.empty() && domain.restricted) {
        const std::string what =
            name + " is restricted and has no node, so its services can run nowhere";
        const std::string remedy = "add a <failoverdomainnode>, or remove restricted";
        if (isUsed)
            m_diagnostics.error(at(domain.line, "nodes"), what, remedy);
        else
            m_diagnostics.warning(at(domain.line, "nodes"), what, remedy);
    } else if (domain.members.empty()) {
        m_diagnostics.warning(at(domain.line, "nodes"), name + " has no node and has no effect",
                              "add a <failoverdomainnode>");
    } else {
        checkPriorities(domain);
    }
}

void Checker::checkDomains()
{
    std::vector<bool> isUsed(m_cluster.domains.size(), false);
    for (const Service& service : m_cluster.services) {
        if (service.domain != noDomain)
            isUsed[static_cast<std::size_t>(service.domain)] = true;
    }
    if (m_cluster.nodes.empty())
        return; // resource trees alone: all domains would be empty
    for (std::size_t i = 0; i < m_cluster.domains.size(); ++i)
        checkDomain(m_cluster.domains[i], isUsed[i]);
}

void Checker::checkRestarts(const Service& service)
{
    const bool restarts = service.recovery == RecoveryPolicy::Restart ||
                          service.recovery == RecoveryPolicy::RestartDisable;
    if (service.maxRestarts > 0 && !restarts) {
        m_diagnostics.note(at(service.line, "max_restarts"),
                           "max_restarts of " + service.fullName +
                               " has no effect: only recovery=\"restart\" counts restarts");
        return;
    }
    if (service.maxRestarts > 0 && service.restartExpireTime.ms < 0)
        m_diagnostics.warning(at(service.line, "restart_expire_time"),
                              "restart_expire_time of " + service.fullName +
                                  " is negative, so restarts are not counted at all",
                              "give a time in seconds");
    else if (service.maxRestarts > 0 && service.restartExpireTime.isZero())
        m_diagnostics.warning(at(service.line, "restart_expire_time"),
                              service.fullName +
                                  " has max_restarts but no restart_expire_time: restarts are "
                                  "never forgotten, even after months",
                              "set restart_expire_time");
    else if (service.maxRestarts == 0 && !service.restartExpireTime.isZero())
        m_diagnostics.warning(at(service.line, "max_restarts"),
                              service.fullName +
                                  " has restart_expire_time but no max_restarts, so restarts "
                                  "are not counted",
                              "set max_restarts");
}

void Checker::checkTree(const Service& service)
{
    for (const TreeNode& node : service.tree.nodes) {
        const bool hasExpiry = !node.failureExpireTime.isZero();
        if ((node.maxFailures > 0) != hasExpiry)
            m_diagnostics.warning(at(node.line),
                                  "__max_failures and __failure_expire_time of a <" +
                                      node.type->name + "> in " + service.fullName +
                                      " have an effect only together",
                                  "set both");
    }
}

void Checker::checkDependencyOf(const Service& service)
{
    if (service.dependName.empty())
        return;
    if (service.depend == noService) {
        const bool lacksType =
            m_cluster.serviceByName("service:" + service.dependName) != noService;
        m_diagnostics.warning(at(service.line, "depend"),
                              service.fullName + " depends on \"" + service.dependName +
                                  "\", which does not exist; rgmanager takes that as met",
                              lacksType ? "write service:" + service.dependName
                                        : "name a service, such as service:db");
    }
    if (service.softDependency && m_cluster.processing == Processing::Distributed)
        m_diagnostics.note(at(service.line, "depend_mode"),
                           "depend_mode=\"soft\" of " + service.fullName +
                               " has an effect only with central_processing");
}

void Checker::checkService(const Service& service)
{
    if (!service.domainName.empty() && service.domain == noDomain)
        m_diagnostics.warning(at(service.line, "domain"),
                              service.fullName + " is in failover domain \"" + service.domainName +
                                  "\", which does not exist; it may run on every node",
                              "define the domain, or correct the name");
    checkRestarts(service);
    checkTree(service);
    checkDependencyOf(service);
}

// Each service has one dependency at most, so a walk either ends or comes back to itself.
void Checker::checkDependencyCycles()
{
    std::vector<int> walkOf(m_cluster.services.size(), -1);
    for (ServiceIndex first = 0; first < m_cluster.serviceCount(); ++first) {
        ServiceIndex one = first;
        while (one != noService && walkOf[static_cast<std::size_t>(one)] == -1) {
            walkOf[static_cast<std::size_t>(one)] = first;
            one = m_cluster.service(one).depend;
        }
        if (one == noService || walkOf[static_cast<std::size_t>(one)] != first)
            continue;
        std::string path = m_cluster.service(one).fullName;
        ServiceIndex next = m_cluster.service(one).depend;
        int shown = 1;
        for (; next != one; next = m_cluster.service(next).depend) {
            if (++shown <= 10)
                path += " -> " + m_cluster.service(next).fullName;
        }
        if (shown > 10)
            path += " -> ... (" + std::to_string(shown) + " services)";
        m_diagnostics.error(at(m_cluster.service(one).line, "depend"),
                            "these services depend on each other in a circle, so none of them "
                            "can start: " +
                                path + " -> " + m_cluster.service(one).fullName,
                            "remove one depend");
    }
}

void Checker::checkDependencyElements()
{
    if (m_cluster.dependencies.empty())
        return;
    std::set<std::string> names;
    for (const Service& service : m_cluster.services)
        names.insert(service.fullName);
    const auto check = [&](const std::string& name, int line) {
        if (!names.contains(name))
            m_diagnostics.warning(at(line),
                                  "<dependencies> names \"" + name + "\", which does not exist",
                                  "name a service, such as service:db");
    };
    m_diagnostics.note(at(m_cluster.dependencies.front().line),
                       "rgmanager 3 reads no <dependencies>; they have no effect on a run",
                       "use depend on the service");
    for (const Dependency& dependency : m_cluster.dependencies) {
        check(dependency.service, dependency.line);
        for (const DependencyTarget& target : dependency.targets)
            check(target.service, target.line);
    }
}

void Checker::checkExclusive()
{
    const auto count = std::count_if(m_cluster.services.begin(), m_cluster.services.end(),
                                     [](const Service& service) { return service.exclusive != 0; });
    if (count > m_cluster.nodeCount() && m_cluster.nodeCount() > 0)
        m_diagnostics.warning(at(0),
                              std::to_string(count) + " services are exclusive, but there are " +
                                  std::to_string(m_cluster.nodeCount()) +
                                  " nodes: they can never all run",
                              "make fewer services exclusive, or add nodes");
}

// What a configuration may ask for and a run does not carry out.
void Checker::checkUnsupported()
{
    if (m_cluster.processing == Processing::Central)
        m_diagnostics.warning(
            at(0),
            "central processing is not simulated: the run is distributed, without "
            "event scripts",
            "read the result as if central_processing were off");
    for (const Service& service : m_cluster.services) {
        if (service.type == "vm") {
            m_diagnostics.warning(at(service.line),
                                  "virtual machines do not migrate in a run: they are stopped and "
                                  "started like services");
            return; // once says it
        }
    }
}

Diagnostics Checker::run()
{
    checkUnsupported();
    checkLimits();
    checkNames();
    checkVotes();
    checkDomains();
    for (const Service& service : m_cluster.services)
        checkService(service);
    checkDependencyCycles();
    checkDependencyElements();
    checkExclusive();
    checkKeepApart(m_cluster, m_diagnostics);
    return std::move(m_diagnostics);
}

} // namespace

Diagnostics checkCluster(const Cluster& cluster)
{
    return Checker(cluster).run();
}

} // namespace rgsim
