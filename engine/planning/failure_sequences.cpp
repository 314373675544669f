#include "planning/failure_sequences.h"

#include "planning/failures.h"

namespace rgsim {

std::int64_t sequenceCount(const Cluster& cluster, int failures)
{
    constexpr std::int64_t enough = 1'000'000;
    const auto single = static_cast<std::int64_t>(singleFailures(cluster).size());
    std::int64_t sequences = 1;
    std::int64_t level = 1;
    for (int i = 0; i < failures && sequences <= enough; ++i) {
        level *= single;
        sequences += level;
    }
    return sequences;
}

std::optional<Diagnostic> tooManySequences(const Cluster& cluster, int failures, std::int64_t most,
                                           std::string remedy)
{
    if (sequenceCount(cluster, failures) <= most)
        return std::nullopt;
    Diagnostic diagnostic;
    diagnostic.what = "there are more than " + std::to_string(most) + " sequences of up to " +
                      std::to_string(failures) + " failures";
    diagnostic.remedy = std::move(remedy);
    return diagnostic;
}

std::vector<std::vector<PlanEvent>> longerSequences(const Trial& trial)
{
    std::vector<std::vector<PlanEvent>> longer;
    for (PlanEvent& event : possibleFailures(trial.cluster(), trial.state)) {
        event.at = nextStrike(trial.settled);
        longer.push_back(trial.events);
        longer.back().push_back(std::move(event));
    }
    return longer;
}

} // namespace rgsim
