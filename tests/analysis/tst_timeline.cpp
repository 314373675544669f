// Belief, truth, nodes and marks of small runs that can be worked out by hand, and of all
// conformance cases as far as any timeline must be like that.
#include "analysis/pieces.h"
#include "analysis/timeline.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// "started@0 0-30000, …": states with owner index and times in ms.
QString shown(const std::vector<BeliefSegment>& segments)
{
    QStringList parts;
    for (const BeliefSegment& segment : segments)
        parts << QStringLiteral("%1@%2 %3-%4")
                     .arg(QLatin1String(segment.exists ? toString(segment.state) : "none"))
                     .arg(segment.owner)
                     .arg(segment.from.ms)
                     .arg(segment.to.ms);
    return parts.join(QStringLiteral(", "));
}

QString shown(const NodeSet& nodes)
{
    QString text;
    for (const NodeIndex node : nodes)
        text += QString::number(node);
    return text;
}

// "0 0-30000, / 30000-40000": nodes that run it, a slash before those that run parts of it.
QString shown(const std::vector<TruthSegment>& segments)
{
    QStringList parts;
    for (const TruthSegment& segment : segments) {
        const QString part = segment.partlyOn.empty() ? QString() : '/' + shown(segment.partlyOn);
        parts << shown(segment.runsOn) + part +
                     QStringLiteral(" %1-%2").arg(segment.from.ms).arg(segment.to.ms);
    }
    return parts.join(QStringLiteral(", "));
}

QString shown(const std::vector<NodeSegment>& segments)
{
    QStringList parts;
    for (const NodeSegment& segment : segments)
        parts << QStringLiteral("%1 %2-%3")
                     .arg(QLatin1String(toString(segment.state)))
                     .arg(segment.from.ms)
                     .arg(segment.to.ms);
    return parts.join(QStringLiteral(", "));
}

QString marksOf(const FinishedRun& run, ServiceIndex service)
{
    QStringList parts;
    for (const Mark& mark : run.timeline.marks) {
        if (mark.service == service)
            parts << QStringLiteral("%1 %2 %3>%4")
                         .arg(mark.at.ms)
                         .arg(QLatin1String(toString(mark.kind)))
                         .arg(mark.node)
                         .arg(mark.other);
    }
    return parts.join(QStringLiteral(", "));
}

// Three nodes of one vote with real quorum, detection after 10 s and fencing in 5 s.
Scenario quorateScenario(std::int64_t until)
{
    Cluster cluster = makeLargeCluster(3, 1, false);
    cluster.expectedVotes = 0;
    cluster.tokenTimeout = SimDuration::seconds(10);
    for (Node& node : cluster.nodes)
        node.fencingTime = SimDuration::seconds(5);
    return bootAll(std::move(cluster), SimTime::seconds(until));
}

PlanEvent planned(std::int64_t seconds, PlanKind kind, NodeIndex node)
{
    PlanEvent event;
    event.at = SimTime::seconds(seconds);
    event.kind = kind;
    event.node = node;
    return event;
}

LogRow processRow(std::int64_t seconds, ResourceIndex resource, NodeIndex node, bool runs)
{
    LogRow row;
    row.at = SimTime::seconds(seconds);
    row.kind = RowKind::Process;
    row.resource = resource;
    row.node = node;
    row.flag = runs;
    return row;
}

// The first service gets the second one's script as a further resource.
Cluster clusterWithSharedResource()
{
    Cluster cluster = makeCluster(2);
    addService(cluster, "a");
    addService(cluster, "b");
    TreeNode shared = cluster.services[1].tree.nodes[1];
    cluster.services[0].tree.nodes.push_back(shared);
    cluster.finish();
    return cluster;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    void aRefusedServiceIsStartedByRecordWhileNothingRuns();
    void statesThatLastNoTimeAreLeftOut();
    void startAndStopTimesAreStatesOfTheirOwn();
    void marksTellWhatHappenedInOrder();
    void anOwnerByWayOfNoneIsOneRelocation();
    void aStartOnTheSameNodeIsARestartThere();
    void aDeadNodeIsLostUntilItIsDeclaredDown();
    void withoutQuorumNodesAreIdle();
    void anIsolatedNodeIsNeitherUpNorOff();
    void nodesThatLeaveInOrderAreIdle();
    void recordsAreForgottenWithTheLastManager();
    void aStartAfterForgettingIsNoRelocation();
    void aServiceRunsOnlyAsAWhole();
    void aSharedResourceCountsForAllItsServices();
    void killedProcessesMarkTheirService();
    void whatHappensAtTheEndCounts();
    void anEmptyRunHasOneSegmentEach();
    void everyTimelineIsWithoutGapsAndEndsAsTheRunDid_data();
    void everyTimelineIsWithoutGapsAndEndsAsTheRunDid();
    void piecesCoverTheirTimeOnce();
};

void TestTimeline::aRefusedServiceIsStartedByRecordWhileNothingRuns()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    const ServiceTimeline& meow = run.timelineOf("service:meow");
    QCOMPARE(shown(meow.belief), QStringLiteral("started@0 0-30000, started@2 30000-300000"));
    QCOMPARE(shown(meow.truth), QStringLiteral(" 0-30000, 2 30000-300000"));
    const ServiceTimeline& bark = run.timelineOf("service:bark");
    QCOMPARE(shown(bark.belief), QStringLiteral("started@0 0-150000, started@1 150000-300000"));
    QCOMPARE(shown(bark.truth), QStringLiteral("0 0-150000, 1 150000-300000"));
}

void TestTimeline::statesThatLastNoTimeAreLeftOut()
{
    const FinishedRun run = finishSeedCase("seed-no-rule");
    for (const ServiceTimeline& service : run.timeline.services)
        QCOMPARE(shown(service.belief), QStringLiteral("started@0 0-300000"));
}

void TestTimeline::startAndStopTimesAreStatesOfTheirOwn()
{
    Cluster cluster = makeCluster(2);
    addService(cluster, "a");
    cluster.services[0].tree.nodes[1].times = {
        SimDuration::seconds(5), SimDuration::seconds(3), {}};
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    scenario.plan.events.push_back(adminAt(20, AdminRequest::Relocate, 0, 0, 1));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.services[0].belief),
             QStringLiteral("starting@0 0-5000, started@0 5000-20000, stopping@0 20000-23000, "
                            "starting@1 23000-28000, started@1 28000-60000"));
    QCOMPARE(shown(run.timeline.services[0].truth),
             QStringLiteral(" 0-5000, 0 5000-23000,  23000-28000, 1 28000-60000"));
}

void TestTimeline::marksTellWhatHappenedInOrder()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    QCOMPARE(marksOf(run, run.service("service:meow")),
             QStringLiteral("0 start-refused 0>-1, 30000 status-failed 0>-1, 30000 relocated 0>2"));
    QCOMPARE(marksOf(run, run.service("service:bark")), QStringLiteral("150000 relocated 0>1"));
    QStringList others;
    for (const Mark& mark : run.timeline.marks) {
        QCOMPARE(run.rows()[mark.row].at, mark.at);
        if (mark.service == noService)
            others << QLatin1String(toString(mark.kind));
    }
    QCOMPARE(others.join(' '),
             QStringLiteral("fault node-up node-up node-up fault fenced node-down"));
}

void TestTimeline::anOwnerByWayOfNoneIsOneRelocation()
{
    Cluster cluster = makeLargeCluster(3, 1, false);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    scenario.plan.events.push_back(adminAt(10, AdminRequest::Disable, 0, 0));
    scenario.plan.events.push_back(adminAt(20, AdminRequest::Enable, 0, 0, 1));
    const FinishedRun run = finish(std::move(scenario));
    const auto count =
        std::count_if(run.timeline.marks.begin(), run.timeline.marks.end(),
                      [](const Mark& mark) { return mark.kind == MarkKind::Relocated; });
    QCOMPARE(count, 1);
    QVERIFY(marksOf(run, 0).contains(QStringLiteral("20000 relocated 0>1")));
}

void TestTimeline::aStartOnTheSameNodeIsARestartThere()
{
    Cluster cluster = makeLargeCluster(2, 1, false);
    cluster.services[0].recovery = RecoveryPolicy::Restart;
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(60));
    scenario.plan.events.push_back(dieAt(12, 0));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(marksOf(run, 0), QStringLiteral("12000 fault -1>-1, 30000 status-failed 0>-1, "
                                             "30000 restarted-here 0>-1"));
}

void TestTimeline::aDeadNodeIsLostUntilItIsDeclaredDown()
{
    Scenario scenario = quorateScenario(100);
    scenario.plan.events.push_back(crashAt(20, 2));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.nodes[2]),
             QStringLiteral("up 0-20000, lost 20000-35000, off 35000-100000"));
    QCOMPARE(shown(run.timeline.nodes[0]), QStringLiteral("up 0-100000"));
}

void TestTimeline::withoutQuorumNodesAreIdle()
{
    Scenario scenario = quorateScenario(100);
    scenario.plan.events = {bootAt(0, {0}), bootAt(30, {1}), crashAt(50, 1)};
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.nodes[0]),
             QStringLiteral("idle 0-30000, up 30000-60000, idle 60000-100000"));
    QCOMPARE(shown(run.timeline.nodes[2]), QStringLiteral("off 0-100000"));
}

void TestTimeline::anIsolatedNodeIsNeitherUpNorOff()
{
    Scenario scenario = quorateScenario(100);
    PlanEvent isolate = planned(20, PlanKind::Isolate, noNode);
    isolate.nodes = {2};
    scenario.plan.events.push_back(isolate);
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.nodes[2]),
             QStringLiteral("up 0-20000, isolated 20000-35000, off 35000-100000"));
}

void TestTimeline::nodesThatLeaveInOrderAreIdle()
{
    Scenario scenario = quorateScenario(100);
    scenario.plan.events.push_back(planned(20, PlanKind::Leave, 2));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.nodes[2]), QStringLiteral("up 0-20000, idle 20000-100000"));
}

void TestTimeline::recordsAreForgottenWithTheLastManager()
{
    Cluster cluster = makeLargeCluster(2, 1, false);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(100));
    scenario.plan.events.push_back(crashAt(20, 0));
    scenario.plan.events.push_back(crashAt(30, 1));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.services[0].belief),
             QStringLiteral("started@0 0-20000, started@1 20000-30000, none@-1 30000-100000"));
    QCOMPARE(run.simulation->finalState().services[0].exists, false);
}

void TestTimeline::aStartAfterForgettingIsNoRelocation()
{
    Cluster cluster = makeLargeCluster(2, 1, false);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(100));
    scenario.plan.events = {bootAt(0, {0}), crashAt(20, 0), bootAt(40, {1})};
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.services[0].belief),
             QStringLiteral("started@0 0-20000, none@-1 20000-40000, started@1 40000-100000"));
    QCOMPARE(marksOf(run, 0), QString());
}

void TestTimeline::aServiceRunsOnlyAsAWhole()
{
    const Cluster cluster = clusterWithSharedResource();
    const Timeline timeline =
        makeTimeline(cluster,
                     {processRow(10, 0, 0, true), processRow(20, 1, 0, true),
                      processRow(30, 1, 1, true), processRow(40, 0, 0, false)},
                     SimTime::seconds(50));
    QCOMPARE(shown(timeline.services[0].truth),
             QStringLiteral(" 0-10000, /0 10000-20000, 0 20000-30000, 0/1 30000-40000, "
                            "/01 40000-50000"));
}

void TestTimeline::aSharedResourceCountsForAllItsServices()
{
    const Cluster cluster = clusterWithSharedResource();
    const Timeline timeline =
        makeTimeline(cluster, {processRow(10, 1, 0, true)}, SimTime::seconds(20));
    QCOMPARE(shown(timeline.services[0].truth), QStringLiteral(" 0-10000, /0 10000-20000"));
    QCOMPARE(shown(timeline.services[1].truth), QStringLiteral(" 0-10000, 0 10000-20000"));
}

void TestTimeline::killedProcessesMarkTheirService()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 3, false), SimTime::seconds(20));
    scenario.plan.events.push_back(dieAt(10, 2));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(marksOf(run, 2), QStringLiteral("10000 fault -1>-1"));
    QCOMPARE(marksOf(run, 1), QString());
}

void TestTimeline::whatHappensAtTheEndCounts()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(20));
    scenario.plan.events.push_back(adminAt(20, AdminRequest::Disable, 0, 0));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.timeline.services[0].belief),
             QStringLiteral("started@0 0-20000, disabled@-1 20000-20000"));
    QCOMPARE(shown(run.timeline.services[0].truth), QStringLiteral("0 0-20000,  20000-20000"));
}

void TestTimeline::anEmptyRunHasOneSegmentEach()
{
    const Timeline timeline = makeTimeline(makeLargeCluster(2, 1, false), {}, SimTime{});
    QCOMPARE(shown(timeline.services[0].belief), QStringLiteral("none@-1 0-0"));
    QCOMPARE(shown(timeline.services[0].truth), QStringLiteral(" 0-0"));
    QCOMPARE(shown(timeline.nodes[1]), QStringLiteral("off 0-0"));
}

void TestTimeline::everyTimelineIsWithoutGapsAndEndsAsTheRunDid_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name : {"seed", "placement", "recovery", "guard-exact", "guard-published",
                             "exclusive", "depend", "admin", "timed", "large", "trees"})
        QTest::newRow(name) << QString::fromLatin1(name) + ".json";
}

template <typename Segment>
void verifyCover(const std::vector<Segment>& segments, SimTime end)
{
    QCOMPARE(segments.front().from, SimTime{});
    QCOMPARE(segments.back().to, end);
    for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
        QCOMPARE(segments[i].to, segments[i + 1].from);
        QVERIFY(segments[i].from < segments[i].to);
    }
}

// The nodes on which every resource of the tree runs, straight from the world.
NodeSet wholeOn(const Service& service, const FinalState& state, int nodes)
{
    NodeSet result;
    for (NodeIndex node = 0; node < nodes; ++node)
        result.insert(node);
    for (const TreeNode& treeNode : service.tree.nodes) {
        if (treeNode.resource != noResource)
            result = result & state.runsOn[static_cast<std::size_t>(treeNode.resource)];
    }
    return result;
}

void TestTimeline::everyTimelineIsWithoutGapsAndEndsAsTheRunDid()
{
    QFETCH(QString, file);
    for (const FinishedRun& run : finishCases(file.toStdString())) {
        const FinalState state = run.simulation->finalState();
        const Cluster& cluster = run.scenario->cluster;
        for (const std::vector<NodeSegment>& segments : run.timeline.nodes)
            verifyCover(segments, run.timeline.end);
        for (std::size_t i = 0; i < cluster.services.size(); ++i) {
            const ServiceTimeline& service = run.timeline.services[i];
            verifyCover(service.belief, run.timeline.end);
            verifyCover(service.truth, run.timeline.end);
            const BeliefSegment& last = service.belief.back();
            const FinalRecord& record = state.services[i];
            QCOMPARE(last.exists, record.exists);
            if (record.exists) {
                QCOMPARE(last.state, record.state);
                QCOMPARE(last.owner, record.owner);
                QCOMPARE(last.lastOwner, record.lastOwner);
                QCOMPARE(last.restarts, record.restarts);
            }
            if (service.hasProcesses)
                QCOMPARE(shown(service.truth.back().runsOn),
                         shown(wholeOn(cluster.services[i], state, cluster.nodeCount())));
        }
    }
}

void TestTimeline::piecesCoverTheirTimeOnce()
{
    const FinishedRun run = finishSeedCase("seed-ping-pong");
    for (const ServiceTimeline& service : run.timeline.services) {
        SimTime at = SimTime::seconds(45);
        forEachPiece(service, at, SimTime::seconds(200), [&](const Piece& piece) {
            QCOMPARE(piece.from, at);
            QVERIFY(piece.from < piece.to);
            QVERIFY(piece.belief.from <= piece.from && piece.to <= piece.belief.to);
            QVERIFY(piece.truth.from <= piece.from && piece.to <= piece.truth.to);
            at = piece.to;
        });
        QCOMPARE(at, SimTime::seconds(200));
    }
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
