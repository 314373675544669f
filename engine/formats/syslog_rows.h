// A log that was read, as a run log would have it: its cluster as far as the log and perhaps a
// known cluster name it, and rows. It concludes nothing from them; analysis/log_records does.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "formats/syslog_reader.h"
#include "world/run_log.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rgsim {

/// The nodes and services of @p known (may be null) in its order, then those that only the log
/// names. Names, ids and nothing else: no trees, no domains; one vote is quorum. Ids that the log
/// does not tell are made up. Errors: more nodes or services than limits allow. Warnings: names in
/// the log that @p known does not have.
Result<Cluster> clusterOfLog(const SyslogLog& log, const Cluster* known);

struct SyslogRows {
    std::vector<LogRow> rows;       ///< Syslog, NodeUp and NodeDown
    std::vector<std::size_t> lines; ///< by row: position in SyslogLog::lines
};

/// Rows of @p log, in which time 0 is @p zero (seconds since 1970); what was before it has negative
/// times. @p cluster must be clusterOfLog()'s.
SyslogRows rowsOfLog(const SyslogLog& log, const Cluster& cluster, std::int64_t zero);

} // namespace rgsim
