// Where two runs part: nothing for equal runs, the act itself where a plan has one more, and names
// rather than numbers where clusters differ.
#include "analysis/first_difference.h"

#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/random_layout.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// Three nodes; service:web and service:db.
Scenario threeNodes()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "web");
    addService(cluster, "db");
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

std::optional<FirstDifference> between(const FinishedRun& a, const FinishedRun& b)
{
    return firstDifference({*a.scenario, a.rows()}, {*b.scenario, b.rows()});
}

std::optional<FirstDifference> between(const Scenario& a, const Scenario& b)
{
    return between(finish(a), finish(b));
}

// The same cluster with its services and resources in the opposite order.
Scenario withServicesTurnedRound(Scenario scenario)
{
    Cluster& cluster = scenario.cluster;
    const int last = cluster.serviceCount() - 1;
    const int lastResource = static_cast<int>(cluster.resources.size()) - 1;
    std::reverse(cluster.services.begin(), cluster.services.end());
    std::reverse(cluster.resources.begin(), cluster.resources.end());
    for (Service& service : cluster.services) {
        for (TreeNode& node : service.tree.nodes)
            node.resource = node.resource == noResource ? noResource : lastResource - node.resource;
    }
    cluster.finish();
    for (PlanEvent& event : scenario.plan.events) {
        event.service = event.service == noService ? noService : last - event.service;
        event.resource = event.resource == noResource ? noResource : lastResource - event.resource;
    }
    return scenario;
}

} // namespace

class TestFirstDifference : public QObject {
    Q_OBJECT

private slots:
    void equalRunsHaveNone();
    void anActThatOnlyOneHasIsTheDifference();
    void theOrderOfServicesIsNoDifference();
    void otherNamesAreADifference();
    void whatComesAfterTheShorterRunDoesNotCount();
    void theOrderWithinAnInstantIsNoDifference();
    void everythingBeforeIsTheSame();
};

void TestFirstDifference::equalRunsHaveNone()
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Scenario scenario = randomScenario(seed);
        QVERIFY2(!between(scenario, scenario), qPrintable(QString("seed %1").arg(seed)));
    }
}

void TestFirstDifference::anActThatOnlyOneHasIsTheDifference()
{
    Scenario plain = threeNodes();
    plain.plan.events.push_back(crashAt(200, 2));
    Scenario acted = plain;
    acted.plan.events.push_back(adminAt(100, AdminRequest::Disable, 0, 0));
    const FinishedRun a = finish(plain);
    const FinishedRun b = finish(acted);
    const auto found = between(a, b);
    QVERIFY(found);
    QCOMPARE(found->at, SimTime::seconds(100));
    QVERIFY(!found->rowInFirst);
    QVERIFY(found->rowInSecond);
    QCOMPARE(b.rows()[*found->rowInSecond].kind, RowKind::Fault);
    // Of two runs with the act, the crash at 200 s has another place in the plan, which is nothing.
    Scenario reordered = acted;
    std::reverse(reordered.plan.events.begin(), reordered.plan.events.end());
    QVERIFY(!between(acted, reordered));
}

void TestFirstDifference::theOrderOfServicesIsNoDifference()
{
    Scenario scenario = threeNodes();
    scenario.plan.events.push_back(dieAt(100, 0));
    scenario.plan.events.push_back(adminAt(150, AdminRequest::Relocate, 1, 0, 2));
    QVERIFY(!between(scenario, withServicesTurnedRound(scenario)));
    Scenario other = withServicesTurnedRound(scenario);
    other.plan.events.back().service = 1 - other.plan.events.back().service;
    QCOMPARE(between(scenario, other)->at, SimTime::seconds(150));
}

void TestFirstDifference::otherNamesAreADifference()
{
    const Scenario scenario = threeNodes();
    Scenario renamed = scenario;
    renamed.cluster.services[1].name = "mail";
    renamed.cluster.finish();
    QCOMPARE(between(scenario, renamed)->at, SimTime{});
    Scenario larger = scenario;
    addService(larger.cluster, "more");
    larger.cluster.finish();
    const FinishedRun a = finish(scenario);
    const FinishedRun b = finish(larger);
    const auto found = between(a, b);
    QVERIFY(found && !found->rowInFirst && found->rowInSecond);
    QCOMPARE(b.rows()[*found->rowInSecond].service, ServiceIndex{2});
}

void TestFirstDifference::whatComesAfterTheShorterRunDoesNotCount()
{
    Scenario scenario = threeNodes();
    scenario.plan.events.push_back(crashAt(200, 0));
    Scenario shorter = scenario;
    shorter.until = SimTime::seconds(199);
    QVERIFY(!between(scenario, shorter));
    shorter.until = SimTime::seconds(250);
    shorter.plan.events.pop_back();
    const auto found = between(scenario, shorter);
    QVERIFY(found && found->rowInFirst && !found->rowInSecond);
    QCOMPARE(found->at, SimTime::seconds(200));
}

void TestFirstDifference::theOrderWithinAnInstantIsNoDifference()
{
    Scenario scenario = threeNodes();
    scenario.plan.events.push_back(crashAt(100, 1));
    scenario.plan.events.push_back(crashAt(100, 2));
    const FinishedRun run = finish(scenario);
    std::vector<LogRow> turned = run.rows();
    std::reverse(turned.begin(), turned.end());
    std::stable_sort(turned.begin(), turned.end(),
                     [](const LogRow& a, const LogRow& b) { return a.at < b.at; });
    QVERIFY(turned != run.rows());
    QVERIFY(!firstDifference({scenario, run.rows()}, {scenario, turned}));
    turned.pop_back();
    QVERIFY(firstDifference({scenario, run.rows()}, {scenario, turned}));
}

void TestFirstDifference::everythingBeforeIsTheSame()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const Scenario scenario = randomScenario(seed);
        Scenario changed = scenario;
        RandomStream stream(seed, "difference");
        const auto nodes = static_cast<std::uint64_t>(scenario.cluster.nodeCount());
        changed.plan.events.push_back(crashAt(static_cast<std::int64_t>(stream.below(590)),
                                              static_cast<NodeIndex>(stream.below(nodes))));
        const FinishedRun a = finish(scenario);
        const FinishedRun b = finish(changed);
        const auto found = between(a, b);
        const QByteArray where = "seed " + QByteArray::number(qulonglong(seed));
        QVERIFY2(found, where);
        QVERIFY2(found->at == changed.plan.events.back().at, where);
        const auto back = between(b, a);
        QVERIFY2(back && back->at == found->at && back->rowInFirst == found->rowInSecond &&
                     back->rowInSecond == found->rowInFirst,
                 where);
    }
}

QTEST_APPLESS_MAIN(TestFirstDifference)
#include "tst_first_difference.moc"
