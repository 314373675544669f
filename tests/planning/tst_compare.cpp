// Two layouts under the same failures: which of two outcomes is better, what is the same thing in
// both, and that every printed form says what was found.
#include "planning/layout_comparison.h"

#include "report/layout_html.h"
#include "report/layout_json.h"
#include "report/layout_junit.h"
#include "report/layout_text.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr SimDuration tolerance = SimDuration::seconds(10);

FailureOutcome outcome(ServiceEnd end, int down, int together = 0, int phantom = 0)
{
    FailureOutcome made;
    made.end = end;
    made.downtime = SimDuration::seconds(down);
    made.together = SimDuration::seconds(together);
    made.phantom = SimDuration::seconds(phantom);
    return made;
}

FailureOutcome forGood(FailureOutcome made)
{
    made.phantomForGood = !made.phantom.isZero();
    made.togetherForGood = !made.together.isZero();
    return made;
}

LayoutReport reportOf(const Scenario& first, const Scenario& second,
                      const LayoutComparison& comparison)
{
    return {first.cluster, second.cluster, comparison, "a <1>.conf", "b & \"2\".conf", tolerance};
}

const ComparedService* serviceAfter(const LayoutComparison& comparison, PlanKind kind,
                                    std::size_t service)
{
    for (const ComparedFailure& failure : comparison.failures) {
        if (!failure.first.empty() && failure.first.front().kind == kind)
            return &failure.services[service];
    }
    return nullptr;
}

// The attribute counts of every suite must be what is in it. Returns how many cases failed.
struct JUnitCounts {
    int tests = 0;
    int failures = 0;
    int errors = 0;
    int skipped = 0;
};

void checkSuite(QXmlStreamReader& xml, JUnitCounts& all)
{
    const QXmlStreamAttributes wanted = xml.attributes();
    JUnitCounts counts;
    while (xml.readNextStartElement()) {
        QCOMPARE(xml.name().toString(), QStringLiteral("testcase"));
        for (const char* attribute : {"classname", "name", "time"})
            QVERIFY2(xml.attributes().hasAttribute(QLatin1String(attribute)), attribute);
        QVERIFY(!xml.attributes().value(QLatin1String("name")).isEmpty());
        ++counts.tests;
        while (xml.readNextStartElement()) {
            counts.failures += xml.name() == QLatin1String("failure") ? 1 : 0;
            counts.errors += xml.name() == QLatin1String("error") ? 1 : 0;
            counts.skipped += xml.name() == QLatin1String("skipped") ? 1 : 0;
            xml.skipCurrentElement();
        }
    }
    QCOMPARE(wanted.value(QLatin1String("tests")).toInt(), counts.tests);
    QCOMPARE(wanted.value(QLatin1String("failures")).toInt(), counts.failures);
    QCOMPARE(wanted.value(QLatin1String("errors")).toInt(), counts.errors);
    QCOMPARE(wanted.value(QLatin1String("skipped")).toInt(), counts.skipped);
    QVERIFY(!wanted.value(QLatin1String("name")).isEmpty());
    all.tests += counts.tests;
    all.failures += counts.failures;
    all.errors += counts.errors;
    all.skipped += counts.skipped;
}

void checkJUnit(const QByteArray& text, JUnitCounts& all)
{
    QXmlStreamReader xml(text);
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.name().toString(), QStringLiteral("testsuites"));
    const QXmlStreamAttributes wanted = xml.attributes();
    while (xml.readNextStartElement()) {
        QCOMPARE(xml.name().toString(), QStringLiteral("testsuite"));
        checkSuite(xml, all);
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(wanted.value(QLatin1String("tests")).toInt(), all.tests);
    QCOMPARE(wanted.value(QLatin1String("failures")).toInt(), all.failures);
    QCOMPARE(wanted.value(QLatin1String("errors")).toInt(), all.errors);
    QCOMPARE(wanted.value(QLatin1String("skipped")).toInt(), all.skipped);
}

} // namespace

Q_DECLARE_METATYPE(rgsim::FailureOutcome)
Q_DECLARE_METATYPE(rgsim::Verdict)

class TestCompare : public QObject {
    Q_OBJECT

private slots:
    void theFirstDifferenceDecides_data();
    void theFirstDifferenceDecides();
    void equalLayoutsHaveEqualOutcomes();
    void namesMatchWhateverTheOrder();
    void anotherPolicyIsBetterWhereItHelps();
    void whatOnlyOneHasIsNotCompared();
    void aRuleOfEitherCountsInBoth();
    void pairsOfFailuresStrikeAtRestInBoth();
    void threadsMakeNoDifference();
    void itCanBeEndedEarly();
    void endedAtTheLastOfALevelItBeginsNoOther();
    void questionsWithoutAnAnswerAreRefused_data();
    void questionsWithoutAnAnswerAreRefused();
    void jUnitHasACaseForEachFailureAndService();
    void jUnitTellsThatItIsIncomplete();
    void htmlIsWellFormedAndEscaped();
    void jsonHasEveryOutcome();
};

void TestCompare::theFirstDifferenceDecides_data()
{
    QTest::addColumn<FailureOutcome>("first");
    QTest::addColumn<FailureOutcome>("second");
    QTest::addColumn<bool>("onSameNode");
    QTest::addColumn<Verdict>("verdict");
    const FailureOutcome up = outcome(ServiceEnd::Runs, 20);
    const FailureOutcome circles = outcome(ServiceEnd::Circles, 20);
    const FailureOutcome down = outcome(ServiceEnd::Down, 20);
    const auto row = [](const char* name, const FailureOutcome& first, const FailureOutcome& second,
                        Verdict verdict, bool onSameNode = true) {
        QTest::newRow(name) << first << second << onSameNode << verdict;
    };
    row("equal", up, up, Verdict::Same);
    row("another node", up, up, Verdict::Moved, false);
    row("down on no node", down, down, Verdict::Same, false);
    row("back beats down, however long", down, outcome(ServiceEnd::Runs, 900, 30), Verdict::Better);
    row("down is worse", up, down, Verdict::Worse);
    row("circles beat down", down, circles, Verdict::Better);
    row("back beats circles", circles, up, Verdict::Better);
    row("together at all", up, outcome(ServiceEnd::Runs, 0, 1), Verdict::Worse);
    row("apart though longer down", outcome(ServiceEnd::Runs, 0, 1), up, Verdict::Better);
    row("together for good", outcome(ServiceEnd::Runs, 0, 90),
        forGood(outcome(ServiceEnd::Runs, 0, 5)), Verdict::Worse);
    row("together for good in both", forGood(outcome(ServiceEnd::Runs, 0, 90)),
        forGood(outcome(ServiceEnd::Runs, 0, 5)), Verdict::Same);
    row("less long together", outcome(ServiceEnd::Runs, 0, 90), outcome(ServiceEnd::Runs, 0, 5),
        Verdict::Better);
    row("within the tolerance", up, outcome(ServiceEnd::Runs, 30), Verdict::Same);
    row("beyond the tolerance", up, outcome(ServiceEnd::Runs, 31), Verdict::Worse);
    row("shorter, and elsewhere", outcome(ServiceEnd::Runs, 31), up, Verdict::Better, false);
    row("down for good in both", down, outcome(ServiceEnd::Down, 200), Verdict::Same);
    row("phantom for good", up, forGood(outcome(ServiceEnd::Runs, 20, 0, 1)), Verdict::Worse);
    row("less long phantom", outcome(ServiceEnd::Runs, 20, 0, 60), up, Verdict::Better);
}

void TestCompare::theFirstDifferenceDecides()
{
    QFETCH(FailureOutcome, first);
    QFETCH(FailureOutcome, second);
    QFETCH(bool, onSameNode);
    QFETCH(Verdict, verdict);
    QCOMPARE(judge(first, second, onSameNode, tolerance).verdict, verdict);
    const Verdict opposite = verdict == Verdict::Better  ? Verdict::Worse
                             : verdict == Verdict::Worse ? Verdict::Better
                                                         : verdict;
    QCOMPARE(judge(second, first, onSameNode, tolerance).verdict, opposite);
}

void TestCompare::equalLayoutsHaveEqualOutcomes()
{
    const Scenario scenario = finishAndBoot(makePairOfServices(false));
    const LayoutComparison comparison = compareLayouts(scenario, scenario, {});
    QCOMPARE(comparison.failures.size(), std::size_t{1 + 3 + 2 + 3});
    QCOMPARE(comparison.count(Verdict::Same), std::int64_t{2 * 9});
    QVERIFY(comparison.oneSided.empty());
}

void TestCompare::namesMatchWhateverTheOrder()
{
    const Cluster cluster = makePairOfServices(false);
    Cluster turned = cluster;
    std::swap(turned.services[0], turned.services[1]);
    std::swap(turned.nodes[0].name, turned.nodes[1].name);
    for (FailoverDomain& domain : turned.domains)
        domain.members[0].node = static_cast<NodeIndex>(1 - domain.members[0].node);
    const Scenario first = finishAndBoot(cluster);
    const Scenario second = finishAndBoot(turned);
    const LayoutComparison comparison = compareLayouts(first, second, {});
    QCOMPARE(comparison.count(Verdict::Same), std::int64_t{2 * 9});
    QCOMPARE(second.cluster.service(comparison.services.front().second).name,
             first.cluster.service(comparison.services.front().first).name);
    int deaths = 0;
    for (const ComparedFailure& failure : comparison.failures) {
        if (failure.first.empty() || failure.first.front().kind != PlanKind::ProcessDies)
            continue;
        ++deaths;
        QCOMPARE(first.cluster.resource(failure.first.front().resource).name,
                 second.cluster.resource(failure.second.front().resource).name);
    }
    QCOMPARE(deaths, 2);
}

void TestCompare::anotherPolicyIsBetterWhereItHelps()
{
    const FinishedRun stays = finishSeedCase("seed-default-recovery");
    const FinishedRun moves = finishSeedCase("seed-collision");
    const LayoutComparison comparison = compareLayouts(*stays.scenario, *moves.scenario, {});
    const std::size_t meow = 1;
    const ComparedService& cold = comparison.failures.front().services[meow];
    QCOMPARE(cold.first.end, ServiceEnd::Circles);
    QCOMPARE(cold.second.end, ServiceEnd::Runs);
    QCOMPARE(cold.judgement.verdict, Verdict::Better);
    const LayoutComparison back = compareLayouts(*moves.scenario, *stays.scenario, {});
    QCOMPARE(back.count(Verdict::Worse), comparison.count(Verdict::Better));
    QCOMPARE(back.count(Verdict::Better), comparison.count(Verdict::Worse));
}

void TestCompare::whatOnlyOneHasIsNotCompared()
{
    Cluster fewer = makePairOfServices(false);
    fewer.services.pop_back();
    Cluster more = makePairOfServices(false);
    more.nodes.back().name = "n9";
    const Scenario first = finishAndBoot(fewer);
    const Scenario second = finishAndBoot(more);
    const LayoutComparison comparison = compareLayouts(first, second, {});
    QVERIFY(comparison.onlyFirst.empty());
    QCOMPARE(comparison.onlySecond, std::vector<ServiceIndex>{1});
    QCOMPARE(comparison.failures.size(), std::size_t{1 + 2 + 1 + 2});
    QCOMPARE(comparison.oneSided.size(), std::size_t{2 + 3}); // n3; n9 and meow
    QVERIFY(std::all_of(comparison.oneSided.begin(), comparison.oneSided.end(),
                        [](const OneSidedFailure& failure) { return failure.isUnknown; }));
    const std::string text = layoutText(reportOf(first, second, comparison));
    QVERIFY2(text.find("2 nodes and 1 service in both; only in the first: n3; only in the second: "
                       "n9, service:meow") != std::string::npos,
             text.c_str());
}

void TestCompare::aRuleOfEitherCountsInBoth()
{
    Cluster apart = makePairOfServices(false);
    apart.domains[0].members[1].node = 1; // bark goes to meow's node
    apart.keepApart = {{{0, 1}, 0}};
    Cluster free = apart;
    free.keepApart.clear();
    const Scenario first = finishAndBoot(apart);
    const Scenario second = finishAndBoot(free);
    const LayoutComparison comparison = compareLayouts(first, second, {});
    QCOMPARE(comparison.count(Verdict::Same), std::int64_t{2 * 9});
    const ComparedService* const bark = serviceAfter(comparison, PlanKind::Crash, 0);
    QVERIFY(bark != nullptr && bark->first.togetherForGood && bark->second.togetherForGood);
    const LayoutComparison better =
        compareLayouts(first, finishAndBoot(makePairOfServices(false)), {});
    QCOMPARE(serviceAfter(better, PlanKind::Crash, 0)->judgement.verdict, Verdict::Better);
}

void TestCompare::pairsOfFailuresStrikeAtRestInBoth()
{
    LayoutOptions options;
    options.failures = 2;
    const Scenario first = finishAndBoot(makePairOfServices(false));
    Cluster slower = makePairOfServices(false);
    slower.tokenTimeout = SimDuration::seconds(60);
    const Scenario second = finishAndBoot(slower);
    const LayoutComparison comparison = compareLayouts(first, second, options);
    QVERIFY(comparison.failures.size() > 9);
    for (const ComparedFailure& failure : comparison.failures) {
        QCOMPARE(failure.first.size(), failure.second.size());
        for (std::size_t i = 0; i < failure.first.size(); ++i)
            QCOMPARE(failure.first[i].at.ms, failure.second[i].at.ms);
    }
    QVERIFY(comparison.count(Verdict::Worse) > 0);
    QCOMPARE(comparison.count(Verdict::Better), std::int64_t{0});
}

void TestCompare::threadsMakeNoDifference()
{
    const FinishedRun one = finishSeedCase("seed-ping-pong");
    const FinishedRun other = finishSeedCase("seed-collision");
    LayoutOptions options;
    options.failures = 2;
    const auto text = [&](int threads) {
        options.threads = threads;
        const LayoutComparison found = compareLayouts(*one.scenario, *other.scenario, options);
        return layoutJson(reportOf(*one.scenario, *other.scenario, found));
    };
    QCOMPARE(text(3), text(1));
}

void TestCompare::itCanBeEndedEarly()
{
    const Scenario scenario = finishAndBoot(makePairOfServices(false));
    LayoutOptions options;
    options.progress = [](double done) { return done < 0.3; };
    const LayoutComparison comparison = compareLayouts(scenario, scenario, options);
    QVERIFY(comparison.wasCutShort);
    QCOMPARE(comparison.failures.size(), std::size_t{3});
}

void TestCompare::endedAtTheLastOfALevelItBeginsNoOther()
{
    const Scenario scenario = finishAndBoot(makePairOfServices(false));
    LayoutOptions options;
    options.progress = [](double) { return false; };
    const LayoutComparison comparison = compareLayouts(scenario, scenario, options);
    QVERIFY(comparison.wasCutShort);
    QCOMPARE(comparison.failures.size(), std::size_t{1});
}

void TestCompare::questionsWithoutAnAnswerAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("part");
    QTest::newRow("other nodes") << "nodes"
                                 << "no node of the same name";
    QTest::newRow("other services") << "services"
                                    << "no service of the same name";
    QTest::newRow("central") << "central"
                             << "central processing";
    QTest::newRow("too many") << "many"
                              << "sequences";
    QTest::newRow("possible") << ""
                              << "";
}

void TestCompare::questionsWithoutAnAnswerAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, part);
    Cluster cluster = change == QLatin1String("many") ? makeLargeCluster(60, 300, true)
                                                      : makePairOfServices(false);
    const Scenario first = finishAndBoot(cluster);
    for (Node& node : cluster.nodes)
        node.name += change == QLatin1String("nodes") ? "x" : "";
    for (Service& service : cluster.services)
        service.name += change == QLatin1String("services") ? "x" : "";
    if (change == QLatin1String("central"))
        cluster.processing = Processing::Central;
    LayoutOptions options;
    options.failures = 2;
    const auto problem = whatForbidsComparing(first, finishAndBoot(cluster), options);
    QCOMPARE(problem.has_value(), !part.isEmpty());
    if (problem)
        QVERIFY2(problem->what.find(part.toStdString()) != std::string::npos,
                 problem->what.c_str());
}

void TestCompare::jUnitHasACaseForEachFailureAndService()
{
    Cluster odd = makePairOfServices(false);
    odd.services[0].name = "b<a>&\"r\x01k";
    Cluster slower = odd;
    slower.tokenTimeout = SimDuration::seconds(60);
    slower.nodes[2].name = "n9";
    const Scenario first = finishAndBoot(odd);
    const Scenario second = finishAndBoot(slower);
    const LayoutComparison comparison = compareLayouts(first, second, {});
    JUnitCounts counts;
    checkJUnit(layoutJUnit(reportOf(first, second, comparison)), counts);
    QVERIFY(counts.failures > 0);
    QCOMPARE(std::int64_t{counts.failures}, comparison.count(Verdict::Worse));
    QCOMPARE(counts.skipped, 4);
    QCOMPARE(counts.tests, static_cast<int>(2 * comparison.failures.size()) + 4);
    QCOMPARE(counts.errors, 0);
}

void TestCompare::jUnitTellsThatItIsIncomplete()
{
    const Scenario scenario = finishAndBoot(makePairOfServices(false));
    LayoutComparison comparison = compareLayouts(scenario, scenario, {});
    comparison.wasCutShort = true;
    JUnitCounts counts;
    checkJUnit(layoutJUnit(reportOf(scenario, scenario, comparison)), counts);
    QCOMPARE(counts.errors, 1);
}

void TestCompare::htmlIsWellFormedAndEscaped()
{
    Cluster odd = makePairOfServices(false);
    odd.services[0].name = "<script>alert(1)</script>&";
    Cluster slower = odd;
    slower.tokenTimeout = SimDuration::seconds(60);
    const Scenario first = finishAndBoot(odd);
    const Scenario second = finishAndBoot(slower);
    const LayoutComparison comparison = compareLayouts(first, second, {});
    const std::string page = layoutHtml(reportOf(first, second, comparison));
    QVERIFY(page.find("<script") == std::string::npos);
    QVERIFY(page.find("http://") == page.find("http://www.w3.org/1999/xhtml"));
    QXmlStreamReader xml(QByteArray::fromStdString(page));
    int worse = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("td") &&
            xml.attributes().value(QLatin1String("class")) == QLatin1String("worse")) {
            QCOMPARE(xml.readElementText(), QStringLiteral("worse"));
            ++worse;
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(worse > 0);
    QCOMPARE(std::int64_t{worse}, comparison.count(Verdict::Worse));
}

void TestCompare::jsonHasEveryOutcome()
{
    const Scenario scenario = finishAndBoot(makePairOfServices(false));
    const LayoutComparison comparison = compareLayouts(scenario, scenario, {});
    const QJsonObject all =
        QJsonDocument::fromJson(layoutJson(reportOf(scenario, scenario, comparison))).object();
    QCOMPARE(all[QLatin1String("same")].toInt(), 18);
    QCOMPARE(all[QLatin1String("worse")].toInt(), 0);
    const QJsonArray outcomes = all[QLatin1String("outcomes")].toArray();
    QCOMPARE(outcomes.size(), 18);
    const QJsonObject crash = outcomes[2].toObject();
    QCOMPARE(crash[QLatin1String("failure")].toString(), QStringLiteral("crash n1"));
    QCOMPARE(crash[QLatin1String("first")].toObject()[QLatin1String("node")].toString(),
             QStringLiteral("n3"));
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
