// The syslog files of real nodes beside a run: what they say, where the run's time 0 lies in them,
// and where the two part. Puts together what formats and analysis offer; it prints nothing and
// judges neither.
#pragma once

#include "analysis/log_replay.h"
#include "base/diagnostic.h"
#include "formats/syslog_reader.h"
#include "formats/syslog_rows.h"
#include "formats/syslog_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// Of a log's first line, as syslog leaves it out.
constexpr int usualLogYear = 2012;
constexpr int earliestLogYear = 1971;
constexpr int latestLogYear = 2999;

/// Syslog files, one of each node or several. Errors: a file that cannot be read, and those of
/// readSyslog().
Result<SyslogLog> readNodeLogs(const std::vector<std::string>& paths, int firstYear);

/// When a run's time 0 was, as people write it: a syslog line's date and nothing else. Errors:
/// anything else; the diagnostic has no place.
Result<SyslogTime> readLogStart(std::string_view text);

struct NodeLogOptions {
    int firstYear = usualLogYear;
    /// When time 0 was. Nothing: the log's first understood line falls on the first equal one of
    /// the run, or is time 0.
    std::optional<SyslogTime> start;
    SimDuration tolerance; ///< how far apart equal lines may lie

    bool operator==(const NodeLogOptions&) const = default;
};

struct NodeLogReplay {
    Cluster cluster; ///< clusterOfLog()'s
    SyslogRows rows;
    std::int64_t zero = 0; ///< when time 0 was, in seconds since 1970
    LogReplay replay;
};

/// @p run may be null: then there is only the log. Errors and warnings are clusterOfLog()'s.
Result<NodeLogReplay> replayNodeLogs(const SyslogLog& log, const RunRows* run,
                                     const NodeLogOptions& options);

} // namespace rgsim
