// Quorum, fencing, isolation, leaving and rejoining: who may recover what, and when.
#include "simulation/simulation.h"
#include "support/cluster_factory.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Three nodes of one vote each with real quorum, detection after 10 s, fencing taking 5 s.
Cluster guardedCluster(int nodes)
{
    Cluster cluster = makeLargeCluster(nodes, 1, false);
    cluster.expectedVotes = 0;
    cluster.tokenTimeout = SimDuration::seconds(10);
    for (Node& node : cluster.nodes) {
        node.fencingTime = SimDuration::seconds(5);
        node.bootTime = SimDuration::seconds(60);
    }
    return cluster;
}

PlanEvent planned(std::int64_t seconds, PlanKind kind, NodeIndex node,
                  std::vector<NodeIndex> nodes = {})
{
    PlanEvent event;
    event.at = SimTime::seconds(seconds);
    event.kind = kind;
    event.node = node;
    event.nodes = std::move(nodes);
    return event;
}

const ServiceRecord& record(const Simulation& simulation)
{
    return simulation.state().manager.records[0];
}

bool runsOn(const Simulation& simulation, NodeIndex node)
{
    return simulation.state().world.processes[0].contains(node);
}

std::int64_t firstStartAfter(const Simulation& simulation, std::int64_t seconds)
{
    for (const LogRow& row : simulation.log().rows()) {
        if (row.kind == RowKind::Script && row.result == ScriptResult::StartOk &&
            row.at >= SimTime::seconds(seconds))
            return row.at.ms / 1000;
    }
    return -1;
}

} // namespace

class TestMembership : public QObject {
    Q_OBJECT

private slots:
    void nothingIsRecoveredBeforeDetectionAndFencing()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(crashAt(100, 0));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(114));
        QCOMPARE(record(simulation).owner, NodeIndex{0}); // belief: still on the dead node
        QVERIFY(simulation.state().world.processes[0].empty());
        simulation.run();
        QCOMPARE(firstStartAfter(simulation, 100), 115);
        QVERIFY(runsOn(simulation, record(simulation).owner));
    }

    void fencingThatFailsIsTriedAgainAndHoldsUpTheRecovery()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(crashAt(100, 0));
        scenario.plan.fenceFaults.push_back(
            {noNode, SimTime::seconds(0), SimTime::seconds(130), 0});
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(firstStartAfter(simulation, 100), 130);
    }

    void aNodeWithoutQuorumStopsEverythingAtOnce()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(crashAt(100, 1));
        scenario.plan.events.push_back(crashAt(100, 2));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(109));
        QVERIFY(runsOn(simulation, 0));
        simulation.runUntil(SimTime::seconds(110));
        QVERIFY(!runsOn(simulation, 0));
        QVERIFY(!record(simulation).exists);
    }

    void servicesStartAgainWhenQuorumComesBack()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(crashAt(100, 1));
        scenario.plan.events.push_back(crashAt(100, 2));
        scenario.plan.events.push_back(bootAt(200, {1}));
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(firstStartAfter(simulation, 101), 200);
        QVERIFY(runsOn(simulation, 0));
    }

    void aMinorityThatIsCutOffStopsAndIsFencedByTheMajority()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::Isolate, noNode, {0}));
        Simulation simulation(scenario);
        simulation.run();
        QVERIFY(!simulation.state().world.node(0).runs);
        QCOMPARE(firstStartAfter(simulation, 100), 115);
        QVERIFY(record(simulation).owner != 0);
        QCOMPARE(simulation.state().world.processes[0].count(), 1);
    }

    void anIsolationThatEndsBeforeTheTokenIsLostChangesNothing()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::Isolate, noNode, {0}));
        scenario.plan.events.push_back(planned(105, PlanKind::Heal, noNode));
        Simulation simulation(scenario);
        simulation.run();
        QVERIFY(simulation.state().world.node(0).runs);
        QCOMPARE(record(simulation).owner, NodeIndex{0});
        QCOMPARE(firstStartAfter(simulation, 1), -1);
    }

    void aRelocationThatComesToANodeThatDiedMeanwhileGoesOn()
    {
        Cluster cluster = makeLargeCluster(3, 1, false);
        cluster.services[0].tree.nodes[1].times.start = SimDuration::seconds(8);
        Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(200));
        scenario.plan.events = {bootAt(0, {0, 1, 2}), dieAt(20, 0), crashAt(42, 1)};
        ScriptFault fault;
        fault.resource = 0;
        fault.op = ScriptOp::Start;
        fault.node = 2;
        fault.to = SimTime::never();
        scenario.plan.scriptFaults.push_back(fault);
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(record(simulation).state, ServiceState::Started);
        QVERIFY(runsOn(simulation, 0));
    }

    void theDeathOfTheLastNodeIsARowToo()
    {
        Scenario scenario = bootAll(makeLargeCluster(1, 1, false), SimTime::seconds(20));
        scenario.plan.events.push_back(crashAt(6, 0));
        Simulation simulation(scenario);
        simulation.run();
        const auto& rows = simulation.log().rows();
        QVERIFY(std::any_of(rows.begin(), rows.end(), [](const LogRow& row) {
            return row.kind == RowKind::NodeDown && row.at == SimTime::seconds(6);
        }));
    }

    void aMajorityThatWasCutOffKeepsRunningWhenTheNetworkHeals()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::Isolate, noNode, {0, 1}));
        scenario.plan.events.push_back(planned(112, PlanKind::Heal, noNode)); // before fencing ends
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(113));
        QVERIFY(runsOn(simulation, 0));
        QVERIFY(!simulation.state().world.node(2).runs); // node 3 has to start afresh
        simulation.run();
        QVERIFY(runsOn(simulation, 0));
        QVERIFY(simulation.state().world.node(2).managerRuns);
        QCOMPARE(firstStartAfter(simulation, 1), -1);
    }

    void halvesWithoutQuorumStartAgainWhenTheyFindEachOther()
    {
        Scenario scenario = bootAll(guardedCluster(2), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::Isolate, noNode, {0}));
        scenario.plan.events.push_back(planned(200, PlanKind::Heal, noNode));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(199));
        QVERIFY(!runsOn(simulation, 0) && !runsOn(simulation, 1));
        simulation.run();
        QCOMPARE(firstStartAfter(simulation, 101), 200);
    }

    void aNodeThatLeavesInOrderStopsItsServicesFirstAndIsNotFenced()
    {
        Cluster cluster = guardedCluster(3);
        cluster.services[0].tree.nodes[1].times.stop = SimDuration::seconds(7);
        Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::Leave, 0));
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(firstStartAfter(simulation, 100), 107);
        for (const LogRow& row : simulation.log().rows())
            QVERIFY(row.kind != RowKind::Fence);
        QCOMPARE(simulation.state().world.processes[0].count(), 1);
    }

    void aPowerCycledNodeIsBackAfterItsBootTime()
    {
        Scenario scenario = bootAll(guardedCluster(3), SimTime::seconds(300));
        scenario.plan.events.push_back(planned(100, PlanKind::PowerCycle, 2));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(159));
        QVERIFY(!simulation.state().world.node(2).runs);
        simulation.runUntil(SimTime::seconds(160));
        QVERIFY(simulation.state().world.node(2).managerRuns);
        QVERIFY(simulation.state().world.node(0).view.contains(2));
    }

    void aTwoNodeClusterGoesOnWithOneVote()
    {
        Cluster cluster = guardedCluster(2);
        cluster.twoNode = true;
        cluster.expectedVotes = 1;
        Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
        scenario.plan.events.push_back(crashAt(100, 0));
        Simulation simulation(scenario);
        simulation.run();
        QVERIFY(runsOn(simulation, 1));
    }

    void withoutQuorumAtBootNothingStarts()
    {
        Scenario scenario;
        scenario.cluster = guardedCluster(3);
        scenario.plan.events = {bootAt(0, {0}), bootAt(50, {1})};
        scenario.until = SimTime::seconds(100);
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(49));
        QVERIFY(!record(simulation).exists);
        simulation.run();
        QVERIFY(runsOn(simulation, 0));
    }
};

QTEST_APPLESS_MAIN(TestMembership)
#include "tst_membership.moc"
