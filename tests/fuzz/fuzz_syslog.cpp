// Any bytes as a syslog file: every line is accounted for, and what is read can be compared with
// itself.
#include "analysis/log_replay.h"
#include "base/ensure.h"
#include "formats/syslog_rows.h"

#include <cstddef>
#include <cstdint>

using namespace rgsim;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Result<SyslogLog> log = readSyslog({{"fuzz", text}});
    ENSURE(log.ok() != log.diagnostics.hasErrors());
    if (!log.ok())
        return 0;
    for (const SyslogLine& line : log->lines) {
        ENSURE(line.line > 0 && line.file == 0);
        ENSURE(line.kind != SyslogKind::Message || messageText(line.words) == line.text);
    }
    const Result<Cluster> cluster = clusterOfLog(*log, nullptr);
    ENSURE(cluster.ok() != cluster.diagnostics.hasErrors());
    if (!cluster.ok())
        return 0;
    const SyslogRows rows = rowsOfLog(*log, *cluster, log->first);
    ENSURE(rows.rows.size() == rows.lines.size());
    const SimTime last = SimTime::seconds(log->last - log->first);
    const LogReplay replay =
        replayLog({*cluster, rows.rows, {}, SimTime{}, last}, nullptr, SimDuration{});
    const LogComparisonRange everything{{}, last, {cluster->node(0).name}, {}};
    const LogComparison same = compareLogs(replay.logLines, replay.logLines, everything);
    ENSURE(!same.firstDifference);
    return 0;
}
