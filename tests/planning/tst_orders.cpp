// Orders of simultaneous things: a run takes the ones that its scenario names, and an exploration
// finds those that break what the usual one keeps.
#include "planning/counterexample.h"
#include "planning/explore.h"
#include "planning/order_search.h"

#include "planning/base_scenario.h"
#include "planning/status_cycle.h"
#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Scenario smallScenario(std::uint64_t seed)
{
    Scenario base = baseScenario(randomScenario(seed));
    base.plan.scriptFaults.clear();
    return base;
}

Explored exploredWith(const Scenario& base, const std::vector<Property>& properties, int depth,
                      bool orders, bool folding = true, int threads = 1)
{
    ExploreOptions options;
    options.depth = depth;
    options.orders = orders;
    options.folding = folding;
    ExploreControl control;
    control.threads = threads;
    return exploreAndProve(base, properties, options, control);
}

const std::vector<Property> apart = {{Property::Kind::NeverTogether, {0, 1}, {}, 0}};

std::uint64_t fingerprintOf(const Scenario& scenario)
{
    Simulation simulation(scenario);
    simulation.run();
    return simulation.fingerprint();
}

QByteArray where(std::uint64_t seed)
{
    return "seed " + QByteArray::number(qulonglong(seed));
}

bool isAskable(const Scenario& base)
{
    return base.cluster.serviceCount() >= 2 && base.cluster.nodeCount() <= 3;
}

} // namespace

class TestOrders : public QObject {
    Q_OBJECT

private slots:
    void aRunWithOpenChoicesIsTheUsualOneIfNothingIsChosen();
    void theChosenNodeHearsFirst();
    void theChosenItemComesFirst();
    void ordersFindAllThatTheUsualOneFinds();
    void someOrdersBreakWhatTheUsualOneKeepsAndReplay();
    void everyOrderOfAFailureEndsWhereASampledOneEnds();
    void foldingAndThreadsMakeNoDifference();
    void largeClustersAreRefused();
};

void TestOrders::aRunWithOpenChoicesIsTheUsualOneIfNothingIsChosen()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Scenario scenario = randomScenario(seed);
        if (scenario.arbitration == Arbitration::Shuffled || !scenario.plan.rates.empty())
            continue;
        const std::uint64_t usual = fingerprintOf(scenario);
        scenario.order = {{scenario.until, 999'999, 1}};
        QVERIFY2(fingerprintOf(scenario) == usual, where(seed));
    }
}

void TestOrders::theChosenNodeHearsFirst()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "web");
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    std::vector<OrderChoice> seen;
    Simulation simulation(scenario);
    simulation.setOrder({{SimTime{}, 0, 2}});
    simulation.recordChoices(&seen);
    simulation.run();
    QVERIFY(seen.size() >= 2);
    QCOMPARE(seen[0].among, 3U); // all three boot and hear of each other
    QCOMPARE(seen[0].taken.node, NodeIndex{2});
    QCOMPARE(seen[0].usual.node, NodeIndex{0});
    QVERIFY(!seen[0].taken.item.has_value());
    QCOMPARE(seen[1].among, 2U);
    QCOMPARE(seen[1].taken.node, NodeIndex{0});
}

void TestOrders::theChosenItemComesFirst()
{
    Cluster cluster = makeCluster(2);
    addService(cluster, "web");
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    const SimTime scan = SimTime{} + scenario.cluster.statusPollInterval;
    std::vector<OrderChoice> seen;
    Simulation simulation(scenario);
    simulation.setOrder({{scan, 0, 1}});
    simulation.recordChoices(&seen);
    simulation.run();
    const auto first = std::find_if(seen.begin(), seen.end(), [&](const OrderChoice& choice) {
        return choice.pick.at == scan;
    });
    QVERIFY(first != seen.end());
    QCOMPARE(first->taken, (OrderCandidate{1, ItemKind::Scan, noService}));
    QCOMPARE(first->usual, (OrderCandidate{0, ItemKind::Scan, noService}));
}

void TestOrders::ordersFindAllThatTheUsualOneFinds()
{
    int violated = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Scenario base = smallScenario(seed);
        if (!isAskable(base))
            continue;
        const Explored usual = exploredWith(base, apart, 1, false);
        if (!usual.counterexample)
            continue;
        const Explored all = exploredWith(base, apart, 1, true);
        QVERIFY2(all.counterexample, where(seed));
        QVERIFY2(all.counterexample->events.size() <= usual.counterexample->events.size(),
                 where(seed));
        ++violated;
    }
    QVERIFY2(violated > 3, QByteArray::number(violated));
}

void TestOrders::someOrdersBreakWhatTheUsualOneKeepsAndReplay()
{
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 400 && found < 4; ++seed) {
        const Scenario base = smallScenario(seed);
        if (!isAskable(base) || exploredWith(base, apart, 1, false).counterexample)
            continue;
        const Explored all = exploredWith(base, apart, 1, true);
        if (!all.counterexample)
            continue;
        const Counterexample& shown = *all.counterexample;
        QVERIFY2(!shown.scenario.order.empty(), where(seed));
        QVERIFY2(shown.choices.size() == shown.scenario.order.size(), where(seed));
        QVERIFY2(fingerprintOf(shown.scenario) == shown.fingerprint, where(seed));
        QVERIFY2(!breachAfter(base, apart, shown.events), where(seed)); // the order is needed
        for (std::size_t i = 0; i < shown.scenario.order.size(); ++i) { // all of it
            Scenario fewer = base;
            fewer.order = shown.scenario.order;
            fewer.order.erase(fewer.order.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY2(!breachAfter(fewer, apart, shown.events), where(seed));
        }
        ++found;
    }
    QVERIFY2(found > 0, "no order matters anywhere: this test has lost its meaning");
    qInfo("%d found", found);
}

// Orders that are drawn blindly must end in a state that the search has found.
void TestOrders::everyOrderOfAFailureEndsWhereASampledOneEnds()
{
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        const Scenario base = smallScenario(seed);
        if (!isAskable(base))
            continue;
        const SimTime latest = SimTime::seconds(900);
        const WatchedProperties watched(base.cluster, apart);
        const PropertyWatch watch(watched);
        Simulation all(base);
        const SimulationState cold = all.state();
        all.setEvents(eventsInOrder(base.plan));
        const OrderedOutcomes outcomes =
            ordersFrom(all, {cold, watch, {}}, statusCycle(base.cluster), latest, false);
        if (!outcomes.isComplete || outcomes.outcomes.empty())
            continue;
        std::set<StateKey> ends;
        bool isBroken = false;
        for (const OrderedOutcome& outcome : outcomes.outcomes) {
            isBroken = isBroken || outcome.watch.breach();
            ends.insert(stateKey(base.cluster, outcome.state, TieOrder::IsOpen));
        }
        if (isBroken || outcomes.outcomes.front().settled.rest != Rest::Reached)
            continue; // it ended at the breach; circles have no end
        RandomStream stream(seed, "orders");
        for (int draw = 0; draw < 20; ++draw) {
            std::vector<OrderPick> picks;
            for (std::int64_t second = 0; second <= 300; second += 10) {
                for (std::uint32_t choice = 0; choice < 4; ++choice) {
                    const auto taken = static_cast<std::uint32_t>(stream.below(3));
                    if (taken > 0)
                        picks.push_back({SimTime::seconds(second), choice, taken});
                }
            }
            Simulation drawn(base);
            drawn.setOrder(picks);
            const Settled settled = settle(drawn, latest);
            if (settled.rest != Rest::Reached)
                continue;
            const StateKey end = stateKey(base.cluster, drawn.state(), TieOrder::IsOpen);
            QVERIFY2(ends.count(end) == 1, where(seed));
            ++compared;
        }
    }
    QVERIFY2(compared > 100, QByteArray::number(compared));
}

void TestOrders::foldingAndThreadsMakeNoDifference()
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Scenario base = smallScenario(seed);
        if (!isAskable(base))
            continue;
        const Explored folded = exploredWith(base, apart, 1, true);
        const Explored whole = exploredWith(base, apart, 1, true, false);
        const Explored onTwo = exploredWith(base, apart, 1, true, true, 2);
        QVERIFY2(folded.result.end == whole.result.end, where(seed));
        QVERIFY2(folded.result.end == onTwo.result.end, where(seed));
        QCOMPARE(onTwo.result.states, folded.result.states);
        QCOMPARE(onTwo.result.orders, folded.result.orders);
        QCOMPARE(folded.counterexample.has_value(), whole.counterexample.has_value());
        if (!folded.counterexample)
            continue;
        QCOMPARE(folded.counterexample->events.size(), whole.counterexample->events.size());
        QCOMPARE(onTwo.counterexample->fingerprint, folded.counterexample->fingerprint);
    }
}

void TestOrders::largeClustersAreRefused()
{
    Cluster cluster = makeCluster(9);
    addService(cluster, "a");
    addService(cluster, "b");
    cluster.finish();
    const Scenario base = baseScenario(bootAll(std::move(cluster), SimTime::seconds(60)));
    ExploreOptions options;
    QVERIFY(!checkExplore(base, apart, options).hasErrors());
    options.orders = true;
    const Diagnostics problems = checkExplore(base, apart, options);
    QVERIFY(problems.hasErrors());
    QVERIFY(problems.items().front().remedy.find("--orders") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestOrders)
#include "tst_orders.moc"
