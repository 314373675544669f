// Campaigns against closed forms: what is estimated lies where it must, as often as it must, and
// does not depend on threads and parts.
#include "planning/campaign_summary.h"
#include "support/campaign_cases.h"
#include "support/cluster_factory.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr int twoThreads = 2;

CampaignOptions optionsOf(int years, std::int64_t runs, std::uint64_t seed)
{
    CampaignOptions options;
    options.years = years;
    options.runs = runs;
    options.seed = seed;
    return options;
}

CampaignTally tallyOf(const Scenario& scenario, const CampaignOptions& options, int threads = 1)
{
    CampaignControl control;
    control.threads = threads;
    return runCampaign(scenario, options, control).tally;
}

CampaignSummary summaryOf(const Scenario& scenario, const CampaignOptions& options)
{
    return summarizeCampaign(scenario, options, tallyOf(scenario, options, twoThreads));
}

bool covers(const TimeShare& share, double truth)
{
    constexpr double rounding = 1e-12;
    return share.low - rounding <= truth && truth <= share.high + rounding;
}

QByteArray shown(const TimeShare& share, double truth)
{
    return QByteArray::number(share.low, 'g', 10) + " to " +
           QByteArray::number(share.high, 'g', 10) + ", truth " +
           QByteArray::number(truth, 'g', 10);
}

// A cluster of three nodes with all that takes time, two services that must be kept apart.
Scenario threeNodePair()
{
    Cluster cluster = makeCluster(3);
    cluster.expectedVotes = 0;
    cluster.tokenTimeout = SimDuration::seconds(10);
    for (Node& node : cluster.nodes)
        node.fencingTime = SimDuration::seconds(20);
    addService(cluster, "bark");
    addService(cluster, "meow");
    for (Service& service : cluster.services)
        service.recovery = RecoveryPolicy::Relocate;
    cluster.keepApart.push_back({{0, 1}, 0});
    cluster.guardMode = GuardMode::Published;
    cluster.guardKeepApartRules();
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    for (NodeIndex node = 0; node < 3; ++node)
        scenario.plan.rates.push_back(nodeRate(node, 24 * 20, 8));
    scenario.plan.rates.push_back(serviceRate(0, 24 * 30));
    scenario.plan.rates.push_back(serviceRate(1, 24 * 30));
    scenario.groups.push_back(
        {"pets", {0, 1}, 1, SimDuration::seconds(5), SimDuration::seconds(1), 0});
    return scenario;
}

} // namespace

class TestCampaign : public QObject {
    Q_OBJECT

private slots:
    void oneServiceOnOneNodeIsUpMtbfOfMtbfAndMttr();
    void deadProcessesWaitForTheNextCheck();
    void markovChainsAreMet_data();
    void markovChainsAreMet();
    void intervalsCoverTheTruthAsOftenAsTheySay();
    void controlsNarrowTheInterval();
    void threadsMakeNoDifference();
    void partsAddUpToTheWhole();
    void endsAtTheWantedPrecision();
    void givesUpWhenAskedTo();
    void causesAddUpToTheDowntime();
    void noOutageIsToldAsSuch();
    void defaultsFillInWhatHasNoRate();
    void impossibleQuestionsAreAnsweredBefore_data();
    void impossibleQuestionsAreAnsweredBefore();
};

void TestCampaign::oneServiceOnOneNodeIsUpMtbfOfMtbfAndMttr()
{
    const Scenario scenario =
        campaignScenario(followingService({nodeRate(0, 1000, 10)}, 1), DefaultRates());
    const CampaignSummary summary = summaryOf(scenario, optionsOf(10, 400, 1));
    const double truth = 1000.0 / 1010.0;
    QVERIFY2(covers(summary.services[0].available, truth),
             shown(summary.services[0].available, truth));
    QVERIFY(summary.services[0].available.high - summary.services[0].available.low < 0.001);
    QVERIFY(std::abs(summary.services[0].outages.meanLength->toSeconds() / 36000 - 1) < 0.05);
}

// From a death to the next check are 30 s / (1 - exp(-30 s / mtbf)) - mtbf on average: the times
// between two starts are whole numbers of intervals.
void TestCampaign::deadProcessesWaitForTheNextCheck()
{
    Scenario scenario = followingService({}, 1);
    scenario.plan.rates = {serviceRate(0, 5)};
    Cluster cluster = makeCluster(1);
    addService(cluster, "s");
    cluster.finish();
    scenario.cluster = cluster;
    scenario = campaignScenario(bootAll(std::move(cluster), SimTime::seconds(300)), DefaultRates());
    scenario.plan.rates = {serviceRate(0, 5)};
    const CampaignSummary summary = summaryOf(scenario, optionsOf(1, 40, 1));
    const double mtbf = 5 * 3600.0;
    const double truth = mtbf * -std::expm1(-30 / mtbf) / 30;
    const ServiceNumbers& service = summary.services[0];
    QVERIFY2(covers(service.available, truth), shown(service.available, truth));
    QCOMPARE(service.causes[static_cast<std::size_t>(DowntimeCause::StatusCycle)],
             1 - service.available.value);
}

void TestCampaign::markovChainsAreMet_data()
{
    QTest::addColumn<int>("quorum");
    QTest::addColumn<QList<int>>("hours");
    QTest::newRow("either of two nodes") << 1 << QList<int>{500, 50, 300, 20};
    QTest::newRow("both of two nodes") << 2 << QList<int>{500, 50, 300, 20};
    QTest::newRow("two of three nodes") << 2 << QList<int>{400, 30, 600, 60, 300, 10};
}

void TestCampaign::markovChainsAreMet()
{
    QFETCH(int, quorum);
    QFETCH(QList<int>, hours);
    std::vector<FailureRate> rates;
    for (qsizetype i = 0; i + 1 < hours.size(); i += 2)
        rates.push_back(nodeRate(static_cast<NodeIndex>(i / 2), hours[i], hours[i + 1]));
    const double balance = availabilityInBalance(rates, quorum);
    QVERIFY(std::abs(balance - availabilityOfRun(rates, quorum, campaignYear * 1000)) < 1e-4);
    const Scenario scenario = campaignScenario(followingService(rates, quorum), DefaultRates());
    CampaignOptions options = optionsOf(5, 100, 1);
    const CampaignTally tally = tallyOf(scenario, options, twoThreads);
    for (const bool isReduced : {false, true}) {
        options.varianceReduction = isReduced;
        const TimeShare share = summarizeCampaign(scenario, options, tally).services[0].available;
        QVERIFY2(covers(share, balance), shown(share, balance));
    }
}

// 95 of 100 campaigns are to cover the truth. Measured once with 20,000 of them in a release build,
// with RGSIM_COVERAGE_REPETITIONS: see docs/performance.md.
void TestCampaign::intervalsCoverTheTruthAsOftenAsTheySay()
{
    const int wanted = qEnvironmentVariableIntValue("RGSIM_COVERAGE_REPETITIONS");
    const int repetitions = wanted > 0 ? wanted : 100;
    const std::vector<FailureRate> rates = {nodeRate(0, 720, 180), nodeRate(1, 720, 180)};
    const Scenario scenario = campaignScenario(followingService(rates, 1), DefaultRates());
    const double truth = availabilityOfRun(rates, 1, campaignYear);
    int plain = 0;
    int reduced = 0;
    for (int i = 0; i < repetitions; ++i) {
        CampaignOptions options = optionsOf(1, 100, static_cast<std::uint64_t>(i));
        const CampaignTally tally = tallyOf(scenario, options, twoThreads);
        const auto share = [&] {
            return summarizeCampaign(scenario, options, tally).services[0].available;
        };
        plain += covers(share(), truth) ? 1 : 0;
        options.varianceReduction = true;
        reduced += covers(share(), truth) ? 1 : 0;
    }
    qInfo("of %d: %d cover the truth, with controls %d", repetitions, plain, reduced);
    for (const int covered : {plain, reduced}) {
        const double share = 100.0 * covered / repetitions;
        QVERIFY2(share >= 92 && share <= 98, QByteArray::number(share).constData());
    }
}

void TestCampaign::controlsNarrowTheInterval()
{
    const std::vector<FailureRate> rates = {nodeRate(0, 500, 50), nodeRate(1, 300, 20)};
    const Scenario scenario = campaignScenario(followingService(rates, 2), DefaultRates());
    CampaignOptions options = optionsOf(10, 100, 1);
    const TimeShare plain = summaryOf(scenario, options).services[0].available;
    options.varianceReduction = true;
    const TimeShare reduced = summaryOf(scenario, options).services[0].available;
    QCOMPARE(plain.varianceLeft, 1.0);
    QVERIFY2(reduced.varianceLeft < 0.1, QByteArray::number(reduced.varianceLeft).constData());
    QVERIFY(reduced.high - reduced.low < (plain.high - plain.low) / 2);
}

void TestCampaign::threadsMakeNoDifference()
{
    const Scenario scenario = campaignScenario(threeNodePair(), DefaultRates());
    const CampaignOptions options = optionsOf(1, 60, 5);
    const CampaignTally one = tallyOf(scenario, options, 1);
    QCOMPARE(one.runs, std::int64_t{60});
    QVERIFY(one.services[0].outages.count > 0);
    QVERIFY(tallyOf(scenario, options, 2) == one);
    QVERIFY(tallyOf(scenario, options, 7) == one);
    QVERIFY(!(tallyOf(scenario, optionsOf(1, 60, 6), 1) == one));
}

void TestCampaign::partsAddUpToTheWhole()
{
    const Scenario scenario = campaignScenario(threeNodePair(), DefaultRates());
    CampaignOptions options = optionsOf(1, 50, 5);
    const CampaignTally whole = tallyOf(scenario, options);
    CampaignTally sum;
    options.shards = 4;
    for (const int shard : {3, 1, 4, 2}) {
        options.shard = shard;
        sum.add(tallyOf(scenario, options));
    }
    QVERIFY(sum == whole);
}

void TestCampaign::endsAtTheWantedPrecision()
{
    const Scenario scenario = campaignScenario(threeNodePair(), DefaultRates());
    CampaignOptions options = optionsOf(1, 5000, 5);
    options.precision = 0.2;
    CampaignControl control;
    const CampaignResult one = runCampaign(scenario, options, control);
    QVERIFY(one.isPreciseEnough && !one.wasCancelled);
    QVERIFY(one.tally.runs >= 100 && one.tally.runs < 5000);
    QVERIFY(isPrecise(summarizeCampaign(scenario, options, one.tally), options.precision));
    control.threads = 3;
    QVERIFY(runCampaign(scenario, options, control).tally == one.tally);
}

void TestCampaign::givesUpWhenAskedTo()
{
    const Scenario scenario = campaignScenario(threeNodePair(), DefaultRates());
    std::atomic<bool> cancel = false;
    CampaignControl control;
    control.threads = twoThreads;
    control.cancel = &cancel;
    control.progress = [&cancel](std::int64_t done, std::int64_t) { cancel = done >= 20; };
    const CampaignResult result = runCampaign(scenario, optionsOf(1, 100'000, 5), control);
    QVERIFY(result.wasCancelled);
    QVERIFY(result.tally.runs >= 20 && result.tally.runs < 100'000);
    const CampaignOptions same = optionsOf(1, result.tally.runs, 5);
    QVERIFY(tallyOf(scenario, same) == result.tally); // the first runs, all of them
}

void TestCampaign::causesAddUpToTheDowntime()
{
    const Scenario scenario = campaignScenario(threeNodePair(), DefaultRates());
    const CampaignTally tally = tallyOf(scenario, optionsOf(1, 60, 5));
    for (const ServiceTally& service : tally.services) {
        std::int64_t sum = 0;
        for (const std::int64_t cause : service.downtime)
            sum += cause;
        QVERIFY(service.moments.sum(0) == sum);
        const std::int64_t counted = std::accumulate(
            service.outages.byLength.begin(), service.outages.byLength.end(), std::int64_t{0});
        QCOMPARE(counted, service.outages.count);
        for (const DowntimeCause cause : {DowntimeCause::Detection, DowntimeCause::Fencing,
                                          DowntimeCause::StatusCycle, DowntimeCause::Phantom})
            QVERIFY2(service.downtime[static_cast<std::size_t>(cause)] > 0, toString(cause));
    }
}

void TestCampaign::noOutageIsToldAsSuch()
{
    Scenario scenario = followingService({nodeRate(0, 8000, 1), nodeRate(1, 80'000'000, 1)}, 1);
    scenario = campaignScenario(scenario, DefaultRates());
    const ServiceNumbers service = summaryOf(scenario, optionsOf(1, 60, 1)).services[0];
    QVERIFY(service.sureness == Sureness::NoOutage);
    QCOMPARE(service.available.value, 1.0);
    QVERIFY(std::abs(service.available.low - (1 - 3.0 / 60)) < 0.002);
    const ServiceNumbers one = summaryOf(scenario, optionsOf(1, 1, 1)).services[0];
    QVERIFY(one.sureness == Sureness::OneRun);
    QCOMPARE(one.available.low, 0.0);
}

void TestCampaign::defaultsFillInWhatHasNoRate()
{
    Scenario scenario = threeNodePair();
    scenario.plan.rates.resize(1);
    DefaultRates defaults;
    defaults.nodeMtbf = SimDuration::seconds(1000);
    defaults.nodeMttr = SimDuration::seconds(10);
    const Scenario nodes = campaignScenario(scenario, defaults);
    QCOMPARE(nodes.plan.rates.size(), std::size_t{3});
    QCOMPARE(nodes.plan.rates[0].timeToFailure.mean, scenario.plan.rates[0].timeToFailure.mean);
    QCOMPARE(nodes.plan.rates[2].timeToFailure.mean, SimDuration::seconds(1000));
    defaults.serviceMtbf = SimDuration::seconds(500);
    QCOMPARE(campaignScenario(scenario, defaults).plan.rates.size(), std::size_t{5});
}

void TestCampaign::impossibleQuestionsAreAnsweredBefore_data()
{
    QTest::addColumn<int>("years");
    QTest::addColumn<int>("runs");
    QTest::addColumn<int>("mtbfHours");
    QTest::addColumn<QString>("part");
    QTest::newRow("no year") << 0 << 10 << 100 << "years of a run from 1 to 100";
    QTest::newRow("too many years") << 101 << 10 << 100 << "years of a run from 1 to 100";
    QTest::newRow("no run") << 1 << 0 << 100 << "runs from 1 to 1000000";
    QTest::newRow("nothing fails") << 1 << 10 << 0 << "nothing ever fails";
    QTest::newRow("too much fails") << 100 << 10 << 1 << "failures, more than it can handle";
}

void TestCampaign::impossibleQuestionsAreAnsweredBefore()
{
    QFETCH(int, years);
    QFETCH(int, runs);
    QFETCH(int, mtbfHours);
    QFETCH(QString, part);
    Scenario scenario = followingService({nodeRate(0, 1, 1), nodeRate(1, 1, 1)}, 1);
    scenario.plan.rates.clear();
    for (NodeIndex node = 0; mtbfHours > 0 && node < 2; ++node)
        scenario.plan.rates.push_back(nodeRate(node, mtbfHours, 1));
    const Diagnostics problems = checkCampaign(scenario, optionsOf(years, runs, 1));
    QCOMPARE(problems.items().size(), std::size_t{1});
    QVERIFY2(problems.items()[0].what.find(part.toStdString()) != std::string::npos,
             problems.items()[0].what.c_str());
}

QTEST_APPLESS_MAIN(TestCampaign)
#include "tst_campaign.moc"
