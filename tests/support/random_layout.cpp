#include "support/random_layout.h"

#include "support/cluster_factory.h"

#include <algorithm>

namespace rgsim::support {

namespace {

class Maker {
public:
    explicit Maker(std::uint64_t seed) : m_stream(seed, "layout") {}

    Scenario make()
    {
        Cluster cluster = makeCluster(2 + below(5));
        m_nodes = cluster.nodeCount();
        cluster.expectedVotes = chance(2) ? 1 : 0;
        cluster.tokenTimeout = SimDuration::seconds(chance(2) ? 0 : 10);
        cluster.statusPollInterval = SimDuration::seconds(5 + below(11));
        for (Node& node : cluster.nodes) {
            node.fencingTime = SimDuration::seconds(below(3) * 4);
            node.bootTime = SimDuration::seconds(below(60));
            node.rejoinsAfterFencing = chance(2);
        }
        for (int i = below(3); i > 0; --i)
            addRandomDomain(cluster, i);
        m_stopsTakeTime = chance(2);
        for (int i = 1 + below(8); i > 0; --i)
            addRandomService(cluster);
        const GuardMode modes[] = {GuardMode::Off, GuardMode::Published, GuardMode::Exact,
                                   GuardMode::Hardened};
        cluster.guardMode = modes[below(4)];
        cluster.finish();
        Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(600));
        const Arbitration orders[] = {Arbitration::LowestNodeFirst, Arbitration::HighestNodeFirst,
                                      Arbitration::Shuffled};
        scenario.arbitration = orders[below(3)];
        for (int i = below(12); i > 0; --i)
            scenario.plan.events.push_back(randomEvent(scenario.cluster));
        for (int i = below(4); i > 0; --i)
            scenario.plan.scriptFaults.push_back(randomFault(scenario.cluster));
        return scenario;
    }

private:
    int below(int bound)
    {
        return static_cast<int>(m_stream.below(static_cast<std::uint64_t>(bound)));
    }
    bool chance(int oneIn) { return below(oneIn) == 0; }
    NodeIndex someNode() { return static_cast<NodeIndex>(below(m_nodes)); }

    void addRandomDomain(Cluster& cluster, int number)
    {
        std::vector<NodeIndex> members;
        for (NodeIndex node = 0; node < m_nodes; ++node) {
            if (chance(2))
                members.push_back(node);
        }
        addDomain(cluster, "d" + std::to_string(number), members, chance(2), chance(3));
        cluster.domains.back().nofailback = chance(3);
    }

    void addRandomService(Cluster& cluster)
    {
        const ServiceIndex index =
            addService(cluster, "s" + std::to_string(cluster.serviceCount()));
        Service& service = cluster.services.back();
        service.recovery = static_cast<RecoveryPolicy>(below(4));
        service.maxRestarts = below(3);
        service.restartExpireTime = SimDuration::seconds(below(2) * 300);
        service.exclusive = chance(6) ? 1 : 0;
        service.autostart = !chance(6);
        if (!cluster.domains.empty() && chance(2))
            service.domainName = cluster
                                     .domains[static_cast<std::size_t>(
                                         below(static_cast<int>(cluster.domains.size())))]
                                     .name;
        if (index > 0 && chance(5))
            service.dependName = cluster.services[static_cast<std::size_t>(below(index))].fullName;
        if (index > 0 && chance(3)) {
            service.isGuarded = true;
            service.collisions = {
                cluster.services[static_cast<std::size_t>(below(index))].fullName};
        }
        addRandomTree(cluster, index);
        for (std::size_t i = 1; i < cluster.services.back().tree.nodes.size(); ++i)
            setRandomTimes(cluster.services.back().tree.nodes[i]);
    }

    void addRandomTree(Cluster& cluster, ServiceIndex service)
    {
        const char* types[] = {"script", "disk", "share"};
        for (int i = chance(2) ? below(6) : 0; i > 0; --i) {
            const int size = static_cast<int>(cluster.services.back().tree.nodes.size());
            const int node = addResource(cluster, service, below(size), types[below(3)],
                                         "r" + std::to_string(cluster.resources.size()));
            TreeNode& made = cluster.services.back().tree.nodes[static_cast<std::size_t>(node)];
            made.independentSubtree = chance(2);
            made.maxFailures = chance(3) ? 1 + below(2) : 0;
            made.failureExpireTime = SimDuration::seconds(chance(2) ? 90 : 0);
        }
    }

    void setRandomTimes(TreeNode& node)
    {
        node.times = {SimDuration::seconds(below(4) * 3),
                      SimDuration::seconds(m_stopsTakeTime ? below(3) * 2 : 0),
                      SimDuration::seconds(chance(4) ? 2 : 0)};
    }

    PlanEvent randomEvent(const Cluster& cluster)
    {
        static constexpr PlanKind kinds[] = {
            PlanKind::Boot,        PlanKind::Crash,   PlanKind::Crash, PlanKind::PowerCycle,
            PlanKind::Leave,       PlanKind::Isolate, PlanKind::Heal,  PlanKind::ProcessDies,
            PlanKind::ProcessDies, PlanKind::Admin};
        PlanEvent event;
        event.at = SimTime{below(600'000)};
        event.kind = kinds[below(10)];
        event.node = someNode();
        event.nodes = {someNode()};
        event.resource = below(static_cast<int>(cluster.resources.size()));
        event.service = below(cluster.serviceCount());
        static constexpr AdminRequest requests[] = {AdminRequest::Enable,   AdminRequest::Disable,
                                                    AdminRequest::Stop,     AdminRequest::Restart,
                                                    AdminRequest::Relocate, AdminRequest::Freeze,
                                                    AdminRequest::Unfreeze};
        event.request = requests[below(7)];
        event.target = chance(2) ? someNode() : noNode;
        return event;
    }

    ScriptFault randomFault(const Cluster& cluster)
    {
        ScriptFault fault;
        fault.kind = static_cast<ScriptFaultKind>(below(3));
        fault.resource = below(static_cast<int>(cluster.resources.size()));
        fault.op = static_cast<ScriptOp>(below(4));
        fault.node = chance(2) ? someNode() : noNode;
        fault.from = SimTime::seconds(below(500));
        fault.to = fault.from + SimDuration::seconds(1 + below(100));
        fault.extra = SimDuration::seconds(below(20));
        fault.flapPeriod = SimDuration::seconds(chance(4) ? 20 : 0);
        return fault;
    }

    RandomStream m_stream;
    int m_nodes = 0;
    bool m_stopsTakeTime = false;
};

} // namespace

Scenario randomScenario(std::uint64_t seed)
{
    Scenario scenario = Maker(seed).make();
    scenario.seed = seed;
    return scenario;
}

} // namespace rgsim::support
