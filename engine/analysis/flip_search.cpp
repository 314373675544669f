#include "analysis/flip_search.h"

#include "analysis/decisions_at.h"
#include "analysis/first_difference.h"

#include <algorithm>
#include <utility>

namespace rgsim {

namespace {

constexpr SimDuration followUp = SimDuration::seconds(60);
constexpr SimDuration longestLook = SimDuration::seconds(10);

// Until when the counterpart of a decision may be taken: one form of the guard looks later.
SimTime lastCounterpart(const Decision& decision)
{
    return decision.kind == DecisionKind::Guard ? decision.at + longestLook : decision.at;
}

bool isOfSameSort(const Decision& a, const Decision& b)
{
    return a.kind == b.kind && a.service == b.service && a.by == b.by;
}

bool comesOutTheSame(const Decision& a, const Decision& b)
{
    if (a.kind == DecisionKind::TargetChoice)
        return a.other == b.other;
    return a.reason == b.reason;
}

bool isTheVery(const Decision& a, const Decision& b)
{
    return isOfSameSort(a, b) && a.at == b.at && a.reason == b.reason && a.other == b.other &&
           a.code == b.code && a.request == b.request && a.detail == b.detail;
}

// The place of a decision among those of its sort; nothing if the run has no such decision.
std::optional<std::size_t> placeOf(const RecordedRun& run, const Decision& wanted)
{
    const DecisionsAt found = decisionsAt(run, wanted.at, SimDuration{}, wanted.service);
    std::size_t place = 0;
    for (const Decision& decision : found.decisions) {
        if (isTheVery(decision, wanted))
            return place;
        place += isOfSameSort(decision, wanted) ? 1U : 0U;
    }
    return std::nullopt;
}

// The changed run up to the decision.
class Trial {
public:
    Trial(const RecordedRun& run, const FlipEdit& edit, const Decision& original, std::size_t place)
        : m_run(run), m_scenario(run.scenario()), m_original(original), m_place(place)
    {
        applyEdit(m_scenario.cluster, edit);
        m_scenario.until = original.at; // how far the two are compared
    }

    /// False if it takes more than @p most items.
    bool go(std::int64_t most);
    std::int64_t items() const { return m_items; }
    std::optional<Flip> flip(const FlipEdit& edit) const;

private:
    const Decision* counterpart(const std::vector<Decision>& decisions) const;

    const RecordedRun& m_run;
    Scenario m_scenario;
    const Decision& m_original;
    std::size_t m_place;
    std::int64_t m_items = 0;
    std::vector<Decision> m_decisions;
    std::vector<LogRow> m_rows;
};

const Decision* Trial::counterpart(const std::vector<Decision>& decisions) const
{
    std::size_t left = m_place;
    for (const Decision& decision : decisions) {
        if (decision.at > lastCounterpart(m_original))
            break;
        if (isOfSameSort(decision, m_original) && left-- == 0)
            return &decision;
    }
    return nullptr;
}

bool Trial::go(std::int64_t most)
{
    Simulation simulation(m_scenario);
    const auto isTooLong = [&] { return simulation.state().world.itemsHandled > most; };
    const auto goTo = [&](SimTime limit) {
        while (!isTooLong() && simulation.step(limit)) {
        }
    };
    goTo(m_original.at - SimDuration::milliseconds(1));
    const bool isRecovery = m_original.kind == DecisionKind::Recovery;
    DecisionSink sink(m_original.at, m_original.at + followUp, m_original.service);
    simulation.setDecisionSink(&sink);
    goTo(lastCounterpart(m_original));
    if (isRecovery && counterpart(sink.decisions()) != nullptr)
        goTo(m_original.at + followUp);
    m_items = simulation.state().world.itemsHandled;
    m_decisions = sink.decisions();
    m_rows = simulation.log().rows();
    return !isTooLong();
}

std::optional<Flip> Trial::flip(const FlipEdit& edit) const
{
    const Decision* const decision = counterpart(m_decisions);
    if (decision == nullptr || comesOutTheSame(*decision, m_original))
        return std::nullopt;
    Flip flip;
    flip.edit = edit;
    flip.decision = *decision;
    flip.later = decision->at - m_original.at;
    for (const Decision* next = decision; next != m_decisions.data() + m_decisions.size(); ++next) {
        if (flip.decision.kind == DecisionKind::Recovery &&
            next->kind == DecisionKind::TargetChoice && next->by == decision->by) {
            flip.chosenNext = next->other;
            break;
        }
    }
    const auto parting = firstDifference({m_scenario, m_rows}, {m_run.scenario(), m_run.rows()});
    if (parting && parting->at < m_original.at)
        flip.earlierDifference = parting->at;
    return flip;
}

} // namespace

bool isSearchable(DecisionKind kind)
{
    return kind == DecisionKind::TargetChoice || kind == DecisionKind::ConsiderStart ||
           kind == DecisionKind::Recovery || kind == DecisionKind::Guard;
}

FlipSearch searchFlip(const RecordedRun& run, const Decision& decision, const FlipLimits& limits)
{
    FlipSearch search;
    if (!isSearchable(decision.kind) || decision.service == noService ||
        run.nearestStateBefore(decision.at).world.itemsHandled > limits.itemsPerRun)
        return search;
    const std::optional<std::size_t> place = placeOf(run, decision);
    if (!place)
        return search;
    const NodeIndex preferred =
        decision.kind == DecisionKind::TargetChoice ? decision.other : decision.by;
    std::int64_t left = limits.itemsPerSearch;
    for (const FlipEdit& edit : smallEdits(run.scenario().cluster, decision.service, preferred)) {
        Trial trial(run, edit, decision, *place);
        const bool isComplete = trial.go(std::min(left, limits.itemsPerRun));
        left -= trial.items();
        search.isCutShort = search.isCutShort || !isComplete;
        if (left <= 0)
            break;
        if (!isComplete)
            continue;
        ++search.tried;
        search.flip = trial.flip(edit);
        if (search.flip)
            break;
    }
    search.outcome = search.flip         ? FlipSearch::Outcome::Found
                     : search.tried == 0 ? FlipSearch::Outcome::NotTried
                                         : FlipSearch::Outcome::NothingFound;
    return search;
}

} // namespace rgsim
