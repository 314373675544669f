#include "analysis/timeline.h"

#include "analysis/node_watch.h"
#include "analysis/segments.h"

#include <algorithm>

namespace rgsim {

namespace {

// Which services have a resource in their tree, so that a process row finds them.
class ResourceUsers {
public:
    explicit ResourceUsers(const Cluster& cluster)
        : m_first(cluster.resources.size() + 1), m_needed(cluster.services.size())
    {
        std::vector<std::pair<ResourceIndex, ServiceIndex>> pairs;
        for (ServiceIndex s = 0; s < cluster.serviceCount(); ++s) {
            for (const TreeNode& node : cluster.service(s).tree.nodes) {
                if (node.resource != noResource)
                    pairs.emplace_back(node.resource, s);
            }
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const auto& [resource, service] : pairs) {
            ++m_first[static_cast<std::size_t>(resource) + 1];
            ++m_needed[static_cast<std::size_t>(service)];
            m_services.push_back(service);
        }
        for (std::size_t i = 1; i < m_first.size(); ++i)
            m_first[i] += m_first[i - 1];
    }

    template <typename Visit>
    void forEachUserOf(ResourceIndex resource, Visit visit) const
    {
        const auto r = static_cast<std::size_t>(resource);
        for (std::size_t i = m_first[r]; i < m_first[r + 1]; ++i)
            visit(m_services[i]);
    }
    /// How many resources must run for the service to run.
    int needed(ServiceIndex service) const { return m_needed[static_cast<std::size_t>(service)]; }

private:
    std::vector<std::size_t> m_first; ///< by resource: where its services begin
    std::vector<ServiceIndex> m_services;
    std::vector<int> m_needed;
};

class TimelineMaker {
public:
    TimelineMaker(const Cluster& cluster, SimTime end);
    Timeline make(const std::vector<LogRow>& rows);

private:
    void take(const LogRow& row, std::size_t position);
    void takeRecord(const LogRow& row, std::size_t position);
    void takeScript(const LogRow& row, std::size_t position);
    void takeProcess(const LogRow& row);
    void takeFault(const LogRow& row, std::size_t position);
    void takeReply(const LogRow& row, std::size_t position);
    void takeNodeRow(const LogRow& row, std::size_t position);
    void noteNodeStates(SimTime at);
    void forgetRecords(SimTime at);
    void addMark(MarkKind kind, const LogRow& row, std::size_t position);
    void finish();

    const Cluster& m_cluster;
    ResourceUsers m_users;
    NodeWatch m_watch;
    Timeline m_timeline;
    std::vector<NodeIndex> m_lastOwner;   ///< by service: the last owner that was a node
    std::vector<std::uint16_t> m_running; ///< by service and node: resources that run
};

TimelineMaker::TimelineMaker(const Cluster& cluster, SimTime end)
    : m_cluster(cluster), m_users(cluster), m_watch(cluster),
      m_lastOwner(cluster.services.size(), noNode),
      m_running(cluster.services.size() * cluster.nodes.size())
{
    m_timeline.end = end;
    m_timeline.services.resize(cluster.services.size());
    m_timeline.nodes.resize(cluster.nodes.size(), {NodeSegment{}});
    for (ServiceIndex s = 0; s < cluster.serviceCount(); ++s) {
        ServiceTimeline& service = m_timeline.services[static_cast<std::size_t>(s)];
        service.hasProcesses = m_users.needed(s) > 0;
        service.belief.emplace_back();
        service.truth.emplace_back();
    }
}

Timeline TimelineMaker::make(const std::vector<LogRow>& rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        take(rows[i], i);
    finish();
    return std::move(m_timeline);
}

void TimelineMaker::addMark(MarkKind kind, const LogRow& row, std::size_t position)
{
    Mark mark;
    mark.at = row.at;
    mark.kind = kind;
    mark.node = row.node;
    mark.service = row.service;
    mark.resource = row.resource;
    mark.code = row.code;
    mark.row = position;
    m_timeline.marks.push_back(mark);
}

void TimelineMaker::take(const LogRow& row, std::size_t position)
{
    switch (row.kind) {
    case RowKind::Record:
        takeRecord(row, position);
        return;
    case RowKind::Script:
        takeScript(row, position);
        return;
    case RowKind::Process:
        takeProcess(row);
        return;
    case RowKind::Reply:
        takeReply(row, position);
        return;
    case RowKind::Fault:
        takeFault(row, position);
        return;
    case RowKind::Wander:
        addMark(MarkKind::Wandered, row, position);
        return;
    case RowKind::Syslog:
    case RowKind::Quorum:
    case RowKind::Master:
        return;
    case RowKind::NodeUp:
    case RowKind::NodeDown:
    case RowKind::NodePower:
    case RowKind::Fence:
    case RowKind::Membership:
    case RowKind::Isolation:
    case RowKind::Emergency:
        takeNodeRow(row, position);
        return;
    }
}

void TimelineMaker::takeRecord(const LogRow& row, std::size_t position)
{
    BeliefSegment segment;
    segment.from = row.at;
    segment.exists = true;
    segment.frozen = row.flag;
    segment.state = row.state;
    segment.owner = row.owner;
    segment.lastOwner = row.lastOwner;
    segment.restarts = row.code;
    append(m_timeline.services[static_cast<std::size_t>(row.service)].belief, segment);
    if (row.owner == noNode)
        return;
    NodeIndex& before = m_lastOwner[static_cast<std::size_t>(row.service)];
    const bool isKnown = before != noNode;
    if (isKnown && before != row.owner) {
        addMark(MarkKind::Relocated, row, position);
        m_timeline.marks.back().node = before;
        m_timeline.marks.back().other = row.owner;
    } else if (isKnown && row.state == ServiceState::Starting) {
        addMark(MarkKind::RestartedHere, row, position);
        m_timeline.marks.back().node = row.owner;
    }
    before = row.owner;
}

void TimelineMaker::takeScript(const LogRow& row, std::size_t position)
{
    switch (row.result) {
    case ScriptResult::StatusFailed:
        addMark(MarkKind::StatusFailed, row, position);
        return;
    case ScriptResult::StartRefused:
        addMark(MarkKind::StartRefused, row, position);
        return;
    case ScriptResult::StartFailed:
        addMark(MarkKind::StartFailed, row, position);
        return;
    case ScriptResult::StopFailed:
        addMark(MarkKind::StopFailed, row, position);
        return;
    case ScriptResult::RecoverFailed:
        addMark(MarkKind::RecoverFailed, row, position);
        return;
    case ScriptResult::MigrateFailed:
    case ScriptResult::MigrateRefused:
        addMark(MarkKind::MigrationFailed, row, position);
        return;
    case ScriptResult::StartOk:
    case ScriptResult::StopOk:
    case ScriptResult::RecoverOk:
    case ScriptResult::MigrateOk:
        return;
    }
}

// A row may come without a service (a crash ends processes, not services), and a resource may stand
// in several trees: so the tree's users are asked, not the row.
void TimelineMaker::takeProcess(const LogRow& row)
{
    const auto nodes = m_cluster.nodes.size();
    m_users.forEachUserOf(row.resource, [&](ServiceIndex service) {
        std::uint16_t& running = m_running[static_cast<std::size_t>(service) * nodes +
                                           static_cast<std::size_t>(row.node)];
        running = static_cast<std::uint16_t>(running + (row.flag ? 1 : -1));
        std::vector<TruthSegment>& truth =
            m_timeline.services[static_cast<std::size_t>(service)].truth;
        TruthSegment segment = truth.back();
        segment.from = row.at;
        segment.runsOn.erase(row.node);
        segment.partlyOn.erase(row.node);
        if (running == m_users.needed(service))
            segment.runsOn.insert(row.node);
        else if (running > 0)
            segment.partlyOn.insert(row.node);
        append(truth, segment);
    });
}

// Killing a process names a resource only: the first service that has it gets the mark.
void TimelineMaker::takeFault(const LogRow& row, std::size_t position)
{
    addMark(MarkKind::Fault, row, position);
    Mark& mark = m_timeline.marks.back();
    if (mark.service != noService || mark.resource == noResource)
        return;
    m_users.forEachUserOf(mark.resource, [&mark](ServiceIndex service) {
        if (mark.service == noService)
            mark.service = service;
    });
}

void TimelineMaker::takeReply(const LogRow& row, std::size_t position)
{
    addMark(MarkKind::Reply, row, position);
    m_timeline.marks.back().request = row.request;
    m_timeline.marks.back().other = row.owner;
}

void TimelineMaker::takeNodeRow(const LogRow& row, std::size_t position)
{
    if (row.kind == RowKind::NodeUp)
        addMark(MarkKind::NodeUp, row, position);
    if (row.kind == RowKind::NodeDown)
        addMark(MarkKind::NodeDown, row, position);
    if (row.kind == RowKind::Emergency)
        addMark(MarkKind::EmergencyStop, row, position);
    if (row.kind == RowKind::Fence) {
        addMark(row.flag ? MarkKind::Fenced : MarkKind::FencingFailed, row, position);
        m_timeline.marks.back().other = row.owner;
    }
    const bool areForgotten = m_watch.take(row);
    noteNodeStates(row.at);
    if (areForgotten)
        forgetRecords(row.at);
}

// A joining node may give others their managers back, so all are looked at.
void TimelineMaker::noteNodeStates(SimTime at)
{
    for (NodeIndex node = 0; node < m_cluster.nodeCount(); ++node) {
        std::vector<NodeSegment>& segments = m_timeline.nodes[static_cast<std::size_t>(node)];
        NodeSegment segment;
        segment.from = at;
        segment.state = m_watch.stateOf(node);
        if (segment.state != segments.back().state)
            append(segments, segment);
    }
}

void TimelineMaker::forgetRecords(SimTime at)
{
    for (ServiceTimeline& service : m_timeline.services) {
        BeliefSegment segment;
        segment.from = at;
        append(service.belief, segment);
    }
    std::fill(m_lastOwner.begin(), m_lastOwner.end(), noNode);
}

void TimelineMaker::finish()
{
    for (ServiceTimeline& service : m_timeline.services) {
        finishSegments(service.belief, m_timeline.end);
        finishSegments(service.truth, m_timeline.end);
    }
    for (std::vector<NodeSegment>& segments : m_timeline.nodes)
        finishSegments(segments, m_timeline.end);
}

} // namespace

Timeline makeTimeline(const Cluster& cluster, const std::vector<LogRow>& rows, SimTime end)
{
    return TimelineMaker(cluster, end).make(rows);
}

const char* toString(NodeState state)
{
    switch (state) {
    case NodeState::Off:
        return "off";
    case NodeState::Lost:
        return "lost";
    case NodeState::Up:
        return "up";
    case NodeState::Isolated:
        return "isolated";
    case NodeState::Idle:
        return "idle";
    }
    return "?";
}

const char* toString(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Fault:
        return "fault";
    case MarkKind::NodeUp:
        return "node-up";
    case MarkKind::NodeDown:
        return "node-down";
    case MarkKind::Fenced:
        return "fenced";
    case MarkKind::FencingFailed:
        return "fencing-failed";
    case MarkKind::EmergencyStop:
        return "emergency-stop";
    case MarkKind::StatusFailed:
        return "status-failed";
    case MarkKind::StartRefused:
        return "start-refused";
    case MarkKind::StartFailed:
        return "start-failed";
    case MarkKind::StopFailed:
        return "stop-failed";
    case MarkKind::RecoverFailed:
        return "recover-failed";
    case MarkKind::MigrationFailed:
        return "migration-failed";
    case MarkKind::Relocated:
        return "relocated";
    case MarkKind::RestartedHere:
        return "restarted-here";
    case MarkKind::Reply:
        return "reply";
    case MarkKind::Wandered:
        return "wandered";
    }
    return "?";
}

} // namespace rgsim
