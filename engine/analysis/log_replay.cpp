#include "analysis/log_replay.h"

#include "analysis/cluster_match.h"
#include "analysis/log_records.h"

#include <algorithm>

namespace rgsim {

namespace {

// Timelines begin at 0.
std::vector<LogRow> fromZero(std::vector<LogRow> rows)
{
    for (LogRow& row : rows)
        row.at = std::max(row.at, SimTime{});
    return rows;
}

std::vector<LogRow> syslogRows(const std::vector<LogRow>& rows, const ClusterMatch& match)
{
    std::vector<LogRow> lines;
    for (const LogRow& row : rows) {
        if (row.kind == RowKind::Syslog)
            lines.push_back(match.row(row));
    }
    return lines;
}

} // namespace

LogReplay replayLog(const ReplayedLog& log, const RunRows* run, SimDuration tolerance)
{
    LogReplay replay;
    replay.logLines = loggedLines(log.cluster, log.rows);
    replay.logRows = withRecordsOfLog(log.cluster, fromZero(log.rows));
    replay.range = {std::max(log.first, SimTime{}), std::max(log.last, SimTime{}), log.nodes,
                    tolerance};
    SimTime end = replay.range.to;
    if (run != nullptr) {
        const Cluster& cluster = run->scenario.cluster;
        end = std::max(end, run->scenario.until);
        replay.range.to = std::min(replay.range.to, run->scenario.until);
        replay.runLines = loggedLines(cluster, run->rows);
        replay.runRows = withRecordsOfLog(
            log.cluster, syslogRows(run->rows, ClusterMatch(log.cluster, cluster)));
        replay.comparison = compareLogs(replay.logLines, replay.runLines, replay.range);
    }
    replay.logTimeline = makeTimeline(log.cluster, replay.logRows, end);
    replay.runTimeline = makeTimeline(log.cluster, replay.runRows, end);
    return replay;
}

} // namespace rgsim
