// What planning costs, each beside a baseline of the same run: explorations with and without
// folding, threads and orders; campaigns with and without variance reduction; hazards, survival and
// phases of the same cluster.
#include "planning/base_scenario.h"
#include "planning/campaign.h"
#include "planning/explore.h"
#include "planning/hazard_search.h"
#include "planning/phase.h"
#include "planning/survive.h"

#include "formats/input_file.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <string>

using namespace rgsim;

namespace {

Scenario shipped(const std::string& name)
{
    const Result<LoadedInput> input = loadInput(std::string(RGSIM_SOURCE_DIR "/scenarios/") + name);
    if (!input.ok()) {
        std::cerr << name << " cannot be read\n";
        std::exit(EXIT_FAILURE);
    }
    return input->file.scenario;
}

// 6 nodes, 12 services, three pairs. Arguments: depth, folding, orders, threads.
void exploreThreePairs(benchmark::State& state)
{
    const Scenario base = baseScenario(shipped("large/three_pairs.json"));
    const std::vector<Property> properties = keepApartProperties(base.cluster);
    ExploreOptions options;
    options.depth = static_cast<int>(state.range(0));
    options.folding = state.range(1) != 0;
    options.orders = state.range(2) != 0;
    ExploreControl control;
    control.threads = static_cast<int>(state.range(3));
    std::int64_t states = 0;
    double folded = 0;
    for (auto _ : state) {
        const ExploreResult result = explore(base, properties, options, control);
        states += result.states;
        folded = result.foldedShare();
    }
    state.counters["states"] =
        benchmark::Counter(static_cast<double>(states), benchmark::Counter::kAvgIterations);
    state.counters["states/s"] =
        benchmark::Counter(static_cast<double>(states), benchmark::Counter::kIsRate);
    state.counters["folded"] = folded;
}
BENCHMARK(exploreThreePairs)
    ->ArgNames({"depth", "folding", "orders", "threads"})
    ->Args({3, 0, 0, 1})
    ->Args({3, 1, 0, 1})
    ->Args({3, 1, 0, 2})
    ->Args({2, 1, 0, 2})
    ->Args({2, 1, 1, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void hazardsOfThreePairs(benchmark::State& state)
{
    const Scenario scenario = shipped("large/three_pairs.json");
    HazardOptions options;
    options.failures = static_cast<int>(state.range(0));
    options.remedies = false;
    for (auto _ : state)
        benchmark::DoNotOptimize(findHazards(scenario, options).trials);
}
BENCHMARK(hazardsOfThreePairs)->ArgName("failures")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void survivalOfThreePairs(benchmark::State& state)
{
    const Scenario scenario = shipped("large/three_pairs.json");
    SurviveOptions options;
    options.failures = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(survive(scenario, options).failures.size());
}
BENCHMARK(survivalOfThreePairs)->ArgName("failures")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

void phasesOfThreePairs(benchmark::State& state)
{
    const Scenario scenario = shipped("large/three_pairs.json");
    const std::vector<PhaseQuestion> questions = usualQuestions(scenario);
    for (auto _ : state)
        benchmark::DoNotOptimize(phasesOf(scenario, questions).size());
    state.counters["questions"] = static_cast<double>(questions.size());
}
BENCHMARK(phasesOfThreePairs)->Unit(benchmark::kMillisecond);

// Arguments: threads, variance reduction. 1,000 runs of ten years: 10,000 cluster-years.
void campaignOfThePair(benchmark::State& state)
{
    CampaignOptions options;
    options.varianceReduction = state.range(1) != 0;
    DefaultRates rates;
    rates.nodeMtbf = SimDuration::seconds(90 * 86'400);
    rates.nodeMttr = SimDuration::seconds(4 * 3'600);
    rates.serviceMtbf = SimDuration::seconds(60 * 86'400);
    const Scenario campaign = campaignScenario(shipped("guard/collision_sequence.json"), rates);
    CampaignControl control;
    control.threads = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(runCampaign(campaign, options, control).tally);
    const double years = static_cast<double>(options.years) * static_cast<double>(options.runs);
    state.counters["years/s"] =
        benchmark::Counter(years, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(campaignOfThePair)
    ->ArgNames({"threads", "reduction"})
    ->Args({1, 0})
    ->Args({2, 0})
    ->Args({2, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
