// States with equal keys have the same future: found by letting random clusters come to the same
// state by different ways, and going on from both. RGSIM_SEED and RGSIM_LAYOUTS choose others.
#include "planning/state_key.h"

#include "base/random_stream.h"
#include "planning/base_scenario.h"
#include "planning/failures.h"
#include "planning/settle.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QTest>

#include <map>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr SimDuration longest = SimDuration::seconds(400);
constexpr SimDuration aWhile = SimDuration::seconds(150);

int numberFrom(const char* variable, int fallback)
{
    bool ok = false;
    const int number = qEnvironmentVariableIntValue(variable, &ok);
    return ok ? number : fallback;
}

// One way to a state: the events so far and where they led.
struct Way {
    std::vector<PlanEvent> events;
    SimulationState state;
};

Way continued(Simulation& simulation, const Way& way, PlanEvent event, SimDuration wait)
{
    Way next = way;
    event.at = way.state.world.now + wait;
    next.events.push_back(event);
    simulation.setEvents(next.events);
    simulation.setState(way.state);
    settle(simulation, event.at + longest);
    next.state = simulation.state();
    return next;
}

// What follows from an event after a while, with times from its instant on.
std::vector<LogRow> future(Simulation& simulation, const Way& way, PlanEvent event,
                           SimDuration wait)
{
    std::vector<PlanEvent> events = way.events;
    event.at = way.state.world.now + wait;
    events.push_back(event);
    simulation.setEvents(events);
    simulation.setState(way.state);
    simulation.log().clear();
    simulation.runUntil(event.at + aWhile);
    std::vector<LogRow> rows = simulation.log().rows();
    for (LogRow& row : rows) {
        row.at = SimTime{(row.at - event.at).ms};
        if (row.kind == RowKind::Fault || row.kind == RowKind::Record)
            row.code = 0; // counts the plan's events, and restarts
    }
    simulation.log().clear();
    return rows;
}

// Goes by random ways and compares each with another that led to the same key. Returns how many
// were compared, or -1 at the first difference.
int compareWays(const Scenario& base, RandomStream& stream, int ways)
{
    Simulation simulation(base);
    settle(simulation, SimTime{} + longest);
    const Way begin{simulation.events(), simulation.state()};
    std::map<StateKey, Way> seen;
    int compared = 0;
    Way way = begin;
    for (int i = 0; i < ways; ++i) {
        std::vector<PlanEvent> events = possibleFailures(base.cluster, way.state);
        const std::vector<PlanEvent> recoveries = possibleRecoveries(base.cluster, way.state);
        events.insert(events.end(), recoveries.begin(), recoveries.end());
        if (events.empty() || i % 6 == 5) {
            way = begin;
            continue;
        }
        const SimDuration wait =
            SimDuration::milliseconds(static_cast<std::int64_t>(1 + stream.below(4)) * 10'000);
        way = continued(simulation, way, events[stream.below(events.size())], wait);
        const auto [other, isNew] = seen.emplace(stateKey(base.cluster, way.state), way);
        if (isNew)
            continue;
        for (const PlanEvent& event : possibleFailures(base.cluster, way.state)) {
            const SimDuration later =
                SimDuration::milliseconds(static_cast<std::int64_t>(1 + stream.below(30'000)));
            if (future(simulation, way, event, later) !=
                future(simulation, other->second, event, later))
                return -1;
            ++compared;
        }
    }
    return compared;
}

} // namespace

class TestStateKey : public QObject {
    Q_OBJECT

private slots:
    void statesWithEqualKeysHaveTheSameFuture()
    {
        const int first = numberFrom("RGSIM_SEED", 1);
        int compared = 0;
        for (int seed = first; seed < first + numberFrom("RGSIM_LAYOUTS", 60); ++seed) {
            Scenario base = baseScenario(randomScenario(static_cast<std::uint64_t>(seed)));
            RandomStream stream(static_cast<std::uint64_t>(seed), "ways");
            const int here = compareWays(base, stream, 60);
            QVERIFY2(here >= 0, qPrintable(QString("seed %1").arg(seed)));
            compared += here;
        }
        qInfo("%d futures compared", compared);
        QVERIFY(compared > 100);
    }

    void timeAloneChangesNoKeyOfAClusterAtRest()
    {
        Cluster cluster = makeCluster(3);
        addService(cluster, "a");
        cluster.finish();
        const Scenario base = bootAll(cluster, SimTime::seconds(1'000'000));
        Simulation simulation(base);
        simulation.runUntil(SimTime::seconds(100));
        const StateKey early = stateKey(cluster, simulation.state());
        simulation.runUntil(SimTime::seconds(100 + 30 * 1000));
        QCOMPARE(stateKey(cluster, simulation.state()), early);
        simulation.runUntil(SimTime::seconds(100 + 30 * 1000 + 1));
        QVERIFY2(stateKey(cluster, simulation.state()) != early, "another phase of the checks");
    }

    void whatIsTrueAndWhatIsBelievedBothCount()
    {
        Cluster cluster = makeCluster(2);
        const ServiceIndex service = addService(cluster, "a");
        cluster.finish();
        const Scenario base = bootAll(cluster, SimTime::seconds(1000));
        Simulation simulation(base);
        simulation.runUntil(SimTime::seconds(5));
        const StateKey before = stateKey(cluster, simulation.state());
        SimulationState changed = simulation.state();
        changed.world.processes.front().clear();
        QVERIFY(stateKey(cluster, changed) != before);
        changed = simulation.state();
        changed.manager.record(service).lastOwner = 1;
        QVERIFY(stateKey(cluster, changed) != before);
        changed = simulation.state();
        changed.manager.locked.insert(0);
        QVERIFY(stateKey(cluster, changed) != before);
        changed = simulation.state();
        changed.manager.record(service).transition = SimTime::seconds(1);
        QCOMPARE(stateKey(cluster, changed), before);
    }
};

QTEST_APPLESS_MAIN(TestStateKey)
#include "tst_state_key.moc"
