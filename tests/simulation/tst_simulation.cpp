// A run as a value: forks, snapshots, fast-forward, durations, hanging scripts, arbitration.
#include "simulation/simulation.h"
#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Scenario collision(GuardMode mode)
{
    Cluster cluster = makeLargeCluster(3, 2, false);
    cluster.guardMode = mode;
    for (Service& service : cluster.services)
        service.isGuarded = true;
    cluster.services[0].collisions = {"service:s1"};
    cluster.services[1].collisions = {"service:s0"};
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(600));
    scenario.plan.events.push_back(crashAt(150, 0));
    return scenario;
}

ScriptFault faultOf(ScriptFaultKind kind, ScriptOp op, std::int64_t from, std::int64_t to)
{
    ScriptFault fault;
    fault.kind = kind;
    fault.resource = 0;
    fault.op = op;
    fault.from = SimTime::seconds(from);
    fault.to = SimTime::seconds(to);
    return fault;
}

std::uint64_t fingerprintOf(const Scenario& scenario, bool fastForward)
{
    Simulation simulation(scenario);
    simulation.setFastForward(fastForward);
    simulation.run();
    return simulation.fingerprint();
}

int handledItems(const Scenario& scenario)
{
    Simulation simulation(scenario);
    simulation.run();
    return static_cast<int>(simulation.state().world.itemsHandled);
}

} // namespace

class TestSimulation : public QObject {
    Q_OBJECT

private slots:
    void equalScenariosGiveEqualFingerprints()
    {
        const Scenario scenario = collision(GuardMode::Published);
        QCOMPARE(fingerprintOf(scenario, true), fingerprintOf(scenario, true));
        Scenario other = scenario;
        other.plan.events.back().at = SimTime::seconds(151);
        QVERIFY(fingerprintOf(other, true) != fingerprintOf(scenario, true));
    }

    void fastForwardChangesNothing()
    {
        for (const GuardMode mode : {GuardMode::Published, GuardMode::Exact, GuardMode::Hardened}) {
            const Scenario scenario = collision(mode);
            QCOMPARE(fingerprintOf(scenario, true), fingerprintOf(scenario, false));
        }
    }

    void aQuietDecadeCostsWhatHappensInIt()
    {
        Scenario scenario = collision(GuardMode::Published);
        const int short_ = handledItems(scenario);
        scenario.until = SimTime::seconds(10LL * 365 * 86400);
        QVERIFY2(handledItems(scenario) <= short_ + 8, "scans of a quiet time were not skipped");
    }

    void aQuietDecadeWithSlowChecksIsSkippedToo()
    {
        Scenario scenario = bootAll(makeLargeCluster(3, 4, false), SimTime::seconds(20000));
        for (std::size_t i = 0; i < 4; ++i)
            scenario.cluster.services[i].tree.nodes[1].times.status =
                SimDuration::milliseconds(static_cast<std::int64_t>(i) * 1700);
        scenario.plan.events.push_back(crashAt(9001, 0));
        QCOMPARE(fingerprintOf(scenario, true), fingerprintOf(scenario, false));
        scenario.until = SimTime::seconds(10LL * 365 * 86400);
        QVERIFY2(handledItems(scenario) < 200, "scans of a quiet time were not skipped");
    }

    void aForkThatIsContinuedEndsLikeTheOriginal()
    {
        const Scenario scenario = collision(GuardMode::Published);
        Simulation original(scenario);
        original.runUntil(SimTime::seconds(40));
        const SimulationState snapshot = original.state();
        original.run();

        Simulation fork(scenario);
        fork.setState(snapshot);
        fork.run();
        QCOMPARE(fork.finalState(), original.finalState());
        QVERIFY(fork.log().size() > 0 && fork.log().size() < original.log().size());
        const auto& all = original.log().rows();
        const std::vector<LogRow> tail(all.end() - static_cast<std::ptrdiff_t>(fork.log().size()),
                                       all.end());
        QCOMPARE(fork.log().rows(), tail);
    }

    void beliefAndTruthDifferWhileTheGuardLies()
    {
        const Scenario scenario = collision(GuardMode::Published);
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(20));
        const FinalState now = simulation.finalState();
        QCOMPARE(now.services[1].state, ServiceState::Started);
        QVERIFY(now.runsOn[1].empty());
    }

    void aHangingStopHoldsUpTheRecoveryUntilItsWindowEnds()
    {
        Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(500));
        scenario.plan.events.push_back(dieAt(10, 0));
        scenario.plan.scriptFaults.push_back(
            faultOf(ScriptFaultKind::Hangs, ScriptOp::Stop, 20, 200));
        Simulation simulation(scenario);
        simulation.runUntil(SimTime::seconds(199));
        QCOMPARE(simulation.finalState().services[0].state, ServiceState::Recoverable);
        simulation.run();
        QCOMPARE(simulation.finalState().services[0].state, ServiceState::Started);
        QCOMPARE(simulation.finalState().services[0].owner, NodeIndex{1});
    }

    void aScriptThatHangsForGoodNeverEnds()
    {
        Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(100000));
        ScriptFault hang = faultOf(ScriptFaultKind::Hangs, ScriptOp::Start, 0, 1);
        hang.to = SimTime::never();
        scenario.plan.scriptFaults.push_back(hang);
        Simulation simulation(scenario);
        simulation.run();
        QCOMPARE(simulation.finalState().services[0].state, ServiceState::Starting);
    }

    void aSlowCheckThatFailsIsNoticedWhenItEnds()
    {
        Cluster cluster = makeLargeCluster(2, 1, false);
        cluster.services[0].tree.nodes[1].times.status = SimDuration::seconds(4);
        Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
        scenario.plan.events.push_back(dieAt(10, 0));
        Simulation simulation(scenario);
        simulation.run();
        const auto& rows = simulation.log().rows();
        const auto failed = std::find_if(rows.begin(), rows.end(), [](const LogRow& row) {
            return row.result == ScriptResult::StatusFailed;
        });
        QVERIFY(failed != rows.end());
        QCOMPARE(failed->at.ms, 34000);
    }

    void arbitrationDecidesWhoTakesAService()
    {
        Scenario scenario = bootAll(makeLargeCluster(4, 1, false), SimTime::seconds(200));
        scenario.plan.events.push_back(crashAt(100, 0));
        scenario.plan.events.push_back(crashAt(100, 3));
        Simulation lowest(scenario);
        lowest.runUntil(SimTime::seconds(50));
        QCOMPARE(lowest.finalState().services[0].owner, NodeIndex{0});
        lowest.run();
        QCOMPARE(lowest.finalState().services[0].owner, NodeIndex{1});
        scenario.arbitration = Arbitration::HighestNodeFirst;
        Simulation highest(scenario);
        highest.runUntil(SimTime::seconds(50));
        QCOMPARE(highest.finalState().services[0].owner, NodeIndex{3});
        highest.run();
        QCOMPARE(highest.finalState().services[0].owner, NodeIndex{2});
    }

    void failureRatesAreDrawnFromTheSeed()
    {
        Scenario scenario = bootAll(makeLargeCluster(3, 2, false), SimTime::seconds(30LL * 86400));
        FailureRate rate;
        rate.node = 1;
        rate.timeToFailure = {Distribution::Kind::Exponential, SimDuration::seconds(86400), 1.0};
        rate.timeToRepair = {Distribution::Kind::Fixed, SimDuration::seconds(3600), 1.0};
        scenario.plan.rates.push_back(rate);
        QCOMPARE(fingerprintOf(scenario, true), fingerprintOf(scenario, false));
        Scenario other = scenario;
        other.seed = 2;
        QVERIFY(fingerprintOf(scenario, true) != fingerprintOf(other, true));
        Simulation simulation(scenario);
        simulation.run();
        const auto& rows = simulation.log().rows();
        const auto failures = std::count_if(rows.begin(), rows.end(), [](const LogRow& row) {
            return row.kind == RowKind::NodeDown;
        });
        QVERIFY2(failures > 10 && failures < 60, qPrintable(QString::number(failures)));
    }

    void reasonsNeverChangeTheRun()
    {
        const Scenario scenario = collision(GuardMode::Published);
        Simulation simulation(scenario);
        DecisionSink sink(SimTime{}, SimTime::never(), noService);
        simulation.setDecisionSink(&sink);
        simulation.run();
        QCOMPARE(simulation.fingerprint(), fingerprintOf(scenario, true));
        QVERIFY(sink.decisions().size() > 10);
    }
};

QTEST_APPLESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
