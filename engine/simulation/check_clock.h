// Where the clocks of passing status checks stand after a row of scans, without making the scans.
// Pure: only the ages of the checks matter, so their pattern repeats, and repetitions are skipped.
#pragma once

#include "base/sim_time.h"
#include "cluster/resource_tree.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// A node's scans at first, first + poll, ….
struct ScanRow {
    SimTime first;
    std::int64_t count = 0;
    SimDuration poll;
};

/// Moves @p last (all checks of @p tree in its order; SimTime::longAgo(): never run) over the scans
/// of
/// @p row, if no check takes any time and all pass. Resources do not influence each other.
void advanceInstantChecks(const ResourceTree& tree, const ScanRow& row, std::vector<SimTime>& last);

/// The same if checks take their resources' status times, one after the other in the order of a
/// walk, all of them together less than the poll interval. Returns false, with @p last in no
/// particular state, if no repetition is found within a reasonable number of scans.
bool advanceTimedChecks(const ResourceTree& tree, const ScanRow& row, std::vector<SimTime>& last);

} // namespace rgsim
