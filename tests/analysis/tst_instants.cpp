// Stepping through a run: the instants of decisions and events found from any point are those of
// the whole run in their order.
#include "analysis/instants.h"

#include "support/cluster_factory.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

RecordedRun recorded(Scenario scenario)
{
    RecordedRun run(std::make_shared<const Scenario>(std::move(scenario)));
    run.finish();
    return run;
}

// The instants with decisions, by taking all decisions of the run at once.
std::vector<SimTime> decisionTimes(const Scenario& scenario, ServiceIndex service)
{
    DecisionSink sink(SimTime{}, scenario.until, service);
    Simulation simulation(scenario);
    simulation.setDecisionSink(&sink);
    simulation.run();
    std::vector<SimTime> times;
    for (const Decision& decision : sink.decisions()) {
        if (times.empty() || times.back() != decision.at)
            times.push_back(decision.at);
    }
    return times;
}

std::optional<SimTime> firstAfter(const std::vector<SimTime>& times, SimTime at)
{
    const auto found = std::upper_bound(times.begin(), times.end(), at);
    return found == times.end() ? std::nullopt : std::optional(*found);
}

std::optional<SimTime> lastBefore(const std::vector<SimTime>& times, SimTime at)
{
    const auto found = std::lower_bound(times.begin(), times.end(), at);
    return found == times.begin() ? std::nullopt : std::optional(*(found - 1));
}

Timeline timelineWithMarksAt(const std::vector<std::int64_t>& seconds)
{
    Timeline timeline;
    for (const std::int64_t each : seconds) {
        Mark mark;
        mark.at = SimTime::seconds(each);
        timeline.marks.push_back(mark);
    }
    return timeline;
}

// Seconds, or -1 for none.
int secondsOf(std::optional<SimTime> at)
{
    return at ? static_cast<int>(at->ms / 1000) : -1;
}

} // namespace

class TestInstants : public QObject {
    Q_OBJECT

private slots:
    void marksAreSteppedThrough_data();
    void marksAreSteppedThrough();
    void decisionsOfAnyRunAreSteppedThrough();
    void aDecisionYearsAgoIsFound();
};

void TestInstants::marksAreSteppedThrough_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("next");
    QTest::addColumn<int>("previous");
    QTest::newRow("before all") << 0 << 10 << -1;
    QTest::newRow("at the first") << 10 << 20 << -1;
    QTest::newRow("between") << 15 << 20 << 10;
    QTest::newRow("at one of two together") << 20 << 30 << 10;
    QTest::newRow("at the last") << 30 << -1 << 20;
    QTest::newRow("behind all") << 31 << -1 << 30;
}

void TestInstants::marksAreSteppedThrough()
{
    QFETCH(int, at);
    const Timeline timeline = timelineWithMarksAt({10, 20, 20, 30});
    QTEST(secondsOf(nextEvent(timeline, SimTime::seconds(at))), "next");
    QTEST(secondsOf(previousEvent(timeline, SimTime::seconds(at))), "previous");
    QVERIFY(!nextEvent(Timeline{}, SimTime{}));
    QVERIFY(!previousEvent(Timeline{}, SimTime{}));
}

void TestInstants::decisionsOfAnyRunAreSteppedThrough()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RecordedRun run = recorded(randomScenario(seed));
        const ServiceIndex last = run.scenario().cluster.serviceCount() - 1;
        for (const ServiceIndex service : {noService, last}) {
            const std::vector<SimTime> times = decisionTimes(run.scenario(), service);
            std::vector<SimTime> asked = {SimTime::seconds(-5), SimTime{}, SimTime::seconds(333),
                                          run.end(), SimTime::seconds(700)};
            for (std::size_t i = 0; i < times.size(); i += 1 + times.size() / 8)
                asked.push_back(times[i]);
            for (const SimTime at : asked) {
                const QByteArray where =
                    QString("seed %1 at %2 service %3").arg(seed).arg(at.ms).arg(service).toUtf8();
                QVERIFY2(nextDecision(run, at, service) == firstAfter(times, at), where);
                QVERIFY2(previousDecision(run, at, service) == lastBefore(times, at), where);
            }
        }
    }
}

void TestInstants::aDecisionYearsAgoIsFound()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "web");
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(5LL * 366 * 86400));
    scenario.plan.events.push_back(crashAt(100, 2));
    const SimTime late = scenario.until - SimDuration::seconds(100);
    scenario.plan.events.push_back(crashAt(late.ms / 1000, 1));
    const RecordedRun run = recorded(std::move(scenario));
    QCOMPARE(previousDecision(run, late), std::optional(SimTime::seconds(100)));
    QCOMPARE(nextDecision(run, SimTime::seconds(100)), std::optional(late));
}

QTEST_APPLESS_MAIN(TestInstants)
#include "tst_instants.moc"
