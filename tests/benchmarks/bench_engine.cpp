// The engine's costs that docs/performance.md reports: copying a world, a node's crash in a large
// cluster, the event queue against a bare heap, and a quiet decade.
#include "simulation/simulation.h"
#include "support/cluster_factory.h"
#include "world/event_queue.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// The seed world: three nodes, two services that must stay apart, after the collision.
Scenario seedScenario()
{
    Cluster cluster = makeCluster(3);
    addService(cluster, "bark");
    addService(cluster, "meow");
    for (Service& service : cluster.services) {
        service.recovery = RecoveryPolicy::Relocate;
        service.isGuarded = true;
    }
    cluster.services[0].collisions = {"service:meow"};
    cluster.services[1].collisions = {"service:bark"};
    cluster.guardMode = GuardMode::Published;
    cluster.finish();
    return bootAll(std::move(cluster), SimTime::seconds(300));
}

void copySeedWorld(benchmark::State& state)
{
    const Scenario scenario = seedScenario();
    Simulation simulation(scenario);
    simulation.runUntil(SimTime::seconds(100));
    for (auto _ : state) {
        SimulationState copy = simulation.state();
        benchmark::DoNotOptimize(copy);
    }
}
BENCHMARK(copySeedWorld);

// A node dies and all its services are taken over, without the cold start before.
void crashWithRecovery(benchmark::State& state)
{
    Scenario scenario =
        bootAll(makeLargeCluster(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)),
                                 state.range(2) != 0),
                SimTime::seconds(300));
    scenario.plan.events.push_back(crashAt(100, 0));
    Simulation simulation(scenario);
    simulation.runUntil(SimTime::seconds(99));
    const SimulationState before = simulation.state();
    for (auto _ : state) {
        state.PauseTiming();
        simulation.setState(before);
        simulation.log().clear();
        state.ResumeTiming();
        simulation.runUntil(SimTime::seconds(100));
    }
    state.counters["rows"] = static_cast<double>(simulation.log().size());
}
BENCHMARK(crashWithRecovery)
    ->ArgNames({"nodes", "services", "domains"})
    ->Args({64, 1000, 0})
    ->Args({64, 1000, 1})
    ->Unit(benchmark::kMillisecond);

void coldStart(benchmark::State& state)
{
    const Scenario scenario = bootAll(makeLargeCluster(64, 1000, state.range(0) != 0), {});
    for (auto _ : state) {
        Simulation simulation(scenario);
        simulation.run();
        benchmark::DoNotOptimize(simulation.log().size());
    }
}
BENCHMARK(coldStart)->ArgName("domains")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void quietStretch(benchmark::State& state)
{
    Scenario scenario = seedScenario();
    scenario.until = SimTime::seconds(state.range(0));
    for (auto _ : state) {
        Simulation simulation(scenario);
        simulation.run();
        benchmark::DoNotOptimize(simulation.log().size());
    }
}
BENCHMARK(quietStretch)
    ->ArgName("seconds")
    ->Arg(600)
    ->Arg(10LL * 365 * 86400)
    ->Unit(benchmark::kMicrosecond);

// Hold model (Vaucher and Duval 1975): take the first item, put one back a little later.
constexpr int queueSize = 4096;

std::int64_t nextDelay(std::uint64_t& state)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>(state >> 44);
}

void eventQueueHold(benchmark::State& state)
{
    EventQueue queue;
    std::uint64_t random = 1;
    for (int i = 0; i < queueSize; ++i)
        queue.push({SimTime{nextDelay(random)}, 0, ItemKind::Scan, 0, 0, 0});
    for (auto _ : state) {
        QueueItem item = queue.pop();
        item.at = SimTime{item.at.ms + nextDelay(random)};
        queue.push(item);
    }
}
BENCHMARK(eventQueueHold);

// The baseline: the standard library's heap over bare times.
void bareHeapHold(benchmark::State& state)
{
    std::vector<std::int64_t> heap;
    std::uint64_t random = 1;
    for (int i = 0; i < queueSize; ++i) {
        heap.push_back(nextDelay(random));
        std::push_heap(heap.begin(), heap.end(), std::greater<>{});
    }
    for (auto _ : state) {
        std::pop_heap(heap.begin(), heap.end(), std::greater<>{});
        heap.back() += nextDelay(random);
        std::push_heap(heap.begin(), heap.end(), std::greater<>{});
    }
}
BENCHMARK(bareHeapHold);

} // namespace
