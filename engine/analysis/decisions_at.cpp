#include "analysis/decisions_at.h"

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

} // namespace

DecisionsAt decisionsAt(const Scenario& scenario, SimTime at, SimDuration window,
                        ServiceIndex service)
{
    DecisionsAt result;
    result.asked = at;
    result.window = window;
    const SimTime from = at - window;
    const SimTime to = at + window;
    Simulation simulation(scenario);
    simulation.log().setEnabled(false);
    for (bool goesOn = true; goesOn;) {
        // A sink for each step: a long run takes millions of decisions, and few are wanted.
        DecisionSink sink(SimTime{}, to, service);
        simulation.setDecisionSink(&sink);
        goesOn = simulation.step(to);
        simulation.setDecisionSink(nullptr);
        keepLatest(result.decisions, sink.decisions(), from);
    }
    result.hitEventLimit = simulation.hitEventLimit();
    result.isWithinWindow = !result.decisions.empty() && result.decisions.front().at >= from;
    return result;
}

} // namespace rgsim
