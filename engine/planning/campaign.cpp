#include "planning/campaign.h"

#include "base/duration_text.h"
#include "base/limits.h"
#include "planning/base_scenario.h"
#include "planning/campaign_run.h"
#include "planning/campaign_summary.h"
#include "planning/failure_chain.h"
#include "planning/ordered_jobs.h"
#include "simulation/rest.h"

#include <algorithm>
#include <string>
#include <utility>

namespace rgsim {

namespace {

constexpr SimTime longestColdStart = SimTime::seconds(3600);
/// Runs between two looks at whether the precision is reached: at first, and how they grow.
constexpr std::int64_t firstLook = 100;

bool hasRate(const FaultPlan& plan, NodeIndex node, ServiceIndex service)
{
    return std::any_of(plan.rates.begin(), plan.rates.end(), [&](const FailureRate& rate) {
        return rate.node == node && rate.service == service;
    });
}

Distribution exponential(SimDuration mean)
{
    Distribution distribution;
    distribution.mean = mean;
    return distribution;
}

double expectedFailures(const Scenario& scenario, SimDuration length)
{
    double sum = 0;
    for (const FailureRate& rate : scenario.plan.rates)
        sum += static_cast<double>(length.ms) / static_cast<double>(rate.timeToFailure.mean.ms);
    return sum;
}

// The run after which it is looked next whether the precision is reached.
std::int64_t nextLook(std::int64_t runs)
{
    return std::max(firstLook, runs + runs / 2);
}

// What one job of the campaign brings: a run's tally, or why there is none.
struct RunPart {
    CampaignTally tally;
    bool isEndless = false;
};

} // namespace

Scenario campaignScenario(const Scenario& scenario, const DefaultRates& defaults)
{
    Scenario campaign = baseScenario(scenario);
    campaign.plan.rates = scenario.plan.rates;
    campaign.arbitration = scenario.arbitration;
    for (NodeIndex node = 0; node < campaign.cluster.nodeCount(); ++node) {
        if (!defaults.nodeMtbf || !defaults.nodeMttr || hasRate(scenario.plan, node, noService))
            continue;
        FailureRate rate;
        rate.node = node;
        rate.timeToFailure = exponential(*defaults.nodeMtbf);
        rate.timeToRepair = exponential(*defaults.nodeMttr);
        campaign.plan.rates.push_back(rate);
    }
    for (ServiceIndex service = 0; service < campaign.cluster.serviceCount(); ++service) {
        if (!defaults.serviceMtbf || hasRate(scenario.plan, noNode, service) ||
            failingResource(campaign.cluster.service(service)) == noResource)
            continue;
        FailureRate rate;
        rate.service = service;
        rate.timeToFailure = exponential(*defaults.serviceMtbf);
        campaign.plan.rates.push_back(rate);
    }
    return campaign;
}

Diagnostics checkCampaign(const Scenario& scenario, const CampaignOptions& options)
{
    Diagnostics problems;
    const auto outside = [&problems](const char* what, std::int64_t most) {
        problems.error({},
                       std::string(what) + " from 1 to " + std::to_string(most) + " are possible");
    };
    if (options.years < 1 || options.years > limits::maxCampaignYears)
        outside("years of a run", limits::maxCampaignYears);
    if (options.runs < 1 || options.runs > limits::maxCampaignRuns)
        outside("runs", limits::maxCampaignRuns);
    if (scenario.plan.rates.empty())
        problems.error(
            {}, "nothing ever fails: the scenario has no rates",
            "give it \"rates\", or say --node-mtbf 90d --node-mttr 4h, or --service-mtbf "
            "60d");
    if (problems.hasErrors())
        return problems;
    // Each failure leads to ten items or more.
    const double failures = expectedFailures(scenario, options.runLength());
    constexpr double itemsPerFailure = 10;
    if (failures * itemsPerFailure > static_cast<double>(limits::maxRunEvents))
        problems.error({},
                       "a run would have some " +
                           std::to_string(static_cast<std::int64_t>(failures)) +
                           " failures, more than it can handle",
                       "give fewer years a run and more runs, or longer times between failures");
    return problems;
}

SimulationState campaignStart(const Scenario& scenario)
{
    Scenario quiet = scenario;
    quiet.plan.rates.clear();
    Simulation simulation(quiet);
    while (simulation.step(longestColdStart)) {
        if (isAtRest(simulation))
            break;
    }
    SimulationState state = simulation.state();
    state.world.itemsHandled = 0;
    return state;
}

ControlMeans controlMeans(const Scenario& scenario, const std::vector<ServiceIndex>& services,
                          SimDuration length)
{
    ControlMeans means{};
    for (const FailureRate& rate : scenario.plan.rates) {
        if (!hasExpectedCount(rate))
            continue;
        const ExpectedCount count = expectedCount(rate, length);
        means[1] += count.broken;
        if (rate.node != noNode)
            means[0] += count.failures;
        else if (std::find(services.begin(), services.end(), rate.service) != services.end())
            means[2] += count.failures;
    }
    return means;
}

CampaignResult runCampaign(const Scenario& scenario, const CampaignOptions& options,
                           const CampaignControl& control)
{
    const SimulationState start = campaignStart(scenario);
    const std::int64_t first = options.firstRun();
    const std::int64_t end = options.endRun();
    CampaignResult result;
    result.tally.services.resize(scenario.cluster.services.size());
    result.tally.groups.resize(scenario.groups.size());
    std::int64_t look = nextLook(0);
    const auto makeWorker = [&]() -> std::function<std::optional<RunPart>(std::int64_t)> {
        const auto run = std::make_shared<CampaignRun>(scenario, start, options.runLength());
        return [run, &options, &control](std::int64_t number) -> std::optional<RunPart> {
            RunPart part;
            switch (run->run(campaignRunSeed(options.seed, number), control.cancel)) {
            case CampaignRun::End::Cancelled:
                return std::nullopt;
            case CampaignRun::End::TooManyEvents:
                part.isEndless = true;
                break;
            case CampaignRun::End::Complete:
                run->addTo(part.tally);
                break;
            }
            return part;
        };
    };
    const auto take = [&](std::int64_t number, RunPart&& part) {
        if (part.isEndless) {
            result.endlessRun = number;
            return false;
        }
        result.tally.add(part.tally);
        if (control.progress)
            control.progress(result.tally.runs, end - first);
        if (options.precision <= 0 || result.tally.runs < look)
            return true;
        look = nextLook(result.tally.runs);
        result.isPreciseEnough =
            isPrecise(summarizeCampaign(scenario, options, result.tally), options.precision);
        return !result.isPreciseEnough;
    };
    doInOrder<RunPart>(first, end, control.threads, makeWorker, take);
    result.wasCancelled =
        !result.endlessRun && !result.isPreciseEnough && result.tally.runs < end - first;
    return result;
}

} // namespace rgsim
