// rgmanager's own log lines of a run, one per line as syslog would have them.
#pragma once

#include "cluster/cluster.h"
#include "world/run_log.h"

#include <string>
#include <vector>

namespace rgsim {

/// "00:01:30 node2 rgmanager: <notice> Service service:web started"; one line for a Syslog row.
std::string logLine(const Cluster& cluster, const LogRow& row);

/// All lines in the log's order; those of a lower priority (a greater number) than @p mostPriority
/// are left out.
std::string logText(const Cluster& cluster, const std::vector<LogRow>& rows, int mostPriority = 7);

} // namespace rgsim
