// A run comes to rest, goes round in circles, or neither; and what is possible at rest.
#include "planning/settle.h"

#include "planning/base_scenario.h"
#include "planning/failures.h"
#include "planning/status_cycle.h"
#include "simulation/rest.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr SimTime late = SimTime::seconds(3600);

Scenario baseOfSeedCase(const char* name)
{
    return baseScenario(*finishSeedCase(name).scenario);
}

} // namespace

class TestSettle : public QObject {
    Q_OBJECT

private slots:
    void aColdStartComesToRestAfterTheGuardsDetour()
    {
        const Scenario base = baseOfSeedCase("seed-collision");
        Simulation simulation(base);
        const Settled settled = settle(simulation, late);
        QCOMPARE(settled.rest, Rest::Reached);
        QCOMPARE(settled.at, SimTime::seconds(30));
        QVERIFY(isAtRest(simulation));
        simulation.log().clear();
        simulation.runUntil(late);
        QVERIFY2(simulation.log().rows().empty(), "nothing happens any more");
    }

    void aServiceThatIsRestartedForEverGoesRoundInCircles()
    {
        const Scenario base = baseOfSeedCase("seed-default-recovery");
        Simulation simulation(base);
        const Settled settled = settle(simulation, late);
        QCOMPARE(settled.rest, Rest::Repeats);
        QCOMPARE(settled.period.ms % 30'000, 0);
        QVERIFY(settled.at < SimTime::seconds(300));
    }

    void aServiceThatBouncesForEverGoesRoundInCircles()
    {
        const Scenario base = baseOfSeedCase("seed-ping-pong");
        Simulation simulation(base);
        QCOMPARE(settle(simulation, late).rest, Rest::Repeats);
    }

    void nothingIsAtRestWhileAnEventIsToCome()
    {
        Scenario base = baseOfSeedCase("seed-no-rule");
        base.plan.events.push_back(crashAt(100, 0));
        Simulation simulation(base);
        const Settled settled = settle(simulation, late);
        QCOMPARE(settled.rest, Rest::Reached);
        QVERIFY(settled.at >= SimTime::seconds(100));
    }

    void aLimitEndsIt()
    {
        const Scenario base = baseOfSeedCase("seed-ping-pong");
        Simulation simulation(base);
        const Settled settled = settle(simulation, SimTime::seconds(45));
        QCOMPARE(settled.rest, Rest::NotReached);
        QVERIFY(settled.at <= SimTime::seconds(45));
    }

    void theBaseKeepsTheBootsAndLeavesTheStoryOut()
    {
        const FinishedRun run = finishSeedCase("seed-collision");
        const Scenario base = baseScenario(*run.scenario);
        QCOMPARE(base.plan.events.size(), std::size_t{1});
        QCOMPARE(base.plan.events.front().kind, PlanKind::Boot);
        QCOMPARE(base.plan.events.front().nodes.size(), std::size_t{3});
    }

    void aBaseWithoutAnyBootBootsAllNodes()
    {
        Cluster cluster = makeCluster(3);
        cluster.finish();
        Scenario scenario;
        scenario.cluster = cluster;
        scenario.plan.events = {crashAt(5, 1)};
        const Scenario base = baseScenario(scenario);
        QCOMPARE(base.plan.events.size(), std::size_t{1});
        QCOMPARE(base.plan.events.front().nodes, (std::vector<NodeIndex>{0, 1, 2}));
    }

    void onlyWhatChangesSomethingIsPossible()
    {
        const Scenario base = baseOfSeedCase("seed-no-rule");
        Simulation simulation(base);
        settle(simulation, late);
        const auto all = possibleFailures(base.cluster, simulation.state());
        QCOMPARE(all.size(), singleFailures(base.cluster).size());
        QVERIFY(possibleRecoveries(base.cluster, simulation.state()).empty());

        std::vector<PlanEvent> events = simulation.events();
        events.push_back(crashAt(100, 0));
        simulation.setEvents(events);
        settle(simulation, late);
        const auto rest = possibleFailures(base.cluster, simulation.state());
        QCOMPARE(rest.size(), all.size() - 2); // node 1 neither crashes nor is cut off
        const auto recoveries = possibleRecoveries(base.cluster, simulation.state());
        QCOMPARE(recoveries.size(), std::size_t{1});
        QCOMPARE(recoveries.front().kind, PlanKind::Boot);
    }

    void theGrainDividesEveryDuration()
    {
        Cluster cluster = makeCluster(2);
        const ServiceIndex service = addService(cluster, "a");
        cluster.finish();
        QCOMPARE(timeGrain(cluster), SimDuration::seconds(1));
        QCOMPARE(statusCycle(cluster), SimDuration::seconds(30));
        cluster.services[static_cast<std::size_t>(service)].tree.nodes[1].times.start =
            SimDuration::milliseconds(2500);
        cluster.statusPollInterval = SimDuration::seconds(7);
        QCOMPARE(timeGrain(cluster), SimDuration::milliseconds(500));
        QCOMPARE(statusCycle(cluster), SimDuration::seconds(35));
    }

    void betweenTwoGrainsOneInstantStandsForAll()
    {
        const auto instants =
            distinctInstants(SimDuration::seconds(1), SimTime::seconds(3), SimTime::seconds(5));
        QCOMPARE(instants, (std::vector<SimTime>{SimTime::seconds(3), SimTime{3500},
                                                 SimTime::seconds(4), SimTime{4500}}));
    }
};

QTEST_APPLESS_MAIN(TestSettle)
#include "tst_settle.moc"
