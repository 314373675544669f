#include "analysis/decisions_at.h"

#include "analysis/run_stretches.h"
#include "simulation/simulation.h"

#include <utility>

namespace rgsim {

namespace {

// Keeps everything from `from` on; of what was before, only the last instant.
void keepLatest(std::vector<Decision>& kept, const std::vector<Decision>& added, SimTime from)
{
    for (const Decision& decision : added) {
        if (!kept.empty() && kept.front().at < from && kept.front().at < decision.at)
            kept.clear();
        kept.push_back(decision);
    }
}

// Goes on to `last` and adds the decisions from `first` on to the result.
void collect(Simulation& simulation, SimTime first, SimTime last, ServiceIndex service,
             DecisionsAt& result)
{
    for (bool goesOn = true; goesOn;) {
        // A sink for each step: a long run takes millions of decisions, and few are wanted.
        DecisionSink sink(first, last, service);
        simulation.setDecisionSink(&sink);
        goesOn = simulation.step(last);
        simulation.setDecisionSink(nullptr);
        keepLatest(result.decisions, sink.decisions(), result.asked - result.window);
    }
}

DecisionsAt noneYet(SimTime at, SimDuration window)
{
    DecisionsAt result;
    result.asked = at;
    result.window = window;
    return result;
}

void finish(DecisionsAt& result)
{
    result.isWithinWindow =
        !result.decisions.empty() && result.decisions.front().at >= result.asked - result.window;
}

} // namespace

DecisionsAt decisionsAt(const Scenario& scenario, SimTime at, SimDuration window,
                        ServiceIndex service)
{
    DecisionsAt result = noneYet(at, window);
    Simulation simulation(scenario);
    simulation.log().setEnabled(false);
    collect(simulation, SimTime{}, at + window, service, result);
    result.hitEventLimit = simulation.hitEventLimit();
    finish(result);
    return result;
}

DecisionsAt decisionsAt(const RecordedRun& run, SimTime at, SimDuration window,
                        ServiceIndex service)
{
    DecisionsAt result = noneYet(at, window);
    bool isLatest = true;
    forEachStretchBackwards(run, at - window, at + window,
                            [&](Simulation& simulation, SimTime first, SimTime last) {
                                collect(simulation, first, last, service, result);
                                if (isLatest)
                                    result.hitEventLimit = simulation.hitEventLimit();
                                isLatest = false;
                                return !result.decisions.empty();
                            });
    finish(result);
    return result;
}

} // namespace rgsim
