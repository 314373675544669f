#include "simulation/recorded_run.h"
#include "support/random_layout.h"

#include <QTest>

#include <memory>

using namespace rgsim;

namespace {

std::uint64_t fingerprintOf(const SimulationState& state, const Cluster& cluster)
{
    Fingerprint fingerprint;
    state.world.mixInto(fingerprint);
    state.manager.mixInto(fingerprint, cluster);
    return fingerprint.value();
}

// The state at `at` of a run that goes straight there.
std::uint64_t direct(const Scenario& scenario, SimTime at)
{
    Simulation simulation(scenario);
    simulation.runUntil(at);
    return fingerprintOf(simulation.state(), scenario.cluster);
}

} // namespace

class TestRecordedRun : public QObject {
    Q_OBJECT

private slots:
    void hasTheLogOfAPlainRun();
    void goesBackToAnyInstant();
    void aForkContinuesAsTheRunDid();
    void keepsFewStatesHoweverLongTheRun();
    void canBeGivenUpHalfWay();
};

namespace {

std::shared_ptr<const Scenario> layout(std::uint64_t seed)
{
    return std::make_shared<const Scenario>(support::randomScenario(seed));
}

} // namespace

void TestRecordedRun::hasTheLogOfAPlainRun()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto scenario = layout(seed);
        Simulation plain(*scenario);
        plain.run();
        RecordedRun recorded(scenario);
        recorded.finish();
        QVERIFY2(recorded.rows() == plain.log().rows(), qPrintable(QString("seed %1").arg(seed)));
        QCOMPARE(recorded.fingerprint(), plain.fingerprint());
    }
}

void TestRecordedRun::goesBackToAnyInstant()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto scenario = layout(seed);
        RecordedRun recorded(scenario);
        recorded.finish();
        for (std::int64_t part = 0; part <= 7; ++part) {
            const SimTime at{scenario->until.ms * part / 7};
            QVERIFY2(fingerprintOf(recorded.stateAt(at), scenario->cluster) ==
                         direct(*scenario, at),
                     qPrintable(QString("seed %1 at %2 ms").arg(seed).arg(at.ms)));
        }
    }
}

void TestRecordedRun::aForkContinuesAsTheRunDid()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto scenario = layout(seed);
        RecordedRun recorded(scenario);
        recorded.finish();
        const std::vector<LogRow>& rows = recorded.rows();
        if (rows.empty())
            continue;
        const SimTime at = rows[rows.size() / 2].at;
        Simulation fork(*scenario);
        fork.setState(recorded.stateBefore(at));
        fork.run();
        std::size_t first = 0;
        while (rows[first].at < at)
            ++first;
        const std::vector<LogRow> rest(rows.begin() + static_cast<std::ptrdiff_t>(first),
                                       rows.end());
        QVERIFY2(fork.log().rows() == rest, qPrintable(QString("seed %1").arg(seed)));
    }
}

void TestRecordedRun::keepsFewStatesHoweverLongTheRun()
{
    Scenario scenario = support::randomScenario(3);
    scenario.until = SimTime::seconds(40'000);
    for (int i = 0; i < 2000; ++i) {
        PlanEvent event;
        event.at = SimTime::seconds(100 + i * 15);
        event.kind = i % 2 == 0 ? PlanKind::Crash : PlanKind::Boot;
        event.node = 0;
        if (event.kind == PlanKind::Boot)
            event.nodes = {0};
        scenario.plan.events.push_back(event);
    }
    RecordedRun recorded(std::make_shared<const Scenario>(scenario));
    recorded.finish();
    QVERIFY(recorded.keptStates() > 16);
    QVERIFY(recorded.keptStates() <= 128);
    QVERIFY(recorded.nearestStateBefore(SimTime::seconds(20'000)).world.now >
            SimTime::seconds(15'000));
}

void TestRecordedRun::canBeGivenUpHalfWay()
{
    RecordedRun recorded(layout(5));
    QVERIFY(recorded.advance(1));
    QVERIFY(!recorded.isOver());
    QVERIFY(recorded.reached() <= recorded.end());
}

QTEST_APPLESS_MAIN(TestRecordedRun)
#include "tst_recorded_run.moc"
