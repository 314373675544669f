// Where two runs part: the first instant at which something happened in one and not in the other.
// Compares what the logs say, by names, so the clusters may differ; judges neither run.
#pragma once

#include "simulation/scenario.h"
#include "world/run_log.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace rgsim {

/// A run to be compared; what is referred to must live as long.
struct RunRows {
    const Scenario& scenario;
    const std::vector<LogRow>& rows;
};

struct FirstDifference {
    SimTime at;
    /// Positions of rows at that instant that the other run does not have; at least one is there.
    std::optional<std::size_t> rowInFirst;
    std::optional<std::size_t> rowInSecond;
};

/// Of one instant it counts what happened, not in which order. The plan's acts are compared by what
/// they do, not by their place in the plan. Runs of different length are compared as far as the
/// shorter goes. Nothing: they are the same.
std::optional<FirstDifference> firstDifference(const RunRows& first, const RunRows& second);

} // namespace rgsim
