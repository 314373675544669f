// A real log beside a simulated run: both as what their log lines tell, and where they part. Put
// together from log_records, timeline and log_comparison; it reads no file.
#pragma once

#include "analysis/first_difference.h"
#include "analysis/log_comparison.h"
#include "analysis/timeline.h"
#include "cluster/cluster.h"
#include "world/run_log.h"

#include <string>
#include <vector>

namespace rgsim {

/// A log as rows of a run log; @p cluster must have all nodes and services of the run, too. What is
/// referred to must live as long.
struct ReplayedLog {
    const Cluster& cluster;
    const std::vector<LogRow>& rows; ///< by time; what was before time 0 counts as of time 0
    std::vector<std::string> nodes;  ///< whose lines are in the log
    SimTime first;                   ///< of any line, even of other programs
    SimTime last;
};

struct LogReplay {
    std::vector<LogRow> logRows; ///< with what follows from them, for `logTimeline`
    std::vector<LogRow> runRows; ///< the same of the run's lines, with the log's cluster
    Timeline logTimeline;
    Timeline runTimeline;             ///< of a run without lines if there is none
    std::vector<LoggedLine> logLines; ///< their rows are positions in ReplayedLog::rows
    std::vector<LoggedLine> runLines; ///< their rows are positions in the run's rows
    LogComparisonRange range;
    LogComparison comparison; ///< empty without a run
};

/// @p run may be null: then there is only the log.
LogReplay replayLog(const ReplayedLog& log, const RunRows* run, SimDuration tolerance);

} // namespace rgsim
