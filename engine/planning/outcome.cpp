#include "planning/outcome.h"

#include "analysis/keep_apart.h"
#include "analysis/pieces.h"

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

// The stretch that counts, and the part of it after which nothing new comes.
struct Window {
    SimTime from;
    SimTime last; ///< what is so at or after it is so for ever, or again and again
    SimTime to;
};

Window windowOf(const Trial& trial)
{
    const Settled& settled = trial.settled;
    if (settled.rest == Rest::Repeats)
        return {trial.struck(), settled.at, settled.at + settled.period};
    return {trial.struck(), settled.at, settled.at + SimDuration::milliseconds(1)};
}

bool circles(const ServiceTimeline& service, const Trial& trial, const Window& window)
{
    if (trial.settled.rest == Rest::Reached)
        return false;
    const SimTime to = std::max(window.to, trial.timeline.end);
    int pieces = 0;
    forEachPiece(service, window.last, to,
                 [&](const Piece& piece) { pieces += piece.length().isZero() ? 0 : 1; });
    return pieces > 1;
}

void measure(FailureOutcome& outcome, const ServiceTimeline& service, const Window& window)
{
    forEachPiece(service, window.from, window.to, [&](const Piece& piece) {
        if (service.hasProcesses && piece.truth.runsOn.empty())
            outcome.downtime = outcome.downtime + piece.length();
        if (service.hasProcesses && piece.isPhantom()) {
            outcome.phantom = outcome.phantom + piece.length();
            outcome.phantomForGood = outcome.phantomForGood || piece.to > window.last;
        }
    });
    const Piece end = pieceAt(service, window.last);
    if (service.hasProcesses && !end.truth.runsOn.empty())
        outcome.node = *end.truth.runsOn.begin();
    else if (!service.hasProcesses && end.belief.isStarted())
        outcome.node = end.belief.owner;
}

// Each instant counts once, with however many others it shared a node.
void measureTogether(FailureOutcome& outcome, ServiceIndex service,
                     const std::vector<ServiceIndex>& others, const Trial& trial,
                     const Window& window)
{
    std::vector<KeepApartRule> rules;
    for (const ServiceIndex other : others)
        rules.push_back({{service, other}, 0});
    std::vector<std::pair<SimTime, SimTime>> stretches;
    for (const KeepApartViolation& violation : keepApartViolations(rules, trial.timeline)) {
        const SimTime from = std::max(violation.from, window.from);
        const SimTime to = std::min(violation.to, window.to);
        if (from < to)
            stretches.emplace_back(from, to);
    }
    std::sort(stretches.begin(), stretches.end());
    SimTime counted = window.from;
    for (const auto& [from, to] : stretches) {
        if (to <= counted)
            continue;
        outcome.together = outcome.together + (to - std::max(from, counted));
        outcome.togetherForGood = outcome.togetherForGood || to > window.last;
        counted = to;
    }
}

} // namespace

const char* toString(ServiceEnd end)
{
    switch (end) {
    case ServiceEnd::Runs:
        return "runs";
    case ServiceEnd::Circles:
        return "circles";
    case ServiceEnd::Down:
        break;
    }
    return "down";
}

std::vector<FailureOutcome> outcomesOf(const Trial& trial,
                                       const std::vector<std::vector<ServiceIndex>>& apart)
{
    const Window window = windowOf(trial);
    std::vector<FailureOutcome> outcomes;
    for (ServiceIndex i = 0; i < trial.cluster().serviceCount(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const ServiceTimeline& service = trial.timeline.services[at];
        FailureOutcome outcome;
        measure(outcome, service, window);
        measureTogether(outcome, i, apart[at], trial, window);
        if (circles(service, trial, window))
            outcome.end = ServiceEnd::Circles;
        else if (outcome.node == noNode)
            outcome.end = ServiceEnd::Down;
        outcomes.push_back(outcome);
    }
    return outcomes;
}

} // namespace rgsim
