// clusvcadm's lock: what a locked manager does not do, what it does, and who is locked.
#include "simulation/simulation.h"
#include "support/cluster_factory.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Three nodes and two services, both on n1 by 10 s; no detection or fencing time.
Scenario twoServices()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "a");
    addService(cluster, "b");
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

PlanEvent planned(std::int64_t seconds, PlanKind kind, NodeIndex node)
{
    PlanEvent event;
    event.at = SimTime::seconds(seconds);
    event.kind = kind;
    event.node = node;
    return event;
}

bool says(const Simulation& simulation, Message message, NodeIndex node)
{
    const std::vector<LogRow>& rows = simulation.log().rows();
    return std::any_of(rows.begin(), rows.end(), [&](const LogRow& row) {
        return row.kind == RowKind::Syslog && row.node == node &&
               static_cast<Message>(row.code) == message;
    });
}

const ServiceRecord& recordOf(const Simulation& simulation, ServiceIndex service)
{
    return simulation.state().manager.record(service);
}

} // namespace

class TestUserLock : public QObject {
    Q_OBJECT

private slots:
    void nobodyTakesOverWhileLocked()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 2));
        scenario.plan.events.push_back(crashAt(30, 0));
        Simulation simulation(scenario);
        simulation.run();
        for (NodeIndex node = 0; node < 3; ++node)
            QVERIFY(says(simulation, Message::GroupsLocked, node));
        for (ServiceIndex service = 0; service < 2; ++service) {
            QCOMPARE(recordOf(simulation, service).state, ServiceState::Started);
            QCOMPARE(recordOf(simulation, service).owner, NodeIndex{0});
        }
        QVERIFY(simulation.state().world.processes[0].empty());
    }

    void unlockingMakesUpForNothingUntilANodeComesOrGoes()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 0));
        scenario.plan.events.push_back(crashAt(30, 0));
        scenario.plan.events.push_back(planned(40, PlanKind::Unlock, 1));
        scenario.plan.events.push_back(crashAt(60, 2));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(59));
        QVERIFY(says(simulation, Message::GroupsUnlocked, 2));
        QCOMPARE(recordOf(simulation, 0).owner, NodeIndex{0});
        simulation.run();
        QCOMPARE(recordOf(simulation, 0).owner, NodeIndex{1});
        QVERIFY(simulation.state().world.processes[0].contains(1));
    }

    void aNodeThatBootsLaterIsNotLocked()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 1));
        scenario.plan.events.push_back(crashAt(30, 0));
        scenario.plan.events.push_back(crashAt(31, 2));
        scenario.plan.events.push_back(bootAt(60, {2}));
        Simulation simulation(scenario);
        simulation.run();
        QVERIFY(simulation.state().manager.locked.contains(1));
        QVERIFY(!simulation.state().manager.locked.contains(2));
        QCOMPARE(recordOf(simulation, 0).owner, NodeIndex{2});
    }

    void aRecoveryInPlaceGoesOnButOneElsewhereEndsStopped()
    {
        Scenario scenario = twoServices();
        scenario.cluster.services[1].recovery = RecoveryPolicy::Relocate;
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 0));
        scenario.plan.events.push_back(dieAt(30, 0));
        scenario.plan.events.push_back(dieAt(30, 1));
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(recordOf(simulation, 0).state, ServiceState::Started);
        QCOMPARE(recordOf(simulation, 0).restarts, 1);
        QVERIFY(simulation.state().world.processes[0].contains(0));
        QCOMPARE(recordOf(simulation, 1).state, ServiceState::Stopped);
        QVERIFY(simulation.state().world.processes[1].empty());
    }

    void anEnableOfWhatADeadNodeHadSaysWhyNot()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 0));
        scenario.plan.events.push_back(crashAt(30, 0));
        scenario.plan.events.push_back(adminAt(40, AdminRequest::Enable, 0, 1));
        Simulation simulation(scenario);
        simulation.run();
        QVERIFY(says(simulation, Message::NotFailingOver, 1));
        QCOMPARE(recordOf(simulation, 0).owner, NodeIndex{0});
    }

    void reasonsNameTheLock()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 0));
        scenario.plan.events.push_back(crashAt(30, 0));
        Simulation simulation(scenario);
        DecisionSink sink(SimTime::seconds(30), SimTime::seconds(300), 0);
        simulation.setDecisionSink(&sink);
        simulation.run();
        QCOMPARE(sink.decisions().size(), std::size_t{2}); // of n2 and n3
        for (const Decision& decision : sink.decisions())
            QCOMPARE(decision.reason, Reason::ManagerLocked);
    }

    void theLockIsPartOfTheState()
    {
        Scenario scenario = twoServices();
        scenario.plan.events.push_back(planned(20, PlanKind::Lock, 0));
        Simulation locked(scenario);
        locked.run();
        SimulationState state = locked.state();
        state.manager.locked.clear();
        const std::uint64_t fingerprint = locked.fingerprint();
        locked.setState(state);
        QVERIFY(locked.fingerprint() != fingerprint);
    }
};

QTEST_APPLESS_MAIN(TestUserLock)
#include "tst_user_lock.moc"
