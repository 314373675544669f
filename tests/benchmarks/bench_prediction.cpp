// How long it takes to predict an act: what a person waits for who hovers over a node.
#include "analysis/prediction.h"
#include "support/cluster_factory.h"

#include <benchmark/benchmark.h>

#include <memory>

using namespace rgsim;
using namespace rgsim::support;

namespace {

// A node of a cluster of 16 nodes and 100 services dies, late in a run with other deaths.
void predictACrash(benchmark::State& state)
{
    Scenario scenario = bootAll(makeLargeCluster(16, 100, true), SimTime::seconds(3600));
    scenario.cluster.tokenTimeout = SimDuration::seconds(10);
    for (int i = 0; i < 20; ++i) {
        scenario.plan.events.push_back(crashAt(100 + i * 150, static_cast<NodeIndex>(i % 16)));
        scenario.plan.events.push_back(bootAt(180 + i * 150, {static_cast<NodeIndex>(i % 16)}));
    }
    RecordedRun run(std::make_shared<const Scenario>(scenario));
    run.finish();
    const SimTime at = SimTime::seconds(state.range(0));
    scenario.plan.events.push_back(crashAt(state.range(0), 7));
    for (auto _ : state) {
        Prediction prediction = predict(run, scenario, at);
        benchmark::DoNotOptimize(prediction);
    }
}
BENCHMARK(predictACrash)->Arg(90)->Arg(1810)->Arg(3333)->Unit(benchmark::kMillisecond);

} // namespace
