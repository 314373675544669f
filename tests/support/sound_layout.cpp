#include "support/sound_layout.h"

#include "base/random_stream.h"
#include "support/cluster_factory.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace rgsim::support {

namespace {

class SoundMaker {
public:
    explicit SoundMaker(std::uint64_t seed) : m_stream(seed, "sound layout") {}

    Scenario make()
    {
        static constexpr std::array<void (SoundMaker::*)(), 6> shapes = {
            &SoundMaker::pairs,     &SoundMaker::commonSpare,  &SoundMaker::guarded,
            &SoundMaker::exclusive, &SoundMaker::dependencies, &SoundMaker::twoNodes};
        (this->*shapes[static_cast<std::size_t>(below(static_cast<int>(shapes.size())))])();
        setTimes();
        m_cluster.finish();
        return bootAll(std::move(m_cluster), SimTime::seconds(600));
    }

private:
    int below(int bound)
    {
        return static_cast<int>(m_stream.below(static_cast<std::uint64_t>(bound)));
    }
    int between(int least, int most) { return least + below(most - least + 1); }

    void addNodes(int nodes)
    {
        m_cluster = makeCluster(nodes);
        m_cluster.expectedVotes = 0;
        m_cluster.statusPollInterval = SimDuration::seconds(between(3, 15));
        m_cluster.tokenTimeout = SimDuration::seconds(below(20));
        for (Node& node : m_cluster.nodes) {
            node.fencingTime = SimDuration::seconds(below(15));
            node.name = "host-" + std::string(1, "abcdefghijklmnop"[node.id]) + ".example.com";
        }
        m_order.resize(static_cast<std::size_t>(nodes));
        std::iota(m_order.begin(), m_order.end(), NodeIndex{0});
        for (std::size_t i = m_order.size(); i > 1; --i)
            std::swap(m_order[i - 1],
                      m_order[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }

    /// A service that runs on the first of @p nodes (by their shuffled order) that is up.
    Service& add(const std::vector<int>& nodes)
    {
        const int number = m_cluster.serviceCount();
        std::vector<NodeIndex> members;
        members.reserve(nodes.size());
        for (const int node : nodes)
            members.push_back(m_order[static_cast<std::size_t>(node)]);
        const std::string domain = "domain" + std::to_string(number);
        addDomain(m_cluster, domain, members, true, true);
        addService(m_cluster, "app-" + std::string(1, "qrstuvwxyz"[number % 10]));
        Service& service = m_cluster.services.back();
        service.domainName = domain;
        service.recovery = below(2) == 0 ? RecoveryPolicy::Relocate : RecoveryPolicy::Restart;
        return service;
    }
    void keepAllApart()
    {
        KeepApartRule rule;
        for (ServiceIndex i = 0; i < m_cluster.serviceCount(); ++i)
            rule.services.push_back(i);
        m_cluster.keepApart = {rule};
    }
    void setTimes()
    {
        const SimDuration check = SimDuration::seconds(between(10, 60));
        const bool startTakesTime = m_stopsAtOnce || below(2) == 0;
        for (Service& service : m_cluster.services) {
            for (std::size_t i = 1; i < service.tree.nodes.size(); ++i) {
                TreeNode& node = service.tree.nodes[i];
                node.times.start = SimDuration::seconds(startTakesTime ? between(1, 20) : 0);
                node.times.stop =
                    SimDuration::seconds(startTakesTime && !m_stopsAtOnce ? below(10) : 0);
                for (StatusAction& action : node.checks)
                    action.interval = check;
            }
        }
    }

    // Each service has two nodes that no other service may use.
    void pairs()
    {
        const int services = between(2, 4);
        addNodes(2 * services);
        for (int i = 0; i < services; ++i)
            add({2 * i, 2 * i + 1});
        keepAllApart();
    }
    // Each service has a node of its own, and one more is there for whoever needs it.
    void commonSpare()
    {
        const int services = between(2, 5);
        addNodes(services + 1);
        for (int i = 0; i < services; ++i)
            add({i, services});
        keepAllApart();
    }
    void guarded()
    {
        commonSpare();
        // In place a service only comes back: elsewhere it may be refused.
        for (Service& service : m_cluster.services)
            service.recovery = RecoveryPolicy::Relocate;
        m_cluster.guardMode = GuardMode::Hardened;
        m_cluster.guardKeepApartRules();
    }
    void exclusive()
    {
        commonSpare();
        m_cluster.keepApart.clear();
        for (Service& service : m_cluster.services)
            service.exclusive = 1;
    }
    // A chain of services that need each other. On a common node it would not be sound: a service
    // that went down together with what it needs is still recorded as started, and is not started
    // again once that runs elsewhere. Nor would it be if one took longer to stop than what it needs
    // takes to come back: it is only started again when it is stopped at that instant.
    void dependencies()
    {
        const int services = between(2, 4);
        addNodes(2 * services);
        m_stopsAtOnce = true;
        std::string needed;
        for (int i = 0; i < services; ++i) {
            Service& service = add({2 * i, 2 * i + 1});
            service.dependName = needed;
            needed = service.fullName;
        }
    }
    // One survivor carries on.
    void twoNodes()
    {
        addNodes(2);
        m_cluster.expectedVotes = 1;
        m_cluster.twoNode = true;
        for (int i = between(1, 4); i > 0; --i) {
            const int first = below(2);
            add({first, 1 - first});
        }
    }

    RandomStream m_stream;
    Cluster m_cluster;
    std::vector<NodeIndex> m_order;
    bool m_stopsAtOnce = false;
};

} // namespace

Scenario soundLayout(std::uint64_t seed)
{
    return SoundMaker(seed).make();
}

} // namespace rgsim::support
