// What a timeline says of one instant, against walking through all of it.
#include "analysis/timeline_at.h"

#include "analysis/pieces.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

class TestTimelineAt : public QObject {
    Q_OBJECT

private slots:
    void agreesWithWalkingThroughRandomRuns_data();
    void agreesWithWalkingThroughRandomRuns();
    void anInstantBelongsToWhatBeginsAtIt();
    void violationsLastUntilTheirEnd_data();
    void violationsLastUntilTheirEnd();
    void aPowerCycledNodeBootsBeforeItIsUp();
    void aNodeThatThePlanBootsAtOnceNeverBoots();
};

void TestTimelineAt::agreesWithWalkingThroughRandomRuns_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("%llu", seed) << seed;
}

void TestTimelineAt::agreesWithWalkingThroughRandomRuns()
{
    QFETCH(quint64, seed);
    const FinishedRun run = finish(randomScenario(seed));
    const Timeline& timeline = run.timeline;
    for (const ServiceTimeline& service : timeline.services) {
        forEachPiece(service, SimTime{}, timeline.end, [&](const Piece& piece) {
            for (const SimTime at : {piece.from, piece.to - SimDuration::milliseconds(1)}) {
                QCOMPARE(&beliefAt(service, at), &piece.belief);
                QCOMPARE(&truthAt(service, at), &piece.truth);
                QCOMPARE(isPhantomAt(service, at), service.hasProcesses && piece.isPhantom());
            }
        });
        QCOMPARE(&beliefAt(service, timeline.end), &service.belief.back());
    }
    for (NodeIndex node = 0; node < run.scenario->cluster.nodeCount(); ++node) {
        for (const NodeSegment& segment : timeline.nodes[static_cast<std::size_t>(node)]) {
            if (segment.from < segment.to)
                QCOMPARE(nodeStateAt(timeline, node, segment.to - SimDuration::milliseconds(1)),
                         segment.state);
        }
    }
    const auto& violations = run.summary.violations;
    for (SimTime at; at < timeline.end; at = at + SimDuration::milliseconds(3'700)) {
        std::vector<const KeepApartViolation*> expected;
        for (const KeepApartViolation& violation : violations) {
            if (violation.from <= at && at < violation.to)
                expected.push_back(&violation);
        }
        QCOMPARE(violationsAt(violations, at, timeline.end), expected);
    }
}

void TestTimelineAt::anInstantBelongsToWhatBeginsAtIt()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(100));
    scenario.plan.events.push_back(crashAt(50, 0));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(nodeStateAt(run.timeline, 0, SimTime{49'999}), NodeState::Up);
    QVERIFY(nodeStateAt(run.timeline, 0, SimTime::seconds(50)) != NodeState::Up);
    QCOMPARE(nodeStateAt(run.timeline, 1, SimTime::seconds(1'000)), NodeState::Up);
}

void TestTimelineAt::violationsLastUntilTheirEnd_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("count");
    QTest::newRow("before") << 9 << 0;
    QTest::newRow("first instant") << 10 << 1;
    QTest::newRow("two rules at once") << 15 << 2;
    QTest::newRow("first is over") << 20 << 1;
    QTest::newRow("between") << 30 << 0;
    QTest::newRow("until the end") << 99 << 1;
    QTest::newRow("at the end") << 100 << 1;
}

void TestTimelineAt::violationsLastUntilTheirEnd()
{
    QFETCH(int, at);
    QFETCH(int, count);
    const auto violation = [](std::size_t rule, NodeIndex node, int from, int to) {
        return KeepApartViolation{rule, node, SimTime::seconds(from), SimTime::seconds(to), {0, 1}};
    };
    const std::vector<KeepApartViolation> violations{
        violation(0, 0, 10, 20), violation(0, 0, 80, 100), violation(2, 1, 15, 30)};
    const auto found = violationsAt(violations, SimTime::seconds(at), SimTime::seconds(100));
    QCOMPARE(static_cast<int>(found.size()), count);
}

void TestTimelineAt::aPowerCycledNodeBootsBeforeItIsUp()
{
    Cluster cluster = makeLargeCluster(3, 1, false);
    cluster.nodes[1].bootTime = SimDuration::seconds(60);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    PlanEvent cycle = crashAt(100, 1);
    cycle.kind = PlanKind::PowerCycle;
    scenario.plan.events.push_back(cycle);
    const FinishedRun run = finish(std::move(scenario));
    const auto bootEnd = [&](std::int64_t seconds) {
        return bootEndAt(*run.scenario, run.timeline, 1, SimTime::seconds(seconds));
    };
    QVERIFY(!bootEnd(99));
    QCOMPARE(bootEnd(100), std::optional(SimTime::seconds(160)));
    QCOMPARE(bootEnd(159), std::optional(SimTime::seconds(160)));
    QVERIFY(!bootEnd(160));
}

void TestTimelineAt::aNodeThatThePlanBootsAtOnceNeverBoots()
{
    Cluster cluster = makeLargeCluster(2, 1, false);
    cluster.nodes[1].bootTime = SimDuration::seconds(60);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    scenario.plan.events.push_back(crashAt(100, 1));
    scenario.plan.events.push_back(bootAt(200, {1}));
    const FinishedRun run = finish(std::move(scenario));
    QVERIFY(!bootEndAt(*run.scenario, run.timeline, 1, SimTime::seconds(199)));
}

QTEST_GUILESS_MAIN(TestTimelineAt)
#include "tst_timeline_at.moc"
