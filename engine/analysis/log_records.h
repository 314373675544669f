// What rgmanager's log lines say about records and nodes, as rows of a run log: for timelines of
// logs that are all that is known of a run. It invents no truth: where anything really ran stays
// unknown.
#pragma once

#include "cluster/cluster.h"
#include "world/run_log.h"

#include <vector>

namespace rgsim {

/// @p rows (Syslog, and NodeUp and NodeDown where the log has such lines; others are left out) with
/// the Record, NodePower, NodeUp, NodeDown and Emergency rows that follow from them. A node that
/// writes is up; one that is taken over from is down. A stop that is part of a recovery is told as
/// stopping: the log does not tell it from others.
std::vector<LogRow> withRecordsOfLog(const Cluster& cluster, const std::vector<LogRow>& rows);

} // namespace rgsim
