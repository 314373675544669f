// rgmanager's log lines of two sources side by side: which line of one is which of the other, and
// the first that has no counterpart. Compares texts, as people do; judges neither.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "cluster/cluster.h"
#include "world/run_log.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rgsim {

/// One Syslog row, by names.
struct LoggedLine {
    SimTime at;
    std::string node;
    std::string service; ///< empty: about none
    std::string text;
    std::size_t row = 0; ///< position in the rows it was made of
};

/// The Syslog rows of @p rows, at whole seconds as syslog has them.
std::vector<LoggedLine> loggedLines(const Cluster& cluster, const std::vector<LogRow>& rows);

/// What is compared; both ends of the time count.
struct LogComparisonRange {
    SimTime from;
    SimTime to;
    std::vector<std::string> nodes; ///< only lines of these nodes
    SimDuration tolerance;          ///< how far apart equal lines may lie
};

/// Positions in the two lists; at least one is there.
struct LinePair {
    SimTime at; ///< the earlier one's time
    std::optional<std::size_t> inLog;
    std::optional<std::size_t> inRun;

    bool isSame() const { return inLog && inRun; }
};

struct LogComparison {
    std::vector<LinePair> lines; ///< by time
    /// The first pair that has only one side, if any.
    std::optional<std::size_t> firstDifference;
    /// What the other side says instead: its first line without a counterpart about the same
    /// service, or of the same node if the line is about none.
    std::optional<std::size_t> insteadOfIt;
};

/// Both lists must be ordered by time. Equal are lines of the same node and text that are no
/// further apart than the tolerance, each once. A line near an end of the range may have its
/// counterpart beyond it.
LogComparison compareLogs(const std::vector<LoggedLine>& log, const std::vector<LoggedLine>& run,
                          const LogComparisonRange& range);

/// Where time 0 of the log lies, as an offset to be added to its times: its first line falls on the
/// first line of the run that is equal to it, else on the run's first line. Zero if one is empty.
SimDuration offsetOfLog(const std::vector<LoggedLine>& log, const std::vector<LoggedLine>& run);

} // namespace rgsim
