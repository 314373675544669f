// Sequences of failures are found, the shortest ones, whatever is folded and on any number of
// threads.
#include "planning/counterexample.h"
#include "planning/explore.h"

#include "analysis/keep_apart.h"
#include "analysis/timeline.h"
#include "planning/base_scenario.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

ExploreResult search(const Scenario& base, const std::vector<Property>& properties,
                     ExploreOptions options, int threads = 1)
{
    ExploreControl control;
    control.threads = threads;
    return explore(base, properties, options, control);
}

Property neverTogether(std::vector<ServiceIndex> services)
{
    return {Property::Kind::NeverTogether, std::move(services), {}, 0};
}

// Small enough that nothing has to be folded.
Scenario smallScenario(std::uint64_t seed)
{
    Scenario base = baseScenario(randomScenario(seed));
    base.plan.scriptFaults.clear();
    return base;
}

// What the timeline of a run from the beginning says, which knows nothing of the search.
void verifyReplay(const Scenario& base, const ExploreResult& result)
{
    Scenario found = withEvents(base, result.events, result.breach.at + SimDuration::seconds(1));
    found.cluster.keepApart = {{{0, 1}, 0}};
    Simulation simulation(found);
    simulation.run();
    const Timeline timeline = makeTimeline(found.cluster, simulation.log().rows(), found.until);
    const auto violations = keepApartViolations(found.cluster, timeline);
    QVERIFY(!violations.empty());
    QCOMPARE(violations.front().from, result.breach.from);
}

} // namespace

class TestExplore : public QObject {
    Q_OBJECT

private slots:
    void theFirstCollisionIsFoundAndReplays()
    {
        const Scenario base = baseScenario(*finishSeedCase("seed-no-rule").scenario);
        const ExploreResult result = search(base, {neverTogether({0, 1})}, {});
        QCOMPARE(result.end, ExploreEnd::Violated);
        verifyReplay(base, result);
    }

    void progressCountsUpToTheResult()
    {
        const Scenario base = baseScenario(*finishSeedCase("seed-no-rule").scenario);
        ExploreOptions options;
        options.depth = 1;
        ExploreProgress last;
        ExploreControl control;
        control.progress = [&last](const ExploreProgress& now) {
            QVERIFY(now.states > last.states);
            QVERIFY(now.done <= now.of);
            last = now;
        };
        Property far = neverTogether({0, 1});
        far.kind = Property::Kind::RelocationsPerFailure;
        far.count = 1000;
        const ExploreResult result = explore(base, {far}, options, control);
        QCOMPARE(result.end, ExploreEnd::Holds);
        QCOMPARE(last.level, 1);
        QCOMPARE(last.done, last.of);
        QCOMPARE(last.states, result.states);
        QCOMPARE(last.foldedShare(), result.foldedShare());
    }

    void keepApartGroupsAreOwnPropertiesUnlessTheyAreNamedAlready()
    {
        Scenario scenario = *finishSeedCase("seed-no-rule").scenario;
        scenario.cluster.keepApart = {{{0, 1}, 0}};
        Property back = neverTogether({0});
        back.kind = Property::Kind::BackWithin;
        scenario.properties = {back};
        QCOMPARE(ownProperties(scenario).size(), std::size_t{2});
        QVERIFY(ownProperties(scenario).back() == neverTogether({0, 1}));
        scenario.properties.push_back(neverTogether({0, 1}));
        QCOMPARE(ownProperties(scenario).size(), std::size_t{2});
    }

    void whatIsFoundReplaysFromTheBeginning()
    {
        int replayed = 0;
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            const Scenario base = smallScenario(seed);
            if (base.cluster.serviceCount() < 2)
                continue;
            const ExploreResult result = search(base, {neverTogether({0, 1})}, {});
            if (result.end != ExploreEnd::Violated || result.events.empty())
                continue;
            verifyReplay(base, result);
            if (QTest::currentTestFailed())
                QFAIL(("seed " + QByteArray::number(seed)).constData());
            ++replayed;
        }
        QVERIFY2(replayed > 5, QByteArray::number(replayed));
    }

    void aCounterexampleNeedsEachOfItsStepsAndReplays()
    {
        int found = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const Scenario base = smallScenario(seed);
            if (base.cluster.serviceCount() < 2)
                continue;
            const std::vector<Property> properties = {neverTogether({0, 1})};
            const Explored explored = exploreAndProve(base, properties, {}, {});
            if (!explored.counterexample || explored.counterexample->events.empty())
                continue;
            ++found;
            const Counterexample& shown = *explored.counterexample;
            const QByteArray where = "seed " + QByteArray::number(qulonglong(seed));
            QVERIFY2(!explored.wasRepeated, where);
            QVERIFY2(shown.events.size() == explored.result.events.size(), where);
            for (std::size_t i = 0; i < shown.events.size(); ++i) {
                std::vector<PlanEvent> fewer = shown.events;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                QVERIFY2(!breachAfter(base, properties, fewer), where);
            }
            Simulation simulation(shown.scenario);
            simulation.run();
            QCOMPARE(simulation.fingerprint(), shown.fingerprint);
        }
        QVERIFY2(found > 3, QByteArray::number(found));
    }

    void stepsThatAreNotNeededAreLeftOut()
    {
        const Scenario base = baseScenario(*finishSeedCase("seed-no-rule").scenario);
        const auto found =
            counterexampleOf(base, {neverTogether({0, 1})}, {crashAt(60, 2), crashAt(120, 1)});
        QVERIFY(found && found->events.empty());
        QVERIFY(!counterexampleOf(
            base, {{Property::Kind::BackWithin, {0}, SimDuration::seconds(3600), 0}},
            {crashAt(60, 2)}));
    }

    void threadsMakeNoDifference()
    {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Scenario base = smallScenario(seed);
            if (base.cluster.serviceCount() < 2)
                continue;
            const auto one = search(base, {neverTogether({0, 1})}, {});
            const auto three = search(base, {neverTogether({0, 1})}, {}, 3);
            QCOMPARE(three.end, one.end);
            QCOMPARE(three.states, one.states);
            QCOMPARE(three.breach, one.breach);
            QCOMPARE(three.events.size(), one.events.size());
        }
    }

    void foldingChangesNeitherVerdictNorLength()
    {
        int violated = 0;
        int held = 0;
        std::int64_t dropped = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const Scenario base = smallScenario(seed);
            if (base.cluster.serviceCount() < 2)
                continue;
            const std::vector<Property> properties = {
                neverTogether({0, 1}),
                {Property::Kind::BackWithin, {0}, SimDuration::seconds(90), 0}};
            ExploreOptions options;
            options.depth = base.cluster.nodeCount() < 5 ? 2 : 1;
            const ExploreResult folded = search(base, properties, options);
            options.folding = false;
            const ExploreResult whole = search(base, properties, options);
            const QByteArray where = "seed " + QByteArray::number(seed);
            QVERIFY2(folded.end == whole.end, where);
            QVERIFY2(folded.events.size() == whole.events.size(), where);
            QVERIFY2(folded.states <= whole.states, where);
            (whole.end == ExploreEnd::Violated ? violated : held) += 1;
            dropped += folded.droppedServices;
        }
        QVERIFY2(violated > 5 && held > 5 && dropped > 0, "the layouts are too much alike");
    }

    void everyPhaseIncludesTheOneAtRest()
    {
        int violated = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Scenario base = smallScenario(seed);
            if (base.cluster.serviceCount() < 2)
                continue;
            ExploreOptions options;
            options.depth = 1;
            const ExploreResult atRest = search(base, {neverTogether({0, 1})}, options);
            options.phases = true;
            const ExploreResult always = search(base, {neverTogether({0, 1})}, options);
            if (atRest.end != ExploreEnd::Violated)
                continue;
            ++violated;
            QVERIFY2(always.end == ExploreEnd::Violated, QByteArray::number(qulonglong(seed)));
            QVERIFY(always.events.size() <= atRest.events.size());
        }
        QVERIFY(violated > 0);
    }

    void whatCannotBeAskedIsRefused()
    {
        const Scenario base = baseScenario(*finishSeedCase("seed-no-rule").scenario);
        QVERIFY(checkExplore(base, {}, {}).hasErrors());
        QVERIFY(!checkExplore(base, {neverTogether({0, 1})}, {}).hasErrors());
        ExploreOptions options;
        options.depth = 40;
        const Diagnostics tooDeep = checkExplore(base, {neverTogether({0, 1})}, options);
        QVERIFY(tooDeep.hasErrors());
        const std::string& what = tooDeep.items().front().what;
        QVERIFY2(what.find(" 2048 MB are allowed") != std::string::npos, what.c_str());
    }
};

QTEST_APPLESS_MAIN(TestExplore)
#include "tst_explore.moc"
