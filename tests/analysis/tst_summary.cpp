// The sums of runs that can be worked out by hand, and of timelines made up for the purpose.
#include "analysis/guard_hazards.h"
#include "analysis/keep_apart.h"
#include "analysis/summary.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// "relocations restarts refused failed-checks | downtime longest phantom violation" in ms.
QString shown(const ServiceSummary& s)
{
    return QStringLiteral("%1 %2 %3 %4 | %5 %6 %7 %8")
        .arg(s.relocations)
        .arg(s.restartsHere)
        .arg(s.startsRefused)
        .arg(s.checksFailed)
        .arg(s.downtime.ms)
        .arg(s.longestOutage.ms)
        .arg(s.phantom.ms)
        .arg(s.violation.ms);
}

QString shown(const std::vector<KeepApartViolation>& violations)
{
    QStringList parts;
    for (const KeepApartViolation& violation : violations) {
        QStringList services;
        for (const ServiceIndex service : violation.services)
            services << QString::number(service);
        parts << QStringLiteral("rule %1 node %2 %3-%4: %5")
                     .arg(violation.rule)
                     .arg(violation.node)
                     .arg(violation.from.ms)
                     .arg(violation.to.ms)
                     .arg(services.join('+'));
    }
    return parts.join(QStringLiteral(", "));
}

QString shown(const std::vector<GuardHazardFound>& hazards)
{
    QStringList parts;
    for (const GuardHazardFound& hazard : hazards)
        parts << QStringLiteral("%1 %2 service %3 node %4 other %5")
                     .arg(hazard.at.ms)
                     .arg(QLatin1String(toString(hazard.kind)))
                     .arg(hazard.service)
                     .arg(hazard.node)
                     .arg(hazard.other);
    return parts.join(QStringLiteral(", "));
}

TruthSegment truth(std::int64_t from, std::int64_t to, std::initializer_list<NodeIndex> nodes)
{
    TruthSegment segment;
    segment.from = {from};
    segment.to = {to};
    for (const NodeIndex node : nodes)
        segment.runsOn.insert(node);
    return segment;
}

BeliefSegment belief(std::int64_t from, std::int64_t to, ServiceState state, NodeIndex owner)
{
    BeliefSegment segment;
    segment.from = {from};
    segment.to = {to};
    segment.exists = true;
    segment.state = state;
    segment.owner = owner;
    return segment;
}

// A timeline over 100 ms in which a node is up from the beginning and all services are as given.
Timeline timelineOf(std::vector<ServiceTimeline> services)
{
    Timeline timeline;
    timeline.end = {100};
    timeline.services = std::move(services);
    Mark up;
    up.kind = MarkKind::NodeUp;
    timeline.marks.push_back(up);
    return timeline;
}

ServiceTimeline startedOn(NodeIndex owner, std::vector<TruthSegment> segments)
{
    return {true, {belief(0, 100, ServiceState::Started, owner)}, std::move(segments)};
}

Cluster clusterWithRule(int services, std::vector<KeepApartRule> rules)
{
    Cluster cluster = makeLargeCluster(3, services, false);
    cluster.keepApart = std::move(rules);
    return cluster;
}

KeepApartRule rule(std::vector<ServiceIndex> services)
{
    return {std::move(services), 0};
}

} // namespace

class TestSummary : public QObject {
    Q_OBJECT

private slots:
    void aRefusalCostsDowntimeAndAPhantomUntilTheCheck();
    void aRunWithoutTroubleHasNoNumbers();
    void pingPongIsDownAllTheTime();
    void endlessRestartsAreCountedWhereTheyHappen();
    void servicesThatStartTogetherBreakTheRule();
    void downtimeBeginsWhenTheFirstNodeComesUp();
    void disabledTimeIsPartOfDowntime();
    void theLongestOutageIsWithoutAPause();
    void aDeadOwnerIsAPhantomUntilItIsKnown();
    void runningOnSeveralNodesIsMeasured();
    void aServiceWithoutScriptsIsNeverDown();
    void totalsAreSums();
    void violationsAreSplitWhereTheirServicesChange();
    void violationsNeedTheSameNode();
    void aServiceThatBeginsAtTheVeryEndBreaksNoRuleYet();
    void aServiceInTwoBrokenRulesIsCountedOnce();
    void aGuardThatLetsAStartPassIsAHazard();
    void aGuardThatMistakesANameIsAHazard();
    void aGuardThatIsRightIsNoHazard();
    void nothingIsAHazardWithoutGuards();
};

void TestSummary::aRefusalCostsDowntimeAndAPhantomUntilTheCheck()
{
    const FinishedRun run = finishSeedCase("seed-collision");
    QCOMPARE(shown(run.summaryOf("service:meow")), QStringLiteral("1 0 1 1 | 30000 30000 30000 0"));
    QCOMPARE(shown(run.summaryOf("service:bark")), QStringLiteral("1 0 0 0 | 0 0 0 0"));
    QCOMPARE(run.summaryOf("service:meow").beliefAtEnd.owner, NodeIndex{2});
    QVERIFY(run.summaryOf("service:meow").truthAtEnd.runsOn.contains(2));
    QVERIFY(run.summary.violations.empty());
}

void TestSummary::aRunWithoutTroubleHasNoNumbers()
{
    const FinishedRun run = finishSeedCase("seed-no-rule");
    QCOMPARE(shown(run.summary.totals), QStringLiteral("0 0 0 0 | 0 0 0 0"));
    QCOMPARE(run.summary.startedAtEnd, run.scenario->cluster.serviceCount());
    QCOMPARE(run.summary.runningAtEnd, run.scenario->cluster.serviceCount());
}

// Checks fail at 30, 60, … 300 s: ten relocations, each refused, and the refusal at the start.
void TestSummary::pingPongIsDownAllTheTime()
{
    const FinishedRun run = finishSeedCase("seed-ping-pong");
    QCOMPARE(shown(run.summaryOf("service:a")),
             QStringLiteral("10 0 11 10 | 300000 300000 300000 0"));
    QCOMPARE(run.summary.servicesWithDowntime, 1);
    QCOMPARE(run.summary.runningAtEnd, 3);
    QCOMPARE(run.summary.startedAtEnd, 4);
}

void TestSummary::endlessRestartsAreCountedWhereTheyHappen()
{
    const FinishedRun run = finishSeedCase("seed-default-recovery");
    const ServiceSummary& meow = run.summaryOf("service:meow");
    QCOMPARE(shown(meow), QStringLiteral("0 10 11 10 | 300000 300000 300000 0"));
}

void TestSummary::servicesThatStartTogetherBreakTheRule()
{
    const FinishedRun run = finishSeedCase("seed-boot-race");
    QCOMPARE(shown(run.summary.violations), QStringLiteral("rule 0 node 0 5000-300000: 0+1"));
    QCOMPARE(run.summary.violationTime.ms, 295000);
    QCOMPARE(shown(run.summaryOf("service:meow")), QStringLiteral("0 0 0 0 | 5000 5000 0 295000"));
}

void TestSummary::downtimeBeginsWhenTheFirstNodeComesUp()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(100));
    scenario.plan.events = {bootAt(40, {0})};
    scenario.cluster.services[0].tree.nodes[1].times.start = SimDuration::seconds(7);
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(run.summary.from, SimTime::seconds(40));
    QCOMPARE(run.summary.services[0].downtime.ms, 7000);
}

void TestSummary::disabledTimeIsPartOfDowntime()
{
    Scenario scenario = bootAll(makeLargeCluster(2, 1, false), SimTime::seconds(100));
    scenario.plan.events.push_back(adminAt(30, AdminRequest::Disable, 0, 0));
    scenario.plan.events.push_back(adminAt(45, AdminRequest::Enable, 0, 0));
    scenario.plan.events.push_back(adminAt(80, AdminRequest::Stop, 0, 0));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(run.summary.services[0].downtime.ms, 15000 + 20000);
    QCOMPARE(run.summary.services[0].downtimeDisabled.ms, 15000);
    QCOMPARE(run.summary.services[0].longestOutage.ms, 20000);
}

// Two changes in a row in which it still runs nowhere are one outage.
void TestSummary::theLongestOutageIsWithoutAPause()
{
    const ServiceTimeline service{true,
                                  {belief(0, 20, ServiceState::Started, 0),
                                   belief(20, 50, ServiceState::Stopped, noNode),
                                   belief(50, 100, ServiceState::Started, 1)},
                                  {truth(0, 10, {0}), truth(10, 60, {}), truth(60, 70, {1}),
                                   truth(70, 75, {}), truth(75, 100, {1})}};
    const Summary summary = summarize(makeLargeCluster(2, 1, false), {}, timelineOf({service}));
    QCOMPARE(shown(summary.services[0]), QStringLiteral("0 0 0 0 | 55 50 25 0"));
}

void TestSummary::aDeadOwnerIsAPhantomUntilItIsKnown()
{
    Cluster cluster = makeLargeCluster(3, 1, false);
    cluster.tokenTimeout = SimDuration::seconds(10);
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(100));
    scenario.plan.events.push_back(crashAt(50, 0));
    const FinishedRun run = finish(std::move(scenario));
    QCOMPARE(shown(run.summary.services[0]), QStringLiteral("1 0 0 0 | 10000 10000 10000 0"));
}

void TestSummary::runningOnSeveralNodesIsMeasured()
{
    const Summary summary = summarize(
        makeLargeCluster(3, 1, false), {},
        timelineOf(
            {startedOn(1, {truth(0, 30, {1}), truth(30, 45, {0, 1}), truth(45, 100, {0})})}));
    QCOMPARE(summary.services[0].onSeveralNodes.ms, 15);
    QCOMPARE(summary.services[0].phantom.ms, 55); // it runs, but not on its owner
    QCOMPARE(summary.services[0].downtime.ms, 0);
}

void TestSummary::aServiceWithoutScriptsIsNeverDown()
{
    ServiceTimeline service = startedOn(0, {truth(0, 100, {})});
    service.hasProcesses = false;
    const Summary summary = summarize(makeLargeCluster(2, 1, false), {}, timelineOf({service}));
    QCOMPARE(shown(summary.services[0]), QStringLiteral("0 0 0 0 | 0 0 0 0"));
}

void TestSummary::totalsAreSums()
{
    const FinishedRun run = finishSeedCase("seed-ping-pong");
    ServiceSummary sums;
    for (const ServiceSummary& service : run.summary.services) {
        sums.relocations += service.relocations;
        sums.startsRefused += service.startsRefused;
        sums.checksFailed += service.checksFailed;
        sums.downtime = sums.downtime + service.downtime;
        sums.phantom = sums.phantom + service.phantom;
        sums.longestOutage = std::max(sums.longestOutage, service.longestOutage);
    }
    QCOMPARE(shown(run.summary.totals), shown(sums));
}

void TestSummary::violationsAreSplitWhereTheirServicesChange()
{
    const Cluster cluster = clusterWithRule(3, {rule({2, 0, 1})});
    const Timeline timeline =
        timelineOf({startedOn(0, {truth(0, 60, {0}), truth(60, 100, {})}),
                    startedOn(0, {truth(0, 20, {}), truth(20, 100, {0})}),
                    startedOn(0, {truth(0, 40, {}), truth(40, 80, {0}), truth(80, 100, {})})});
    QCOMPARE(shown(keepApartViolations(cluster, timeline)),
             QStringLiteral("rule 0 node 0 20-40: 0+1, rule 0 node 0 40-60: 0+1+2, "
                            "rule 0 node 0 60-80: 1+2"));
}

void TestSummary::violationsNeedTheSameNode()
{
    const Cluster cluster = clusterWithRule(3, {rule({0, 1})});
    const Timeline timeline =
        timelineOf({startedOn(0, {truth(0, 50, {0}), truth(50, 100, {1})}),
                    startedOn(0, {truth(0, 50, {1}), truth(50, 100, {0, 2})}),
                    startedOn(0, {truth(0, 100, {0, 1, 2})})}); // not in the rule
    QCOMPARE(shown(keepApartViolations(cluster, timeline)), QString());
}

void TestSummary::aServiceThatBeginsAtTheVeryEndBreaksNoRuleYet()
{
    const Cluster cluster = clusterWithRule(3, {rule({0, 1, 2})});
    const Timeline timeline = timelineOf({startedOn(0, {truth(0, 100, {}), truth(100, 100, {0})}),
                                          startedOn(0, {truth(0, 100, {1})}),
                                          startedOn(0, {truth(0, 40, {}), truth(40, 100, {1})})});
    QCOMPARE(shown(keepApartViolations(cluster, timeline)),
             QStringLiteral("rule 0 node 1 40-100: 1+2"));
}

void TestSummary::aServiceInTwoBrokenRulesIsCountedOnce()
{
    const Cluster cluster = clusterWithRule(3, {rule({0, 1}), rule({0, 2})});
    const Timeline timeline =
        timelineOf({startedOn(0, {truth(0, 100, {0})}),
                    startedOn(0, {truth(0, 30, {}), truth(30, 70, {0}), truth(70, 100, {})}),
                    startedOn(0, {truth(0, 50, {}), truth(50, 90, {0}), truth(90, 100, {})})});
    const Summary summary = summarize(cluster, {}, timeline);
    QCOMPARE(summary.services[0].violation.ms, 60); // 30 to 90
    QCOMPARE(summary.services[1].violation.ms, 40);
    QCOMPARE(summary.services[2].violation.ms, 40);
    QCOMPARE(summary.violationTime.ms, 80);
}

void TestSummary::aGuardThatLetsAStartPassIsAHazard()
{
    const FinishedRun race = finishSeedCase("seed-boot-race");
    QCOMPARE(shown(race.summary.hazards),
             QStringLiteral("5000 started-beside service 1 node 0 other 0"));
    const FinishedRun two = finishSeedCase("seed-two-colliders");
    const ServiceIndex bark = two.service("service:bark");
    QVERIFY(std::any_of(two.summary.hazards.begin(), two.summary.hazards.end(),
                        [bark](const GuardHazardFound& hazard) {
                            return hazard.service == bark &&
                                   hazard.kind == GuardHazardKind::StartedBeside;
                        }));
}

void TestSummary::aGuardThatMistakesANameIsAHazard()
{
    const FinishedRun run = finishSeedCase("seed-name-prefix");
    const ServiceIndex db = run.service("service:db");
    QVERIFY(!run.summary.hazards.empty());
    QCOMPARE(run.summary.hazards[0].kind, GuardHazardKind::RefusedForNothing);
    QCOMPARE(run.summary.hazards[0].service, db);
}

void TestSummary::aGuardThatIsRightIsNoHazard()
{
    for (const char* name : {"seed-collision", "seed-ping-pong", "seed-max-restarts"})
        QCOMPARE(shown(finishSeedCase(name).summary.hazards), QString());
}

void TestSummary::nothingIsAHazardWithoutGuards()
{
    FinishedRun run = finishSeedCase("seed-boot-race");
    Cluster cluster = run.scenario->cluster;
    cluster.guardMode = GuardMode::Off;
    QCOMPARE(shown(findGuardHazards(cluster, run.rows())), QString());
}

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
