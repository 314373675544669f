#include "report/run_csv.h"

#include "report/csv_field.h"

#include "rgmanager/messages.h"

namespace rgsim {

namespace {

struct SegmentRow {
    std::string_view what;
    std::string_view name;
    SimTime from;
    SimTime to;
    std::string_view state;
    std::string_view nodes;
};

void appendRow(std::string& text, const SegmentRow& row)
{
    text += row.what;
    text += ',';
    appendCsvField(text, row.name);
    text += ',' + std::to_string(row.from.ms) + ',' + std::to_string(row.to.ms) + ',';
    text += row.state;
    text += ',';
    appendCsvField(text, row.nodes);
    text += '\n';
}

std::string joined(const Cluster& cluster, const NodeSet& nodes)
{
    std::string text;
    for (const NodeIndex node : nodes)
        text += (text.empty() ? "" : " ") + cluster.node(node).name;
    return text;
}

void appendService(std::string& text, const Cluster& cluster, const std::string& name,
                   const ServiceTimeline& service)
{
    for (const BeliefSegment& segment : service.belief) {
        const std::string_view owner =
            segment.owner == noNode ? "" : nodeName(cluster, segment.owner);
        appendRow(text, {"record", name, segment.from, segment.to,
                         segment.exists ? toString(segment.state) : "none", owner});
    }
    for (const TruthSegment& segment : service.truth) {
        const bool isWhole = !segment.runsOn.empty();
        const NodeSet& nodes = isWhole ? segment.runsOn : segment.partlyOn;
        appendRow(text, {"runs", name, segment.from, segment.to,
                         isWhole         ? "runs"
                         : nodes.empty() ? "nowhere"
                                         : "part",
                         joined(cluster, nodes)});
    }
}

} // namespace

std::string segmentsCsv(const RunReport& report)
{
    const Cluster& cluster = report.scenario.cluster;
    std::string text = "what,name,from_ms,to_ms,state,nodes\n";
    for (std::size_t i = 0; i < cluster.nodes.size(); ++i) {
        for (const NodeSegment& segment : report.timeline.nodes[i])
            appendRow(text, {"node", cluster.nodes[i].name, segment.from, segment.to,
                             toString(segment.state), ""});
    }
    for (std::size_t i = 0; i < cluster.services.size(); ++i)
        appendService(text, cluster, cluster.services[i].fullName, report.timeline.services[i]);
    return text;
}

std::string logCsv(const RunReport& report)
{
    const Cluster& cluster = report.scenario.cluster;
    std::string text = logCsvHead();
    for (const LogRow& row : report.rows) {
        if (row.kind == RowKind::Syslog)
            appendLogCsv(text, row.at, nodeName(cluster, row.node),
                         priorityName(priorityOf(static_cast<Message>(row.code))),
                         messageText(cluster, row));
    }
    return text;
}

std::string logCsvHead()
{
    return "t_ms,node,priority,text\n";
}

void appendLogCsv(std::string& text, SimTime at, std::string_view node, std::string_view priority,
                  std::string_view line)
{
    text += std::to_string(at.ms) + ',';
    appendCsvField(text, node);
    text += ',';
    text += priority;
    text += ',';
    appendCsvField(text, line);
    text += '\n';
}

} // namespace rgsim
