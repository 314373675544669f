// What a cluster survives: times worked out by hand, rules that are broken, the same result for any
// number of threads, and cases that replay with the same fingerprint.
#include "planning/survive.h"

#include "report/survive_json.h"
#include "report/survive_text.h"
#include "support/cluster_factory.h"
#include "support/finished_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

SurviveReport pairsOf(const Scenario& scenario, int threads = 1)
{
    SurviveOptions options;
    options.failures = 2;
    options.threads = threads;
    return survive(scenario, options);
}

const SurvivedFailure* crashes(const SurviveReport& report, const std::vector<NodeIndex>& nodes)
{
    const auto is = [&](const SurvivedFailure& failure) {
        return std::equal(failure.events.begin(), failure.events.end(), nodes.begin(), nodes.end(),
                          [](const PlanEvent& event, NodeIndex node) {
                              return event.kind == PlanKind::Crash && event.node == node;
                          });
    };
    const auto found = std::find_if(report.failures.begin(), report.failures.end(), is);
    return found == report.failures.end() ? nullptr : &*found;
}

} // namespace

class TestSurvive : public QObject {
    Q_OBJECT

private slots:
    void aCrashCostsDetectionFencingAndTheStart()
    {
        Cluster cluster = makeCluster(2);
        cluster.tokenTimeout = SimDuration::seconds(10);
        for (Node& node : cluster.nodes)
            node.fencingTime = SimDuration::seconds(15);
        const ServiceIndex web = addService(cluster, "web");
        for (TreeNode& node : cluster.services[static_cast<std::size_t>(web)].tree.nodes)
            node.times.start = SimDuration::seconds(3);
        const SurviveReport report = survive(finishAndBoot(std::move(cluster)));
        const SurvivedFailure* const crash = crashes(report, {0});
        QVERIFY(crash != nullptr);
        const SurvivedService& service = crash->services.front();
        QVERIFY(service.isBack() && !service.breaksRule());
        QCOMPARE(service.outcome.node, 1);
        QVERIFY2(service.outcome.downtime >= SimDuration::seconds(28) &&
                     service.outcome.downtime < SimDuration::seconds(30),
                 qPrintable(QString::number(service.outcome.downtime.ms)));
        QCOMPARE(service.relocations, 1);
        QVERIFY(crash->isSurvived());
    }

    void aServiceWithoutANodeIsNotBack()
    {
        const SurviveReport report = pairsOf(finishAndBoot(makePairOfServices(true)));
        const SurvivedFailure* const both = crashes(report, {0, 2});
        QVERIFY(both != nullptr);
        QVERIFY(!both->services[0].isBack());
        QVERIFY(both->services[1].isBack());
        QVERIFY(!both->isSurvived() && !report.isSurvived());
    }

    void servicesThatMeetBreakTheRule()
    {
        Cluster cluster = makePairOfServices(true);
        cluster.keepApart.push_back({{0, 1}, 0});
        const SurviveReport report = pairsOf(finishAndBoot(std::move(cluster)));
        QVERIFY(crashes(report, {0})->isSurvived());
        const SurvivedFailure* const both = crashes(report, {0, 1});
        QVERIFY(both->services[0].breaksRule() && both->services[1].breaksRule());
        QVERIFY(both->services[0].outcome.togetherForGood);
        QVERIFY(report.failures[report.worstFirst().front()].services[0].breaksRule());
    }

    void aServiceThatNobodyStartsIsNotMissed()
    {
        Cluster cluster = makeCluster(2);
        const ServiceIndex spare = addService(cluster, "spare");
        cluster.services[static_cast<std::size_t>(spare)].autostart = false;
        const SurviveReport report = survive(finishAndBoot(std::move(cluster)));
        QVERIFY(report.isSurvived());
        QVERIFY(!report.failures.front().services.front().isWanted);
    }

    void theNumberOfThreadsMakesNoDifference()
    {
        const Scenario scenario = finishAndBoot(makePairOfServices(true));
        QVERIFY(pairsOf(scenario, 1).failures == pairsOf(scenario, 3).failures);
    }

    void everyRowReplaysWithItsFingerprint()
    {
        const Scenario scenario = finishAndBoot(makePairOfServices(true));
        const SurviveReport report = pairsOf(scenario);
        QVERIFY(report.failures.size() > 30);
        for (const SurvivedFailure& failure : report.failures) {
            const Scenario shown = scenarioOf(scenario, failure);
            Simulation simulation(shown);
            simulation.run();
            QCOMPARE(simulation.fingerprint(), failure.fingerprint);
        }
    }

    void impossibleQuestionsAreAnsweredAtOnce_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("services");
        QTest::addColumn<bool>("central");
        QTest::addColumn<QString>("part");
        QTest::newRow("three failures") << 3 << 1 << false << "3 failures in a row";
        QTest::newRow("no failure") << 0 << 1 << false << "0 failures in a row";
        QTest::newRow("no service") << 1 << 0 << false << "no service";
        QTest::newRow("central") << 1 << 1 << true << "central processing";
        QTest::newRow("too many") << 2 << 400 << false << "more than 100000";
    }
    void impossibleQuestionsAreAnsweredAtOnce()
    {
        QFETCH(int, failures);
        QFETCH(int, services);
        QFETCH(bool, central);
        QFETCH(QString, part);
        Cluster cluster = makeCluster(2);
        for (int i = 0; i < services; ++i)
            addService(cluster, "s" + std::to_string(i));
        if (central)
            cluster.processing = Processing::Central;
        SurviveOptions options;
        options.failures = failures;
        const auto problem = whatForbidsSurviving(finishAndBoot(std::move(cluster)), options);
        QVERIFY(problem);
        QVERIFY(QString::fromStdString(problem->what).contains(part));
        QVERIFY(!problem->remedy.empty());
    }

    void progressCanEndIt()
    {
        const Scenario scenario = finishAndBoot(makePairOfServices(true));
        SurviveOptions options;
        options.progress = [](double) { return false; };
        const SurviveReport report = survive(scenario, options);
        QVERIFY(report.wasCutShort);
        QCOMPARE(report.failures.size(), std::size_t{1});
    }

    void bothFormsSayWhatWasFound()
    {
        const Scenario scenario = finishAndBoot(makePairOfServices(true));
        const SurviveReport report = pairsOf(scenario);
        const std::string text = surviveText(scenario.cluster, report, false);
        QVERIFY2(text.find("not back: service:") != std::string::npos, text.c_str());
        QVERIFY2(text.find("pairs not shown") != std::string::npos, text.c_str());
        QVERIFY(surviveText(scenario.cluster, report, true).find("not shown") == std::string::npos);
        const QJsonObject all =
            QJsonDocument::fromJson(surviveJson(scenario.cluster, report)).object();
        const QJsonArray failures = all.value(QStringLiteral("failures")).toArray();
        QCOMPARE(static_cast<std::size_t>(failures.size()), report.failures.size());
        const QJsonObject last = failures.last().toObject();
        QCOMPARE(last.value(QStringLiteral("sequence")).toArray().size(), 2);
        QVERIFY(last.value(QStringLiteral("services"))
                    .toObject()
                    .contains(QStringLiteral("service:bark")));
    }
};

QTEST_GUILESS_MAIN(TestSurvive)
#include "tst_survive.moc"
