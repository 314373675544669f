#include "analysis/instants.h"

#include "analysis/run_stretches.h"

#include <algorithm>

namespace rgsim {

std::optional<SimTime> nextDecision(const RecordedRun& run, SimTime after, ServiceIndex service)
{
    const SimTime first = std::max(after + SimDuration::milliseconds(1), SimTime{});
    Simulation simulation(run.scenario());
    simulation.log().setEnabled(false);
    simulation.setState(run.nearestStateBefore(first));
    DecisionSink sink(first, run.end(), service);
    simulation.setDecisionSink(&sink);
    while (simulation.step(run.end())) {
        if (!sink.decisions().empty())
            return sink.decisions().front().at;
    }
    return std::nullopt;
}

std::optional<SimTime> previousDecision(const RecordedRun& run, SimTime before,
                                        ServiceIndex service)
{
    std::optional<SimTime> found;
    const SimTime last = std::min(before - SimDuration::milliseconds(1), run.end());
    forEachStretchBackwards(run, last, last, [&](Simulation& simulation, SimTime from, SimTime to) {
        for (bool goesOn = true; goesOn;) {
            DecisionSink sink(from, to, service);
            simulation.setDecisionSink(&sink);
            goesOn = simulation.step(to);
            simulation.setDecisionSink(nullptr);
            if (!sink.decisions().empty())
                found = sink.decisions().back().at;
        }
        return found.has_value();
    });
    return found;
}

std::optional<SimTime> nextEvent(const Timeline& timeline, SimTime after)
{
    const auto found =
        std::upper_bound(timeline.marks.begin(), timeline.marks.end(), after,
                         [](SimTime time, const Mark& mark) { return time < mark.at; });
    return found == timeline.marks.end() ? std::nullopt : std::optional(found->at);
}

std::optional<SimTime> previousEvent(const Timeline& timeline, SimTime before)
{
    const auto found =
        std::lower_bound(timeline.marks.begin(), timeline.marks.end(), before,
                         [](const Mark& mark, SimTime time) { return mark.at < time; });
    return found == timeline.marks.begin() ? std::nullopt : std::optional((found - 1)->at);
}

} // namespace rgsim
