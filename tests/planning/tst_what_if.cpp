// What changes would save: against availability that is known without simulating, and what common
// random numbers promise.
#include "planning/what_if.h"

#include "report/what_if_report.h"
#include "support/campaign_cases.h"
#include "support/cluster_factory.h"

#include <QTest>

#include <algorithm>

using namespace rgsim;
using namespace rgsim::support;

namespace {

constexpr std::int64_t mtbf = 24 * 30; // hours
constexpr std::int64_t mttr = 8;

WhatIfResult resultOf(const Scenario& campaign, std::int64_t runs, int threads = 2)
{
    CampaignOptions options;
    options.runs = runs;
    options.years = 2;
    CampaignControl control;
    control.threads = threads;
    return runWhatIf(campaign, options, control);
}

const WhatIfGain* gainOf(const WhatIfResult& result, WhatIfChange change)
{
    const auto found = std::find_if(result.gains.begin(), result.gains.end(),
                                    [change](const WhatIfGain& g) { return g.change == change; });
    return found == result.gains.end() ? nullptr : &*found;
}

// A guarded pair on three nodes of which nodes and processes fail.
Scenario pairOfServices()
{
    Cluster cluster = makePairOfServices(false);
    cluster.guardMode = GuardMode::Published;
    for (Service& service : cluster.services)
        service.isGuarded = true;
    cluster.services[0].collisions = {"service:meow"};
    cluster.services[1].collisions = {"service:bark"};
    cluster.keepApart = {{{0, 1}, 0}};
    cluster.finish();
    Scenario scenario = bootAll(std::move(cluster), SimTime::seconds(300));
    for (NodeIndex node = 0; node < 3; ++node)
        scenario.plan.rates.push_back(nodeRate(node, mtbf, mttr));
    scenario.plan.rates.push_back(serviceRate(0, mtbf));
    return campaignScenario(scenario, {});
}

} // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private slots:
    void savingsAgreeWithKnownAvailability_data();
    void savingsAgreeWithKnownAvailability();
    void whatCannotMatterSavesExactlyNothing();
    void commonFailuresNarrowTheInterval();
    void eachChangeChangesWhatItSays();
    void whatDoesNotApplyIsToldWithItsReason();
    void aChangeThatNeverRestsIsGivenUp();
    void threadsMakeNoDifference();
    void itCanBeCancelled();
    void theBestComesFirst();
};

void TestWhatIf::savingsAgreeWithKnownAvailability_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("mtbfFactor");
    QTest::addColumn<int>("mttrDivisor");
    QTest::newRow("half the repair time")
        << static_cast<int>(WhatIfChange::NodesRepairTwice) << 1 << 2;
    QTest::newRow("half the failures") << static_cast<int>(WhatIfChange::NodesFailHalf) << 2 << 1;
}

// One node whose service is down exactly while the node is.
void TestWhatIf::savingsAgreeWithKnownAvailability()
{
    QFETCH(int, change);
    QFETCH(int, mtbfFactor);
    QFETCH(int, mttrDivisor);
    const std::vector<FailureRate> rates = {nodeRate(0, mtbf, mttr)};
    const std::vector<FailureRate> changed = {nodeRate(0, mtbf * mtbfFactor, mttr / mttrDivisor)};
    const Scenario campaign = campaignScenario(followingService(rates, 1), {});
    const WhatIfResult result = resultOf(campaign, 300);
    const WhatIfGain* const gain = gainOf(result, static_cast<WhatIfChange>(change));
    QVERIFY(gain != nullptr);
    constexpr int years = 2;
    const SimDuration length = campaignYear * years;
    const double exact =
        (availabilityOfRun(changed, 1, length) - availabilityOfRun(rates, 1, length)) *
        campaignYear.toSeconds();
    const YearlySaving saving = savingOf(gain->all, years);
    qInfo("%.0f s a year, %.0f to %.0f; exact %.0f", saving.value, saving.low, saving.high, exact);
    QVERIFY(saving.isSure && saving.low > 0);
    // Twice the interval: one of 20 seeds lies outside the single one.
    QVERIFY(std::abs(saving.value - exact) < saving.high - saving.low);
}

void TestWhatIf::whatCannotMatterSavesExactlyNothing()
{
    const std::vector<FailureRate> rates = {nodeRate(0, mtbf, mttr), nodeRate(1, mtbf, mttr)};
    const Scenario campaign = campaignScenario(followingService(rates, 1), {});
    const WhatIfResult result = resultOf(campaign, 50);
    // The service's process never dies by itself, so that no check ever finds anything.
    const WhatIfGain* const checks = gainOf(result, WhatIfChange::StatusTwice);
    QVERIFY(checks != nullptr);
    const YearlySaving saving = savingOf(checks->all, 2);
    QVERIFY(saving.value == 0 && saving.low == 0 && saving.high == 0 && saving.isSure);
    QVERIFY(result.unchanged.services[0].moments.sum(0) > 0);
}

void TestWhatIf::commonFailuresNarrowTheInterval()
{
    const Scenario campaign = pairOfServices();
    const WhatIfResult result = resultOf(campaign, 60);
    const WhatIfGain* const gain = gainOf(result, WhatIfChange::NodesRepairTwice);
    QVERIFY(gain != nullptr);
    // Separate runs would have the variance of both: that of the unchanged ones alone is a floor.
    for (std::size_t i = 0; i < 2; ++i) {
        const Estimate paired = estimate(gain->services[i], std::nullopt);
        const Estimate alone = estimate(result.unchanged.services[i].moments, std::nullopt);
        QVERIFY(paired.half < alone.half * 1.42);
    }
}

void TestWhatIf::eachChangeChangesWhatItSays()
{
    Scenario campaign = pairOfServices();
    for (Service& service : campaign.cluster.services) {
        for (TreeNode& node : service.tree.nodes)
            node.times = {SimDuration::seconds(4), SimDuration::seconds(2), {}};
    }
    campaign.cluster.tokenTimeout = SimDuration::seconds(10);
    campaign.groups.push_back(
        {"both", {0, 1}, 1, SimDuration::seconds(6), SimDuration::seconds(2), 0});
    const auto changed = [&](WhatIfChange change) { return changedBy(change, campaign).value(); };
    const auto& script = [](const Scenario& scenario) -> const TreeNode& {
        return scenario.cluster.services[0].tree.nodes.back();
    };
    QCOMPARE(changed(WhatIfChange::NodesFailHalf).plan.rates[0].timeToFailure.mean,
             campaign.plan.rates[0].timeToFailure.mean * 2);
    QCOMPARE(changed(WhatIfChange::NodesFailHalf).plan.rates[3].timeToFailure.mean,
             campaign.plan.rates[3].timeToFailure.mean);
    QCOMPARE(changed(WhatIfChange::NodesRepairTwice).plan.rates[0].timeToRepair.mean * 2,
             campaign.plan.rates[0].timeToRepair.mean);
    QCOMPARE(changed(WhatIfChange::ProcessesDieHalf).plan.rates[3].timeToFailure.mean,
             campaign.plan.rates[3].timeToFailure.mean * 2);
    QCOMPARE(changed(WhatIfChange::Restart).cluster.services[1].recovery, RecoveryPolicy::Restart);
    QCOMPARE(script(changed(WhatIfChange::StatusTwice)).checks[0].interval * 2,
             script(campaign).checks[0].interval);
    QCOMPARE(changed(WhatIfChange::PollTwice).cluster.statusPollInterval, SimDuration::seconds(5));
    QCOMPARE(script(changed(WhatIfChange::StartTwice)).times.start, SimDuration::seconds(2));
    QCOMPARE(script(changed(WhatIfChange::StopTwice)).times.stop, SimDuration::seconds(1));
    QCOMPARE(changed(WhatIfChange::DetectTwice).cluster.tokenTimeout, SimDuration::seconds(5));
    const Scenario more = changed(WhatIfChange::OneMoreNode);
    QCOMPARE(more.cluster.nodeCount(), 4);
    QCOMPARE(more.plan.rates.size(), campaign.plan.rates.size() + 1);
    QCOMPARE(more.plan.rates.back().node, NodeIndex{3});
    QCOMPARE(changed(WhatIfChange::HardenedGuard).cluster.guardMode, GuardMode::Hardened);
    QVERIFY(!changed(WhatIfChange::HardenedGuard).cluster.hardenedGuardFails);
    QVERIFY(changed(WhatIfChange::FailingGuard).cluster.hardenedGuardFails);
    QCOMPARE(changed(WhatIfChange::NoGuard).cluster.guardMode, GuardMode::Off);
    QCOMPARE(changed(WhatIfChange::LookTwice).groups[0].healthCheck, SimDuration::seconds(3));
    QCOMPARE(changed(WhatIfChange::SwitchTwice).groups[0].switchTime, SimDuration::seconds(1));
}

void TestWhatIf::whatDoesNotApplyIsToldWithItsReason()
{
    const Scenario campaign = campaignScenario(followingService({nodeRate(0, mtbf, mttr)}, 1), {});
    CampaignOptions options;
    options.runs = 3;
    const WhatIfResult result = runWhatIf(campaign, options, {});
    QCOMPARE(result.gains.size() + result.notApplicable.size(), whatIfChanges);
    for (const WhatIfChange change :
         {WhatIfChange::NoGuard, WhatIfChange::LookTwice, WhatIfChange::ProcessesDieHalf}) {
        QVERIFY2(!changedBy(change, campaign), keyOf(change));
        const auto& absent = result.notApplicable;
        QVERIFY2(std::find(absent.begin(), absent.end(), change) != absent.end(), keyOf(change));
    }
    const std::string text = whatIfText({campaign, options, result});
    QVERIFY(text.find("no guard: there is no guard") != std::string::npos);
    QVERIFY(whatIfJson({campaign, options, result}).find("\"knob\":\"no-guard\"") !=
            std::string::npos);
}

// A guarded service that restarts in place is refused for ever where its twin runs.
void TestWhatIf::aChangeThatNeverRestsIsGivenUp()
{
    Scenario campaign = pairOfServices();
    for (Service& service : campaign.cluster.services)
        service.domainName.clear(); // both begin on the lowest node
    campaign.cluster.finish();
    const WhatIfResult result = resultOf(campaign, 4);
    const WhatIfGain* const gain = gainOf(result, WhatIfChange::Restart);
    QVERIFY(gain != nullptr && gain->isEndless);
    CampaignOptions options;
    options.runs = 4;
    const std::string text = whatIfText({campaign, options, result});
    QVERIFY(text.find("every service: something repeats for ever in a run") != std::string::npos);
}

void TestWhatIf::threadsMakeNoDifference()
{
    const Scenario campaign = pairOfServices();
    CampaignOptions options;
    options.years = 2;
    const auto told = [&](int threads) {
        const WhatIfResult result = resultOf(campaign, 10, threads);
        const WhatIfReport report{campaign, options, result};
        return whatIfText(report) + whatIfJson(report) + whatIfCsv(report);
    };
    QCOMPARE(told(3), told(1));
}

void TestWhatIf::itCanBeCancelled()
{
    const Scenario campaign = pairOfServices();
    std::atomic<bool> cancel = false;
    CampaignOptions options;
    options.runs = 1000;
    CampaignControl control;
    control.cancel = &cancel;
    control.progress = [&](std::int64_t done, std::int64_t) { cancel = done >= 2; };
    const WhatIfResult result = runWhatIf(campaign, options, control);
    QVERIFY(result.wasCancelled);
    QVERIFY(result.unchanged.runs >= 2 && result.unchanged.runs < 1000);
    for (const WhatIfGain& gain : result.gains)
        QCOMPARE(gain.all.count(), result.unchanged.runs);
    QVERIFY(whatIfText({campaign, options, result}).find("partial") != std::string::npos);
}

void TestWhatIf::theBestComesFirst()
{
    const Scenario campaign = pairOfServices();
    const WhatIfResult result = resultOf(campaign, 10);
    const std::vector<const WhatIfGain*> gains = bestFirst(result);
    QCOMPARE(gains.size(), result.gains.size());
    for (std::size_t i = 1; i < gains.size(); ++i)
        QVERIFY(savingOf(gains[i - 1]->all, 2).value >= savingOf(gains[i]->all, 2).value);
    WhatIfResult endless = result;
    endless.gains[0].isEndless = true;
    QCOMPARE(bestFirst(endless).size(), gains.size() - 1);
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_what_if.moc"
