#include "planning/phase.h"

#include "analysis/pieces.h"
#include "planning/base_scenario.h"
#include "planning/failures.h"
#include "planning/ordered_jobs.h"
#include "planning/placement_question.h"
#include "planning/status_cycle.h"
#include "simulation/rest.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr std::int64_t mostTrials = 200'000;
constexpr std::int64_t leastGrain = 3; ///< ms; two instants must lie between two multiples
constexpr std::int64_t perStep = 3;    ///< a multiple of the grain and two instants behind it

// Where and how often something strikes.
struct Round {
    SimTime origin;
    SimDuration grain;
    SimDuration cycle;

    std::int64_t steps() const { return cycle.ms / grain.ms; }
    SimDuration instant(std::int64_t trial) const
    {
        return SimDuration{trial / perStep * grain.ms + trial % perStep * (grain.ms / perStep)};
    }
};

Round roundOf(const Cluster& cluster, const Settled& settled)
{
    Round round{{}, timeGrain(cluster), statusCycle(cluster)};
    round.origin = SimTime{(nextStrike(settled).ms / round.cycle.ms + 1) * round.cycle.ms};
    return round;
}

NodeIndex nodeOf(const Trial& trial, ServiceIndex service)
{
    const NodeSet& runsOn =
        pieceAt(trial.timeline.services[static_cast<std::size_t>(service)], trial.settled.at)
            .truth.runsOn;
    return runsOn.empty() ? noNode : *runsOn.begin();
}

bool hasCheck(const Service& service)
{
    return std::any_of(service.tree.nodes.begin(), service.tree.nodes.end(),
                       [](const TreeNode& node) { return hasAnyCheck(node); });
}

// The multiple itself, and the open stretch behind it, as two instants in it tell.
void addStep(std::vector<PhasePiece>& pieces, const Round& round, std::int64_t step,
             const std::vector<FailureOutcome>& outcomes)
{
    const SimDuration from{step * round.grain.ms};
    const auto first = static_cast<std::size_t>(step * perStep);
    const FailureOutcome& there = outcomes[first];
    pieces.push_back({from, from, true, true, there.end, there.downtime, there.downtime});
    const FailureOutcome& one = outcomes[first + 1];
    const FailureOutcome& two = outcomes[first + 2];
    const SimDuration between{round.grain.ms / perStep};
    const std::int64_t slope = (two.downtime.ms - one.downtime.ms) / between.ms;
    pieces.push_back({from, from + round.grain, false, false, one.end,
                      one.downtime - SimDuration{slope * between.ms},
                      one.downtime + SimDuration{slope * (round.grain - between).ms}});
}

// Whether @p next goes on as @p piece does.
bool continues(const PhasePiece& piece, const PhasePiece& next)
{
    if (piece.end != next.end || !(piece.hasTo || next.hasFrom))
        return false;
    if (piece.end != ServiceEnd::Runs)
        return true;
    if (piece.atTo != next.atFrom)
        return false;
    const SimDuration one = piece.to - piece.from;
    const SimDuration two = next.to - next.from;
    return one.isZero() || two.isZero() ||
           (piece.atTo - piece.atFrom).ms * two.ms == (next.atTo - next.atFrom).ms * one.ms;
}

std::vector<PhasePiece> merged(const std::vector<PhasePiece>& pieces)
{
    std::vector<PhasePiece> kept;
    for (const PhasePiece& piece : pieces) {
        if (kept.empty() || !continues(kept.back(), piece)) {
            kept.push_back(piece);
            continue;
        }
        kept.back().to = piece.to;
        kept.back().hasTo = piece.hasTo;
        kept.back().atTo = piece.atTo;
    }
    return kept;
}

template <typename IsBetter>
std::optional<PhaseExtreme> extremeOf(const std::vector<PhasePiece>& pieces,
                                      const IsBetter& isBetter)
{
    std::optional<PhaseExtreme> best;
    const auto offer = [&](SimDuration downtime, SimDuration at, bool isAttained) {
        if (!best || isBetter(downtime, best->downtime) ||
            (downtime == best->downtime && isAttained && !best->isAttained))
            best = {downtime, at, isAttained};
    };
    for (const PhasePiece& piece : pieces) {
        if (piece.end != ServiceEnd::Runs)
            continue;
        const bool isLevel = piece.atFrom == piece.atTo;
        offer(piece.atFrom, piece.from, piece.hasFrom || isLevel);
        offer(piece.atTo, piece.to, piece.hasTo || isLevel);
    }
    return best;
}

std::optional<Diagnostic> whatForbids(const Cluster& cluster, const Trial& cold,
                                      const PhaseQuestion& question)
{
    Diagnostic diagnostic;
    const Service& service = cluster.service(question.service);
    if (nodeOf(cold, question.service) == noNode) {
        diagnostic.what = service.fullName + " does not run when the cluster has come to rest";
        diagnostic.remedy = "ask about a service that does; rgsim survive shows the cold start";
        return diagnostic;
    }
    const bool isItsOwn = question.failure.kind == PlanKind::ProcessDies &&
                          question.failure.resource == failingResource(service);
    if (isItsOwn && !hasCheck(service)) {
        diagnostic.what = "nothing of " + service.fullName + " has a status check";
        diagnostic.remedy = "no death of its process would be noticed; give it a script with a "
                            "check, or ask about its node";
        return diagnostic;
    }
    return std::nullopt;
}

} // namespace

bool PhasePiece::contains(SimDuration t) const
{
    return (t > from || (hasFrom && t == from)) && (t < to || (hasTo && t == to));
}

SimDuration PhasePiece::downtimeAt(SimDuration t) const
{
    if (from == to)
        return atFrom;
    const std::int64_t slope = (atTo - atFrom).ms / (to - from).ms; // whole: see addStep()
    return atFrom + (t - from) * slope;
}

std::optional<PhaseExtreme> PhaseAnswer::least() const
{
    return extremeOf(pieces, [](SimDuration a, SimDuration b) { return a < b; });
}

std::optional<PhaseExtreme> PhaseAnswer::greatest() const
{
    return extremeOf(pieces, [](SimDuration a, SimDuration b) { return a > b; });
}

std::optional<double> PhaseAnswer::mean() const
{
    double twice = 0; // whole numbers below 2^53, so exact
    SimDuration length;
    for (const PhasePiece& piece : pieces) {
        if (piece.end != ServiceEnd::Runs)
            continue;
        length = length + (piece.to - piece.from);
        twice += static_cast<double>((piece.atFrom + piece.atTo).ms) *
                 static_cast<double>((piece.to - piece.from).ms);
    }
    if (length.isZero())
        return std::nullopt;
    return twice / 2 / static_cast<double>(length.ms) / 1000;
}

bool PhaseAnswer::isAlwaysBack() const
{
    return std::all_of(pieces.begin(), pieces.end(),
                       [](const PhasePiece& piece) { return piece.end == ServiceEnd::Runs; });
}

std::vector<PhaseQuestion> usualQuestions(const Scenario& scenario)
{
    const Scenario base = baseScenario(scenario);
    const Trial cold = makeTrial(base, {});
    std::vector<PhaseQuestion> questions;
    for (ServiceIndex i = 0; i < base.cluster.serviceCount(); ++i) {
        const Service& service = base.cluster.service(i);
        const NodeIndex node = nodeOf(cold, i);
        if (node == noNode)
            continue;
        PlanEvent death;
        death.kind = PlanKind::ProcessDies;
        death.resource = failingResource(service);
        if (death.resource != noResource && hasCheck(service))
            questions.push_back({death, i});
        PlanEvent crash;
        crash.kind = PlanKind::Crash;
        crash.node = node;
        questions.push_back({crash, i});
    }
    return questions;
}

std::vector<PhaseQuestion> questionsAbout(const Scenario& scenario, const PlanEvent& failure,
                                          ServiceIndex of)
{
    if (of == noService && failure.kind == PlanKind::ProcessDies)
        of = victimOf(failure, scenario.cluster);
    if (of != noService)
        return {{failure, of}};
    std::vector<PhaseQuestion> questions;
    for (const PhaseQuestion& usual : usualQuestions(scenario)) {
        if (questions.empty() || questions.back().service != usual.service)
            questions.push_back({failure, usual.service});
    }
    return questions;
}

std::optional<Diagnostic> whatForbidsPhase(const Scenario& scenario,
                                           const std::vector<PhaseQuestion>& questions)
{
    Diagnostic diagnostic;
    const Scenario base = baseScenario(scenario);
    if (base.cluster.processing == Processing::Central) {
        diagnostic.what = "clusters with central processing are not tried";
        diagnostic.remedy = "set central_processing=\"0\"";
        return diagnostic;
    }
    const Trial cold = makeTrial(base, {});
    if (cold.settled.rest != Rest::Reached) {
        diagnostic.what = "the cluster never comes to rest, so there is no cycle to ask about";
        diagnostic.remedy = "rgsim hazards says what goes on for ever, and what helps";
        return diagnostic;
    }
    if (questions.empty()) {
        diagnostic.what = "no service runs when the cluster has come to rest";
        diagnostic.remedy = "rgsim hazards says why";
        return diagnostic;
    }
    const Round round = roundOf(base.cluster, cold.settled);
    if (round.grain.ms < leastGrain ||
        round.steps() * perStep * static_cast<std::int64_t>(questions.size()) > mostTrials) {
        diagnostic.what = "there are too many instants that differ: the durations have no common "
                          "measure but " +
                          std::to_string(round.grain.ms) + " ms, in a cycle of " +
                          std::to_string(round.cycle.ms / 1000) + " s";
        diagnostic.remedy = "round durations to whole seconds, let check intervals be multiples of "
                            "each other, or ask about one failure";
        return diagnostic;
    }
    for (const PhaseQuestion& question : questions) {
        if (auto problem = whatForbids(base.cluster, cold, question))
            return problem;
    }
    return std::nullopt;
}

FailureOutcome outcomeAt(const Scenario& base, const PhaseQuestion& question, SimTime at)
{
    PlanEvent event = question.failure;
    event.at = at;
    const Trial trial = makeTrial(base, {event});
    // What must stay apart makes no difference to a downtime.
    const std::vector<std::vector<ServiceIndex>> none(base.cluster.services.size());
    return outcomesOf(trial, none)[static_cast<std::size_t>(question.service)];
}

std::vector<PhaseAnswer> phasesOf(const Scenario& scenario,
                                  const std::vector<PhaseQuestion>& questions,
                                  const PhaseOptions& options)
{
    const Scenario base = baseScenario(scenario);
    const Round round = roundOf(base.cluster, makeTrial(base, {}).settled);
    const std::int64_t each = round.steps() * perStep;
    const std::int64_t all = each * static_cast<std::int64_t>(questions.size());
    const auto makeWorker = [&]() -> std::function<std::optional<FailureOutcome>(std::int64_t)> {
        return [&](std::int64_t number) {
            return std::optional(outcomeAt(base, questions[static_cast<std::size_t>(number / each)],
                                           round.origin + round.instant(number % each)));
        };
    };
    std::vector<PhaseAnswer> answers;
    std::vector<FailureOutcome> outcomes;
    const auto take = [&](std::int64_t number, FailureOutcome&& outcome) {
        outcomes.push_back(outcome);
        if (static_cast<std::int64_t>(outcomes.size()) == each) {
            std::vector<PhasePiece> pieces;
            for (std::int64_t step = 0; step < round.steps(); ++step)
                addStep(pieces, round, step, outcomes);
            answers.push_back(
                {questions[answers.size()], round.origin, round.cycle, merged(pieces)});
            outcomes.clear();
        }
        return !options.progress ||
               options.progress(static_cast<double>(number + 1) / static_cast<double>(all));
    };
    doInOrder<FailureOutcome>(0, all, options.threads, makeWorker, take);
    return answers;
}

} // namespace rgsim
