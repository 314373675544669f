// Failover domain scores, target choice and restart counters, one rule a row.
#include "rgmanager/failover_domain_score.h"
#include "rgmanager/restart_counter.h"
#include "rgmanager/start_advice.h"
#include "rgmanager/stop_advice.h"
#include "rgmanager/target_choice.h"
#include "support/cluster_factory.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

NodeSet nodes(std::initializer_list<int> members)
{
    NodeSet set;
    for (const int member : members)
        set.insert(static_cast<NodeIndex>(member));
    return set;
}

// Four nodes; "d" holds nodes 0 (priority 1) and 1 (priority 2).
Cluster domainCluster(bool ordered, bool restricted, bool nofailback)
{
    Cluster cluster = makeCluster(4);
    addDomain(cluster, "d", {0, 1}, ordered, restricted);
    cluster.domains[0].nofailback = nofailback;
    addService(cluster, "s");
    cluster.services[0].domainName = "d";
    cluster.finish();
    return cluster;
}

ServiceRecord startedOn(NodeIndex owner)
{
    ServiceRecord record;
    record.exists = true;
    record.state = ServiceState::Started;
    record.owner = owner;
    return record;
}

int score(const Cluster& cluster, int node, const NodeSet& online, const ServiceRecord& record)
{
    return static_cast<int>(failoverDomainScore(cluster, cluster.placementOf(0).domain,
                                                static_cast<NodeIndex>(node), online, record));
}

} // namespace

class TestPlacement : public QObject {
    Q_OBJECT

private slots:
    void aNodeThatIsNotOnlineScoresIllegal()
    {
        const Cluster cluster = makeLargeCluster(2, 1, false);
        QCOMPARE(score(cluster, 1, nodes({0}), {}), 0);
        QCOMPARE(score(cluster, 0, nodes({0}), {}), 3);
    }

    void scoresFollowTheDomainsFlags_data()
    {
        QTest::addColumn<bool>("ordered");
        QTest::addColumn<bool>("restricted");
        QTest::addColumn<int>("node");
        QTest::addColumn<int>("expected");
        QTest::newRow("first of an ordered domain: best") << true << false << 0 << 3;
        QTest::newRow("second of an ordered domain: better") << true << false << 1 << 2;
        QTest::newRow("second of an unordered domain: best") << false << false << 1 << 3;
        QTest::newRow("outside a restricted domain: illegal") << true << true << 2 << 0;
        QTest::newRow("outside an open domain: good") << true << false << 2 << 1;
    }
    void scoresFollowTheDomainsFlags()
    {
        QFETCH(bool, ordered);
        QFETCH(bool, restricted);
        QFETCH(int, node);
        QFETCH(int, expected);
        const Cluster cluster = domainCluster(ordered, restricted, false);
        QCOMPARE(score(cluster, node, nodes({0, 1, 2, 3}), {}), expected);
    }

    void anEmptyDomainIsIllegalIfRestrictedAndBestIfNot()
    {
        QCOMPARE(score(domainCluster(true, true, false), 2, nodes({2, 3}), {}), 0);
        QCOMPARE(score(domainCluster(true, false, false), 2, nodes({2, 3}), {}), 3);
    }

    void nofailbackMakesTheOwnerBestAndTheBetterNodeOnlyBetter()
    {
        const Cluster cluster = domainCluster(true, false, true);
        const NodeSet all = nodes({0, 1, 2, 3});
        QCOMPARE(score(cluster, 1, all, startedOn(1)), 3);
        QCOMPARE(score(cluster, 0, all, startedOn(1)), 2);
        QCOMPARE(score(cluster, 0, nodes({0, 2}), startedOn(1)), 3); // the owner is not online
        ServiceRecord stopped = startedOn(1);
        stopped.state = ServiceState::Stopped;
        QCOMPARE(score(cluster, 0, all, stopped), 3);
    }

    void aPriorityOutsideOneToHundredCountsAsZeroWhichBeatsOne()
    {
        Cluster cluster = domainCluster(true, false, false);
        cluster.domains[0].members[1].priority = 101;
        cluster.finish();
        QCOMPARE(score(cluster, 1, nodes({0, 1}), {}), 3);
        QCOMPARE(score(cluster, 0, nodes({0, 1}), {}), 2);
    }

    void amongEqualsTheHighestIdWins()
    {
        const Cluster cluster = makeLargeCluster(4, 1, false);
        const ManagerState state = makeManagerState(cluster);
        std::vector<Candidate> candidates;
        QCOMPARE(chooseTarget(cluster, state, 0, nodes({0, 1, 2, 3}), 3, &candidates), 2);
        QCOMPARE(candidates.size(), std::size_t{4});
        QVERIFY(candidates[2].chosen);
        QVERIFY(candidates[0].exclusion == Exclusion::LowerId);
        QVERIFY(candidates[3].exclusion == Exclusion::IsOwner);
    }

    void theOwnerIsTheAnswerWhenNobodyQualifies()
    {
        const Cluster cluster = domainCluster(true, true, false);
        const ManagerState state = makeManagerState(cluster);
        QCOMPARE(chooseTarget(cluster, state, 0, nodes({2, 3}), 2), 2);
    }

    void anExclusiveServiceGoesOnlyToAnEmptyNode()
    {
        Cluster cluster = makeLargeCluster(3, 2, false);
        cluster.services[1].exclusive = 1;
        cluster.finish();
        ManagerState state = makeManagerState(cluster);
        state.records[0] = startedOn(2);
        QCOMPARE(chooseTarget(cluster, state, 1, nodes({1, 2}), 0), 1);
        state.records[1] = startedOn(1);
        QCOMPARE(chooseTarget(cluster, state, 0, nodes({0, 1}), 2), 0); // 1 runs an exclusive one
    }

    void restartsExpireAndReachTheirLimit()
    {
        Cluster cluster = makeLargeCluster(2, 1, false);
        cluster.services[0].maxRestarts = 2;
        cluster.services[0].restartExpireTime = SimDuration::seconds(100);
        ManagerState state = makeManagerState(cluster);
        countRestart(state, cluster, 0, 0, SimTime::seconds(0));
        countRestart(state, cluster, 0, 0, SimTime::seconds(50));
        QVERIFY(isRestartLimitReached(state, cluster, 0, 0, SimTime::seconds(99)));
        QVERIFY(!isRestartLimitReached(state, cluster, 1, 0, SimTime::seconds(99)));
        QVERIFY(!isRestartLimitReached(state, cluster, 0, 0, SimTime::seconds(100)));
        clearRestarts(state, 0, 0);
        QVERIFY(state.restarts.empty());
    }

    void aStartIsAnsweredByTheRecordsState_data()
    {
        QTest::addColumn<ServiceState>("state");
        QTest::addColumn<Request>("request");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<int>("code");
        QTest::newRow("started, owner online")
            << ServiceState::Started << Request::Start << false << -10;
        QTest::newRow("failed") << ServiceState::Failed << Request::Enable << false << -1;
        QTest::newRow("migrating") << ServiceState::Migrating << Request::Start << false << -10;
        QTest::newRow("recovering, plain")
            << ServiceState::Recovering << Request::Start << false << 0;
        QTest::newRow("recovering, recovery")
            << ServiceState::Recovering << Request::StartRecover << true << 0;
        QTest::newRow("disabled, plain") << ServiceState::Disabled << Request::Start << false << -1;
        QTest::newRow("disabled, enable") << ServiceState::Disabled << Request::Enable << true << 0;
        QTest::newRow("stopped") << ServiceState::Stopped << Request::Start << true << 0;
    }
    void aStartIsAnsweredByTheRecordsState()
    {
        QFETCH(ServiceState, state);
        QFETCH(Request, request);
        QFETCH(bool, goesOn);
        QFETCH(int, code);
        ServiceRecord record = startedOn(1);
        record.state = state;
        const RecordAdvice advice = adviseStart(record, request, 0, nodes({0, 1}), false);
        QCOMPARE(advice.goOn, goesOn);
        QCOMPARE(static_cast<int>(advice.code), code);
    }

    void aStartTakesOverFromAnOwnerThatIsDown()
    {
        const RecordAdvice advice = adviseStart(startedOn(1), Request::Start, 0, nodes({0}), false);
        QVERIFY(advice.goOn);
        QVERIFY(advice.takesOver);
    }

    void onlyAPlainStopLeavesAnotherNodesServiceAlone()
    {
        const ServiceRecord record = startedOn(1);
        const NodeSet both = nodes({0, 1});
        QVERIFY(adviseStop(record, StopKind::Plain, 0, both).action == StopAction::Nothing);
        QVERIFY(adviseStop(record, StopKind::User, 0, both).code == ReturnCode::Forward);
        QVERIFY(adviseStop(record, StopKind::User, 1, both).action == StopAction::Run);
        QVERIFY(adviseStop(record, StopKind::User, 0, nodes({0})).action ==
                StopAction::MarkStopped);
    }
};

QTEST_APPLESS_MAIN(TestPlacement)
#include "tst_placement.moc"
