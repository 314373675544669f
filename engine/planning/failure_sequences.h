// All sequences of failures up to a length, level by level, on several threads: what hazards,
// survival and comparisons of layouts have in common. Judges nothing.
#pragma once

#include "base/diagnostic.h"
#include "planning/ordered_jobs.h"
#include "planning/trial.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// How many sequences of up to @p failures there are at most: each single failure may follow each.
/// Counting ends beyond a million.
std::int64_t sequenceCount(const Cluster& cluster, int failures);

/// "there are more than N sequences of up to K failures" if there are more than @p most.
std::optional<Diagnostic> tooManySequences(const Cluster& cluster, int failures, std::int64_t most,
                                           std::string remedy);

/// The events of the trial with each failure that is possible where it settled.
std::vector<std::vector<PlanEvent>> longerSequences(const Trial& trial);

/// Tries @p first, then up to @p failures times whatever follows from the tries before. @p tryOut
/// is called on any thread with a job and whether nothing will follow it; its result has the jobs
/// that do in `next`. @p take gets each result in order, on the calling thread, whatever the number
/// of threads; false from it ends everything. Returns false if it did.
template <typename Job, typename Done>
bool tryLevels(Job first, int failures, int threads,
               const std::function<Done(const Job&, bool isLast)>& tryOut,
               const std::function<bool(Done&&)>& take)
{
    std::vector<Job> level;
    level.push_back(std::move(first));
    for (int length = 0; length <= failures && !level.empty(); ++length) {
        const bool isLast = length == failures;
        std::vector<Job> next;
        bool goesOn = true;
        const auto makeWorker = [&]() -> std::function<std::optional<Done>(std::int64_t)> {
            return [&](std::int64_t number) {
                return std::optional(tryOut(level[static_cast<std::size_t>(number)], isLast));
            };
        };
        const auto takeOne = [&](std::int64_t, Done&& done) {
            std::move(done.next.begin(), done.next.end(), std::back_inserter(next));
            goesOn = take(std::move(done));
            return goesOn;
        };
        const auto count = static_cast<std::int64_t>(level.size());
        const auto crew = static_cast<int>(std::min<std::int64_t>(threads, count));
        doInOrder<Done>(0, count, crew, makeWorker, takeOne);
        if (!goesOn)
            return false;
        level = std::move(next);
    }
    return true;
}

} // namespace rgsim
