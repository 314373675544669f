// Two runs side by side: their sums matched by name, and how that is printed.
#include "report/compare_text.h"

#include "support/cluster_factory.h"
#include "support/finished_run.h"
#include "support/random_layout.h"

#include <QTest>

using namespace rgsim;
using namespace rgsim::support;

namespace {

Scenario threeNodes()
{
    Cluster cluster = makeCluster(3);
    const ServiceIndex web = addService(cluster, "web");
    const ServiceIndex db = addService(cluster, "db");
    cluster.services[1].recovery = RecoveryPolicy::Relocate;
    cluster.keepApart.push_back({{web, db}, 0});
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    scenario.title = "Three nodes";
    scenario.plan.events.push_back(adminAt(100, AdminRequest::Relocate, 1, 0, 2));
    return scenario;
}

RunComparison comparisonOf(const FinishedRun& a, const FinishedRun& b)
{
    return compareRuns(a.scenario->cluster, a.summary, b.scenario->cluster, b.summary);
}

QStringList linesOfComparison(const FinishedRun& a, const FinishedRun& b, bool all = false)
{
    const RunComparison comparison = comparisonOf(a, b);
    const auto difference = firstDifference({*a.scenario, a.rows()}, {*b.scenario, b.rows()});
    const RunReport first = a.report();
    const RunReport second = b.report();
    const std::string text = compareText({first, second, comparison, difference}, all);
    return QString::fromStdString(text).split('\n');
}

} // namespace

class TestCompareText : public QObject {
    Q_OBJECT

private slots:
    void equalRunsAreTheSameThroughout();
    void sumsAndTheirDifferenceAreThoseOfTheSummaries();
    void servicesAreMatchedByName();
    void aDifferentEndIsNoticedByNodeName();
    void theTableShowsWhatDiffers();
    void equalRunsArePrintedAsSuch();
    void everyFirstDifferenceHasASentence();
};

void TestCompareText::equalRunsAreTheSameThroughout()
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const FinishedRun run = finish(randomScenario(seed));
        const RunComparison comparison = comparisonOf(run, run);
        QCOMPARE(comparison.services.size(), run.summary.services.size());
        for (const ServiceComparison& service : comparison.services)
            QVERIFY2(service.isSame(), qPrintable(QString("seed %1").arg(seed)));
        QVERIFY(comparison.difference() == ComparedSums{});
    }
}

void TestCompareText::sumsAndTheirDifferenceAreThoseOfTheSummaries()
{
    Scenario calm = threeNodes();
    calm.plan.events.pop_back();
    const FinishedRun a = finish(calm);
    const FinishedRun b = finish(threeNodes());
    const RunComparison comparison = comparisonOf(a, b);
    const ServiceComparison& db = comparison.services[1];
    QCOMPARE(db.first.relocations, 0);
    QCOMPARE(db.second.relocations, 1);
    QCOMPARE(db.difference().relocations, 1);
    QCOMPARE(db.first.violations, 1); // both start on the same node and stay there
    QCOMPARE(db.first.violation, a.summary.services[1].violation);
    QCOMPARE(db.difference().violation, SimDuration::seconds(-200));
    QCOMPARE(comparison.difference().violation, SimDuration::seconds(-200));
    QCOMPARE(comparison.second.violations, 1); // each stretch once, however many services
    QVERIFY(!db.endsAlike);
    QVERIFY(comparison.services[0].endsAlike);
}

void TestCompareText::servicesAreMatchedByName()
{
    Scenario other = threeNodes();
    other.plan.events.pop_back();
    other.cluster.services[0].name = "mail";
    std::swap(other.cluster.services[0], other.cluster.services[1]);
    other.cluster.keepApart.clear();
    other.cluster.finish();
    const RunComparison comparison = comparisonOf(finish(threeNodes()), finish(other));
    QCOMPARE(comparison.services.size(), std::size_t{3});
    QCOMPARE(comparison.services[0].fullName, std::string("service:web"));
    QCOMPARE(comparison.services[0].inSecond, noService);
    QCOMPARE(comparison.services[1].inFirst, ServiceIndex{1});
    QCOMPARE(comparison.services[1].inSecond, ServiceIndex{0});
    QCOMPARE(comparison.services[2].fullName, std::string("service:mail"));
    QCOMPARE(comparison.services[2].inFirst, noService);
    QVERIFY(!comparison.services[2].isInBoth());
}

void TestCompareText::aDifferentEndIsNoticedByNodeName()
{
    Scenario renamed = threeNodes();
    renamed.cluster.nodes[2].name = "other";
    const RunComparison comparison = comparisonOf(finish(threeNodes()), finish(renamed));
    QVERIFY(comparison.services[0].endsAlike);
    QVERIFY(!comparison.services[1].endsAlike);
}

void TestCompareText::theTableShowsWhatDiffers()
{
    Scenario acted = threeNodes();
    acted.plan.events.push_back(adminAt(200, AdminRequest::Disable, 1, 0));
    const QStringList lines = linesOfComparison(finish(threeNodes()), finish(acted));
    QVERIFY(lines[0].startsWith("A: Three nodes, 3 nodes, 2 services, 5min, seed 1, fingerprint "));
    QVERIFY(lines[1].startsWith("B: Three nodes, "));
    const QString text = lines.join('\n');
    QVERIFY2(lines[4].startsWith("service:db  started n3 -> disabled, runs on none"),
             qPrintable(text));
    QVERIFY2(lines[4].contains("  0s -> 1min40s (+1min40s)  "), qPrintable(text));
    QVERIFY2(!text.contains("service:web "), qPrintable(text));
    QVERIFY2(lines.contains("1 service fares the same in both"), qPrintable(text));
    QVERIFY2(lines.contains("First difference at 00:03:20. A: nothing of the kind. B: plan: "
                            "disable service:db via n1."),
             qPrintable(text));
    const QStringList all = linesOfComparison(finish(threeNodes()), finish(acted), true);
    QVERIFY(all.join('\n').contains("service:web "));
}

void TestCompareText::equalRunsArePrintedAsSuch()
{
    const FinishedRun run = finish(threeNodes());
    const QStringList lines = linesOfComparison(run, run);
    QVERIFY(lines.contains("2 services fare the same in both"));
    QVERIFY(lines.contains("There is no difference between A and B."));
}

void TestCompareText::everyFirstDifferenceHasASentence()
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Scenario changed = randomScenario(seed);
        for (Service& service : changed.cluster.services)
            service.recovery = RecoveryPolicy::Relocate;
        changed.cluster.tokenTimeout = changed.cluster.tokenTimeout + SimDuration::seconds(1);
        const QStringList lines = linesOfComparison(finish(randomScenario(seed)), finish(changed));
        const QString sentence = lines[lines.size() - 2];
        const QByteArray where = QString("seed %1: %2").arg(seed).arg(sentence).toUtf8();
        QVERIFY2(sentence.startsWith("First difference at ") || sentence.startsWith("There is no"),
                 where);
        QVERIFY2(!sentence.contains(": ."), where);
    }
}

QTEST_APPLESS_MAIN(TestCompareText)
#include "tst_compare_text.moc"
