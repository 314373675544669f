#include "deploy/node_logs.h"

#include "formats/cluster_names.h"
#include "formats/text_file.h"

#include <utility>

namespace rgsim {

namespace {

std::int64_t firstMessage(const SyslogLog& log)
{
    for (const SyslogLine& line : log.lines) {
        if (line.kind == SyslogKind::Message)
            return line.seconds;
    }
    return log.first;
}

std::int64_t zeroOf(const SyslogLog& log, const Cluster& cluster, const RunRows* run,
                    const NodeLogOptions& options)
{
    if (options.start)
        return secondsSince1970(*options.start,
                                nearestYear(*options.start, options.firstYear, log.first));
    const std::int64_t first = firstMessage(log);
    if (run == nullptr)
        return first;
    constexpr std::int64_t second = 1000;
    const SyslogRows rows = rowsOfLog(log, cluster, first);
    const std::vector<LoggedLine> runLines = loggedLines(run->scenario.cluster, run->rows);
    return first - offsetOfLog(loggedLines(cluster, rows.rows), runLines).ms / second;
}

std::vector<std::string> nodesOf(const SyslogLog& log, const Cluster& cluster)
{
    const ClusterNames names(cluster);
    std::vector<std::string> nodes;
    for (const std::string& host : log.hosts) {
        const NodeIndex node = names.nodeByAnyName(host);
        if (node != noNode)
            nodes.push_back(cluster.node(node).name);
    }
    return nodes;
}

} // namespace

Result<SyslogLog> readNodeLogs(const std::vector<std::string>& paths, int firstYear)
{
    Diagnostics problems;
    std::vector<SyslogFile> files;
    for (const std::string& path : paths) {
        const Result<QByteArray> text = readTextFile(path);
        problems.append(text.diagnostics);
        if (!text.ok())
            return {std::nullopt, std::move(problems)};
        files.push_back({path, text.value->toStdString()});
    }
    Result<SyslogLog> log = readSyslog(files, firstYear);
    problems.append(log.diagnostics);
    log.diagnostics = std::move(problems);
    return log;
}

Result<SyslogTime> readLogStart(std::string_view text)
{
    Result<SyslogTime> start;
    if (text.size() == syslogTimeLength)
        start.value = readSyslogTime(text);
    if (!start.ok())
        start.diagnostics.error({}, '"' + std::string(text) + "\" is no time of a syslog line",
                                "write it as in the log: \"Nov 23 03:37:04\"");
    return start;
}

Result<NodeLogReplay> replayNodeLogs(const SyslogLog& log, const RunRows* run,
                                     const NodeLogOptions& options)
{
    Result<Cluster> cluster = clusterOfLog(log, run != nullptr ? &run->scenario.cluster : nullptr);
    Result<NodeLogReplay> result{std::nullopt, std::move(cluster.diagnostics)};
    if (!cluster.ok())
        return result;
    NodeLogReplay& found = result.value.emplace();
    found.cluster = std::move(*cluster);
    found.zero = zeroOf(log, found.cluster, run, options);
    found.rows = rowsOfLog(log, found.cluster, found.zero);
    const ReplayedLog replayed{found.cluster, found.rows.rows, nodesOf(log, found.cluster),
                               SimTime::seconds(log.first - found.zero),
                               SimTime::seconds(log.last - found.zero)};
    found.replay = replayLog(replayed, run, options.tolerance);
    return result;
}

} // namespace rgsim
