#include "shell/status_lines.h"

#include "analysis/snapshot.h"
#include "report/run_report.h"
#include "report/text_table.h"

namespace rgsim {

namespace {

std::string nodeList(const Cluster& cluster, const NodeSet& nodes)
{
    std::string text;
    for (const NodeIndex node : nodes)
        text += (text.empty() ? "" : ", ") + cluster.node(node).name;
    return text;
}

// "started on node1", "stopped (node1)", as clustat tells owner from last owner.
std::string recordText(const Cluster& cluster, const BeliefSegment& belief)
{
    if (!belief.exists)
        return "no record";
    std::string text = toString(belief.state);
    if (belief.owner != noNode)
        text += " on " + cluster.node(belief.owner).name;
    else if (belief.lastOwner != noNode)
        text += " (" + cluster.node(belief.lastOwner).name + ')';
    return belief.frozen ? text + " [Z]" : text;
}

std::string truthText(const LiveRun& run, ServiceIndex service, const TruthSegment& truth)
{
    if (!hasProcesses(run.cluster().service(service)))
        return "has no process";
    std::string text;
    if (!truth.runsOn.empty())
        text = "runs on " + nodeList(run.cluster(), truth.runsOn);
    if (!truth.partlyOn.empty())
        text += (text.empty() ? "" : ", ") +
                ("runs in part on " + nodeList(run.cluster(), truth.partlyOn));
    return text.empty() ? "runs nowhere" : text;
}

std::string withoutBlanksAtEnds(const std::string& lines)
{
    std::string text;
    for (const char c : lines) {
        if (c == '\n')
            text.erase(text.find_last_not_of(' ') + 1);
        text += c;
    }
    return text;
}

} // namespace

std::string nodeLine(const LiveRun& run, NodeIndex node)
{
    return run.cluster().node(node).name + ": " + toString(nodeStateIn(run.state(), node)) + '\n';
}

std::string serviceLine(const LiveRun& run, ServiceIndex service)
{
    const ServiceSnapshot snapshot = snapshotOf(run.cluster(), run.state(), service);
    return run.cluster().service(service).fullName + ": " +
           recordText(run.cluster(), snapshot.belief) + ", " +
           truthText(run, service, snapshot.truth) + '\n';
}

std::string statusText(const LiveRun& run)
{
    const Cluster& cluster = run.cluster();
    std::vector<std::vector<std::string>> nodes;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node)
        nodes.push_back({cluster.node(node).name, toString(nodeStateIn(run.state(), node))});
    std::vector<std::vector<std::string>> services;
    for (ServiceIndex service = 0; service < cluster.serviceCount(); ++service) {
        const ServiceSnapshot snapshot = snapshotOf(cluster, run.state(), service);
        services.push_back({cluster.service(service).fullName, recordText(cluster, snapshot.belief),
                            truthText(run, service, snapshot.truth)});
    }
    return clockText(run.now()) + '\n' + withoutBlanksAtEnds(tableText(nodes, 2)) +
           withoutBlanksAtEnds(tableText(services, 3));
}

} // namespace rgsim
