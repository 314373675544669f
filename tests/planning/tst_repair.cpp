// Repairs: each small edit does what it says, what is proposed leaves no hazard and holds, and the
// files that come of it open and have none.
#include "planning/repair.h"

#include "deploy/scenario_change.h"
#include "formats/input_file.h"
#include "formats/scenario_writer.h"
#include "planning/base_scenario.h"
#include "report/repair_json.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/sound_layout.h"

#include <QtTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr const char* loneConf = R"(<?xml version="1.0"?>
<!-- keep this -->
<cluster name="pets" config_version="3">
  <cman two_node="1" expected_votes="1"/>
  <clusternodes>
    <clusternode name="node1.example.com" nodeid="1"/>
    <clusternode name="node2.example.com" nodeid="2"/>
  </clusternodes>
  <rm>
    <failoverdomains>
      <failoverdomain name="only" restricted="1">
        <failoverdomainnode name="node1.example.com"/>
      </failoverdomain>
    </failoverdomains>
    <service name="bark" recovery="relocate" domain="only">
      <script name="bark" file="/etc/init.d/bark"/>
    </service>
    <service name="meow" autostart="0"><script name="meow" file="/etc/init.d/meow"/></service>
  </rm>
</cluster>
)";

RepairReport repairsOf(const Scenario& scenario, int edits, int threads = 1)
{
    RepairOptions options;
    options.edits = edits;
    options.onTop = false;
    RepairControl control;
    control.threads = threads;
    return findRepairs(scenario, options, control);
}

bool hasHazards(const Scenario& scenario)
{
    HazardOptions options;
    options.remedies = false;
    return !findHazards(scenario, options).hazards.empty();
}

Scenario with(Scenario scenario, const std::vector<FlipEdit>& edits)
{
    applyEdits(scenario, edits);
    return scenario;
}

// Three nodes; service:a and service:b must be kept apart; a may run on the first two only.
Cluster twoServices()
{
    Cluster cluster = makeCluster(3);
    for (const char* name : {"a", "b"})
        cluster.services[static_cast<std::size_t>(addService(cluster, name))].recovery =
            RecoveryPolicy::Relocate;
    addDomain(cluster, "d", {0, 1}, true, true);
    cluster.services[0].domainName = "d";
    cluster.keepApart = {{{0, 1}, 0}};
    cluster.finish();
    return cluster;
}

FlipEdit edit(FlipEditKind kind, NodeIndex node = noNode, int value = 0)
{
    const bool isOfService = kind == FlipEditKind::OwnDomain;
    const bool isOfDomain = kind == FlipEditKind::Member;
    return {kind, isOfService ? ServiceIndex{0} : noService, isOfDomain ? DomainIndex{0} : noDomain,
            node, value};
}

} // namespace

class TestRepair : public QObject {
    Q_OBJECT

private slots:
    void nodesAreNumberedOn_data();
    void nodesAreNumberedOn();
    void oneMoreNodeJoinsAndBoots();
    void aTwoNodeClusterBecomesAnOrdinaryOne();
    void anOwnDomainPrefersButForbidsNothingNew();
    void aMemberComesLast();
    void guardsAreGivenToTheRules();
    void whatIsProposedLeavesNoHazard_data();
    void whatIsProposedLeavesNoHazard();
    void repairsBeginWithTheCheapest();
    void aSoundLayoutNeedsNothing();
    void whereNothingHelpsItSaysSo();
    void whatExplorationRefutesIsNoRepair();
    void manyHazardsAreRepairedOneAfterTheOther();
    void threadsMakeNoDifference();
    void itCanBeCancelled();
    void aRepairedClusterConfKeepsItsComments();
};

void TestRepair::nodesAreNumberedOn_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("next");
    QTest::newRow("number") << QStringList{"n1", "n2"} << "n3";
    QTest::newRow("domain name") << QStringList{"node9.example.com"} << "node10.example.com";
    QTest::newRow("no number") << QStringList{"left", "right.example"} << "right1.example";
    QTest::newRow("taken") << QStringList{"n2", "n1"} << "n3";
    QTest::newRow("only digits") << QStringList{"10.example"} << "11.example";
    QTest::newRow("a long number") << QStringList{"n12345678"} << "n123456781";
}

void TestRepair::nodesAreNumberedOn()
{
    QFETCH(QStringList, names);
    QFETCH(QString, next);
    Cluster cluster = makeCluster(static_cast<int>(names.size()));
    for (int i = 0; i < names.size(); ++i)
        cluster.nodes[static_cast<std::size_t>(i)].name = names[i].toStdString();
    QCOMPARE(QString::fromStdString(nextNodeName(cluster)), next);
}

void TestRepair::oneMoreNodeJoinsAndBoots()
{
    const Scenario before = bootAll(twoServices(), SimTime::seconds(60));
    const Scenario after = with(before, {edit(FlipEditKind::MoreNodes)});
    QCOMPARE(after.cluster.nodeCount(), 4);
    QCOMPARE(after.cluster.nodes.back().name, std::string("n4"));
    QVERIFY(after.cluster.nodes.back().id > before.cluster.nodes.back().id);
    QVERIFY(after.cluster.domain(0).memberSet.contains(3));
    QCOMPARE(after.cluster.domain(0).priorityOf(3), 3);
    Simulation simulation(after);
    simulation.run();
    QVERIFY(simulation.state().world.node(3).managerRuns);
}

void TestRepair::aTwoNodeClusterBecomesAnOrdinaryOne()
{
    Cluster cluster = makeCluster(2);
    cluster.twoNode = true;
    cluster.expectedVotes = 1;
    cluster.finish();
    applyEdit(cluster, edit(FlipEditKind::MoreNodes));
    QVERIFY(!cluster.twoNode);
    QCOMPARE(cluster.quorumVotes(), 2);
}

void TestRepair::anOwnDomainPrefersButForbidsNothingNew()
{
    Cluster cluster = twoServices();
    applyEdit(cluster, edit(FlipEditKind::OwnDomain, 1, 0));
    const FailoverDomain& own = cluster.domain(cluster.service(0).domain);
    QCOMPARE(own.name, std::string("a"));
    QVERIFY(own.ordered && own.restricted);
    QCOMPARE(own.priorityOf(1), 1);
    QCOMPARE(own.priorityOf(0), 2);
    QVERIFY(!own.memberSet.contains(2));
}

void TestRepair::aMemberComesLast()
{
    Cluster cluster = twoServices();
    applyEdit(cluster, edit(FlipEditKind::Member, 2));
    QCOMPARE(cluster.domain(0).priorityOf(2), 3);
}

void TestRepair::guardsAreGivenToTheRules()
{
    Cluster cluster = twoServices();
    applyEdit(cluster,
              edit(FlipEditKind::GuardRules, noNode, static_cast<int>(GuardMode::Published)));
    QCOMPARE(cluster.guardMode, GuardMode::Published);
    QCOMPARE(cluster.service(0).collisions, std::vector<std::string>{"service:b"});
    applyEdit(cluster, edit(FlipEditKind::GuardFails));
    QVERIFY(cluster.guardMode == GuardMode::Hardened && cluster.hardenedGuardFails);
}

void TestRepair::whatIsProposedLeavesNoHazard_data()
{
    QTest::addColumn<int>("edits");
    QTest::newRow("seed-default-recovery") << 2;
    QTest::newRow("seed-boot-race") << 2;
    QTest::newRow("seed-collision") << 2;
    QTest::newRow("seed-no-rule") << 3;
}

void TestRepair::whatIsProposedLeavesNoHazard()
{
    QFETCH(int, edits);
    const FinishedRun run = finishSeedCase(QTest::currentDataTag());
    QVERIFY(hasHazards(*run.scenario));
    const RepairReport report = repairsOf(*run.scenario, edits);
    QVERIFY(report.isComplete && !report.repairs.empty());
    for (const Repair& repair : report.repairs) {
        QVERIFY(repair.edits.size() <= static_cast<std::size_t>(edits));
        QVERIFY(!hasHazards(with(*run.scenario, repair.edits)));
        QVERIFY(repair.proof && repair.proof->result.states > 1);
        QVERIFY(repair.proof->result.end == ExploreEnd::Holds);
    }
}

void TestRepair::repairsBeginWithTheCheapest()
{
    const FinishedRun run = finishSeedCase("seed-default-recovery");
    const RepairReport report = repairsOf(*run.scenario, 3);
    QVERIFY(report.repairs.size() > 1);
    for (std::size_t i = 0; i < report.repairs.size(); ++i) {
        const Repair& repair = report.repairs[i];
        int cost = 0;
        for (const FlipEdit& each : repair.edits)
            cost += costOf(each);
        QCOMPARE(repair.cost, cost);
        QVERIFY(i == 0 || repair.cost >= report.repairs[i - 1].cost);
        QVERIFY(repair.cost <= 2 * report.repairs.front().cost);
    }
    for (const Repair& repair : report.repairs) { // each edit is needed
        for (std::size_t i = 0; i < repair.edits.size(); ++i) {
            std::vector<FlipEdit> fewer = repair.edits;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY(hasHazards(with(*run.scenario, fewer)));
        }
    }
}

void TestRepair::aSoundLayoutNeedsNothing()
{
    const RepairReport report = repairsOf(soundLayout(1), 2);
    QVERIFY(report.hazards.empty() && report.repairs.empty());
    QCOMPARE(report.tried, std::int64_t{0});
}

void TestRepair::whereNothingHelpsItSaysSo()
{
    const FinishedRun run = finishSeedCase("seed-two-colliders");
    const RepairReport report = repairsOf(*run.scenario, 1);
    QVERIFY(!report.isComplete);
    QVERIFY(report.tried > 5);
    QCOMPARE(report.tried, report.possible);
    for (const Repair& repair : report.repairs)
        QVERIFY(!repair.left.empty() && repair.left.size() < report.hazards.size());
}

void TestRepair::whatExplorationRefutesIsNoRepair()
{
    const FinishedRun run = finishSeedCase("seed-two-colliders");
    const RepairReport report = repairsOf(*run.scenario, 3, 2);
    QVERIFY(report.refuted > 0);
    QVERIFY(!report.isComplete);
    QCOMPARE(report.repairs.size(), std::size_t{1});
    const Repair& nearest = report.repairs.front();
    QVERIFY(nearest.left.empty() && nearest.proof);
    QVERIFY(nearest.proof->result.end == ExploreEnd::Violated);
    QVERIFY(!nearest.proof->result.events.empty());
}

// Three pairs that have nothing to do with each other, all on the lowest node: each needs an edit
// of its own, so two together cannot be enough.
void TestRepair::manyHazardsAreRepairedOneAfterTheOther()
{
    Cluster cluster = makeCluster(3);
    cluster.expectedVotes = 3; // the last node does not go on alone, with all on it
    for (int pair = 0; pair < 3; ++pair) {
        const std::string name = "pair" + std::to_string(pair);
        const ServiceIndex first = addService(cluster, name + "a");
        cluster.keepApart.push_back({{first, addService(cluster, name + "b")}, 0});
    }
    cluster.finish();
    const Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    QVERIFY(!repairsOf(scenario, 2).isComplete);
    RepairOptions options;
    RepairControl control;
    control.threads = 2;
    const RepairReport report = findRepairs(scenario, options, control);
    QVERIFY(report.triedOnTop > 0);
    QVERIFY(report.isComplete);
    QCOMPARE(report.repairs.size(), std::size_t{1});
    const Repair& repair = report.repairs.front();
    QVERIFY(repair.left.empty() && repair.edits.size() >= 3);
    QVERIFY(!hasHazards(with(scenario, repair.edits)));
    for (std::size_t i = 0; i < repair.edits.size(); ++i) { // each edit is needed
        std::vector<FlipEdit> fewer = repair.edits;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        QVERIFY(hasHazards(with(scenario, fewer)));
    }
    control.threads = 1;
    QVERIFY(findRepairs(scenario, options, control).repairs.front().edits == repair.edits);
}

void TestRepair::threadsMakeNoDifference()
{
    const FinishedRun run = finishSeedCase("seed-no-rule");
    RepairOptions options;
    options.edits = 3;
    const auto text = [&](int threads) {
        const RepairReport report = repairsOf(*run.scenario, 3, threads);
        return repairJson({run.scenario->cluster, report, options,
                           std::vector<std::string>(report.repairs.size())});
    };
    QCOMPARE(text(3), text(1));
}

void TestRepair::itCanBeCancelled()
{
    const FinishedRun run = finishSeedCase("seed-two-colliders");
    RepairOptions options;
    std::atomic<bool> cancel = false;
    RepairControl control;
    control.cancel = &cancel;
    control.progress = [&](double done) { cancel = done > 0.25; };
    const RepairReport report = findRepairs(*run.scenario, options, control);
    QVERIFY(report.wasCutShort);
    QVERIFY(report.tried < report.possible);
}

void TestRepair::aRepairedClusterConfKeepsItsComments()
{
    const Result<LoadedInput> input = readInput(loneConf, "cluster.conf", {});
    QVERIFY(input.ok());
    const RepairReport report = repairsOf(input->file.scenario, 2);
    QVERIFY(report.isComplete);
    const Scenario after = with(input->file.scenario, report.repairs.front().edits);
    const Result<ScenarioFile> file = changedFile(input->file, "cluster.conf", after);
    QVERIFY(file.ok());
    const std::string change = changeText(input->file, *file, "cluster.conf", true);
    QVERIFY2(change.starts_with("--- cluster.conf\n+++ cluster.conf\n@@ "), change.c_str());
    QVERIFY(change.find("\n-      <failoverdomain name=\"only\" restricted=\"1\">\n") !=
            std::string::npos);
    QVERIFY(file->source.confText.find("<!-- keep this -->") != std::string::npos);
    const Result<LoadedInput> opened =
        readInput(writeScenario(standingAlone(*file)), "01_repair.json", {});
    QVERIFY(opened.ok() && !opened.diagnostics.hasErrors());
    QVERIFY(!hasHazards(opened->file.scenario));
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
