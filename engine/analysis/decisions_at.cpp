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

// Goes on to `last` and adds the decisions from `first` on to the result. Stops where those within
// the window are more than `most`.
void collect(Simulation& simulation, SimTime first, SimTime last, ServiceIndex service,
             DecisionsAt& result, std::size_t most)
{
    const SimTime from = result.asked - result.window;
    for (bool goesOn = true; goesOn;) {
        // A sink for each step: a long run takes millions of decisions, and few are wanted.
        DecisionSink sink(first, last, service);
        simulation.setDecisionSink(&sink);
        goesOn = simulation.step(last);
        simulation.setDecisionSink(nullptr);
        keepLatest(result.decisions, sink.decisions(), from);
        if (result.decisions.size() > most && result.decisions.front().at >= from)
            return;
    }
}

DecisionsAt noneYet(SimTime at, SimDuration window)
{
    DecisionsAt result;
    result.asked = at;
    result.window = window;
    return result;
}

void finish(DecisionsAt& result, std::size_t most)
{
    result.isWithinWindow =
        !result.decisions.empty() && result.decisions.front().at >= result.asked - result.window;
    result.wasCut = result.decisions.size() > most;
    if (result.wasCut)
        result.decisions.erase(result.decisions.begin() + static_cast<std::ptrdiff_t>(most),
                               result.decisions.end());
}

// Those within the result's window and up to `last`, or the last ones before.
DecisionsAt walkBack(const RecordedRun& run, DecisionsAt result, SimTime last, ServiceIndex service,
                     std::size_t most)
{
    bool isLatest = true;
    forEachStretchBackwards(run, result.asked - result.window, last,
                            [&](Simulation& simulation, SimTime first, SimTime to) {
                                collect(simulation, first, to, service, result, most);
                                if (isLatest)
                                    result.hitEventLimit = simulation.hitEventLimit();
                                isLatest = false;
                                return !result.decisions.empty();
                            });
    finish(result, most);
    return result;
}

} // namespace

DecisionsAt decisionsAt(const Scenario& scenario, SimTime at, SimDuration window,
                        ServiceIndex service)
{
    DecisionsAt result = noneYet(at, window);
    Simulation simulation(scenario);
    simulation.log().setEnabled(false);
    collect(simulation, SimTime{}, at + window, service, result, SIZE_MAX);
    result.hitEventLimit = simulation.hitEventLimit();
    finish(result, SIZE_MAX);
    return result;
}

DecisionsAt decisionsAt(const RecordedRun& run, SimTime at, SimDuration window,
                        ServiceIndex service)
{
    return walkBack(run, noneYet(at, window), at + window, service, SIZE_MAX);
}

DecisionsAt decisionsBetween(const RecordedRun& run, SimTime from, SimTime to, ServiceIndex service,
                             std::size_t most)
{
    return walkBack(run, noneYet(to, to - from), to, service, most);
}

} // namespace rgsim
