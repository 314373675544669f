#include "support/seed_variation.h"

#include "base/ensure.h"
#include "base/random_stream.h"
#include "support/cluster_factory.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace rgsim::support {

namespace {

class Variation {
public:
    explicit Variation(std::uint64_t seed) : m_stream(seed, "variation") {}

    Scenario make(const std::string& seedCase)
    {
        static const std::map<std::string, void (Variation::*)()> situations = {
            {"seed-no-rule", &Variation::noRule},
            {"seed-collision", &Variation::collision},
            {"seed-default-recovery", &Variation::defaultRecovery},
            {"seed-max-restarts", &Variation::maxRestarts},
            {"seed-boot-race", &Variation::bootRace},
            {"seed-ping-pong", &Variation::pingPong},
            {"seed-two-colliders", &Variation::severalColliders},
            {"seed-name-prefix", &Variation::namePrefix},
            {"seed-host-prefix", &Variation::hostPrefix},
        };
        const auto situation = situations.find(seedCase);
        ENSURE(situation != situations.end());
        (this->*situation->second)();
        m_cluster.finish();
        Scenario scenario = bootAll(std::move(m_cluster), SimTime::seconds(600));
        scenario.name = seedCase;
        return scenario;
    }

private:
    int below(int bound)
    {
        return static_cast<int>(m_stream.below(static_cast<std::uint64_t>(bound)));
    }
    int between(int least, int most) { return least + below(most - least + 1); }

    // Two to four syllables, and no name is a part of another one.
    std::string newName()
    {
        while (true) {
            std::string name;
            for (int i = between(2, 4); i > 0; --i) {
                name += "bcdfghklmnprstvz"[below(16)];
                name += "aeiou"[below(5)];
            }
            const bool isApart =
                std::none_of(m_names.begin(), m_names.end(), [&](const std::string& other) {
                    return other.find(name) != std::string::npos ||
                           name.find(other) != std::string::npos;
                });
            if (isApart)
                return *m_names.insert(name).first;
        }
    }

    void addNodes(int nodes)
    {
        m_cluster = makeCluster(nodes);
        m_cluster.statusPollInterval = SimDuration::seconds(between(3, 15));
        m_cluster.tokenTimeout = SimDuration::seconds(below(20));
        int id = 0;
        for (Node& node : m_cluster.nodes) {
            id += between(1, 5);
            node.id = id;
            node.name = newName();
            node.fencingTime = SimDuration::seconds(below(15));
        }
        m_check = SimDuration::seconds(between(10, 60));
    }

    ServiceIndex add(const std::string& name, RecoveryPolicy recovery)
    {
        const ServiceIndex index = addService(m_cluster, name);
        Service& service = serviceAt(index);
        service.recovery = recovery;
        for (std::size_t i = 1; i < service.tree.nodes.size(); ++i) {
            for (StatusAction& check : service.tree.nodes[i].checks)
                check.interval = m_check;
        }
        return index;
    }
    Service& serviceAt(ServiceIndex index)
    {
        return m_cluster.services[static_cast<std::size_t>(index)];
    }
    void setTimes(SimDuration start, SimDuration stop)
    {
        for (Service& service : m_cluster.services) {
            for (std::size_t i = 1; i < service.tree.nodes.size(); ++i)
                service.tree.nodes[i].times = {start, stop, {}};
        }
    }
    void guard(ServiceIndex service, std::vector<std::string> collisions)
    {
        serviceAt(service).isGuarded = true;
        serviceAt(service).collisions = std::move(collisions);
    }
    // Services that have nothing to do with it.
    void addBystanders()
    {
        for (int i = below(3); i > 0; --i)
            add(newName(), below(2) == 0 ? RecoveryPolicy::Relocate : RecoveryPolicy::Restart);
    }
    std::string onlyOn(NodeIndex node)
    {
        const std::string domain = newName();
        addDomain(m_cluster, domain, {node}, below(2) == 0, true);
        return domain;
    }

    // Two or more services that name each other, each with what @p finish sets.
    void guardedPair(RecoveryPolicy recovery, const std::function<void(Service&)>& finish)
    {
        addNodes(between(2, 7));
        m_cluster.guardMode = GuardMode::Published;
        if (below(2) == 0)
            addBystanders();
        const ServiceIndex first = add(newName(), recovery);
        if (below(2) == 0)
            addBystanders();
        const ServiceIndex second = add(newName(), recovery);
        if (below(2) == 0)
            addBystanders();
        guard(first, {serviceAt(second).fullName});
        guard(second, {serviceAt(first).fullName});
        finish(serviceAt(first));
        finish(serviceAt(second));
    }

    void noRule()
    {
        addNodes(between(2, 7));
        for (int i = between(2, 6); i > 0; --i)
            add(newName(), below(2) == 0 ? RecoveryPolicy::Relocate : RecoveryPolicy::Restart);
    }
    void collision()
    {
        guardedPair(RecoveryPolicy::Relocate, [](Service&) {});
    }
    void defaultRecovery()
    {
        guardedPair(RecoveryPolicy::Restart, [](Service&) {});
    }
    void maxRestarts()
    {
        const int restarts = between(1, 5);
        // All restarts fit in: one happens at each check, at most a minute and a cycle apart.
        const SimDuration expires = SimDuration::seconds((restarts + 2) * 75 + below(300));
        guardedPair(RecoveryPolicy::Restart, [=](Service& service) {
            service.maxRestarts = restarts;
            service.restartExpireTime = expires;
        });
    }
    void bootRace()
    {
        guardedPair(RecoveryPolicy::Relocate, [](Service&) {});
        setTimes(SimDuration::seconds(between(1, 20)), SimDuration::seconds(below(10)));
    }
    // A service that may not meet those on the lowest and the two highest nodes, while all those
    // in the middle are free.
    void pingPong()
    {
        addNodes(between(4, 8));
        m_cluster.guardMode = GuardMode::Exact;
        const auto top = static_cast<NodeIndex>(m_cluster.nodeCount() - 1);
        std::vector<std::string> domains = {"", onlyOn(top),
                                            onlyOn(static_cast<NodeIndex>(top - 1))};
        std::vector<std::string> colliders;
        while (!domains.empty()) {
            const int which = below(static_cast<int>(domains.size()));
            const ServiceIndex service = add(newName(), RecoveryPolicy::Relocate);
            serviceAt(service).domainName = domains[static_cast<std::size_t>(which)];
            colliders.push_back(serviceAt(service).fullName);
            domains.erase(domains.begin() + which);
            if (below(3) == 0)
                addBystanders();
        }
        if (below(2) == 0)
            std::reverse(colliders.begin(), colliders.end());
        guard(add(newName(), RecoveryPolicy::Relocate), colliders);
    }
    void severalColliders()
    {
        addNodes(between(2, 6));
        m_cluster.guardMode = GuardMode::Published;
        std::vector<std::string> colliders;
        for (int i = between(2, 4); i > 0; --i)
            colliders.push_back(serviceAt(add(newName(), RecoveryPolicy::Relocate)).fullName);
        addBystanders();
        guard(add(newName(), RecoveryPolicy::Relocate), colliders);
    }
    void namePrefix()
    {
        addNodes(between(2, 6));
        m_cluster.guardMode = GuardMode::Published;
        const std::string part = newName();
        addBystanders();
        add(part + "-2ab"[below(4)], RecoveryPolicy::Relocate);
        addBystanders();
        if (below(2) == 0) { // the one that is meant exists as well, elsewhere
            const ServiceIndex meant = add(part, RecoveryPolicy::Relocate);
            serviceAt(meant).domainName =
                onlyOn(static_cast<NodeIndex>(between(1, m_cluster.nodeCount() - 1)));
        }
        guard(add(newName(), RecoveryPolicy::Relocate), {"service:" + part});
    }
    void hostPrefix()
    {
        addNodes(between(2, 9));
        m_cluster.guardMode = GuardMode::Published;
        const int far = between(1, m_cluster.nodeCount() - 1);
        m_cluster.nodes[static_cast<std::size_t>(far)].name =
            m_cluster.nodes.front().name + "0123456789ab"[below(12)];
        const std::string domain = onlyOn(static_cast<NodeIndex>(far));
        const ServiceIndex there = add(newName(), RecoveryPolicy::Relocate);
        serviceAt(there).domainName = domain;
        addBystanders();
        const ServiceIndex here = add(newName(), RecoveryPolicy::Restart);
        serviceAt(here).maxRestarts = between(1, 3);
        guard(here, {serviceAt(there).fullName});
    }

    RandomStream m_stream;
    Cluster m_cluster;
    std::set<std::string> m_names;
    SimDuration m_check;
};

} // namespace

Scenario seedVariation(const std::string& seedCase, std::uint64_t seed)
{
    return Variation(seed).make(seedCase);
}

} // namespace rgsim::support
