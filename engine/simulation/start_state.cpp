#include "simulation/start_state.h"

#include "rgmanager/resume.h"

namespace rgsim {

namespace {

void addNodeRow(Manager& m, RowKind kind, NodeIndex node)
{
    LogRow row;
    row.at = m.now();
    row.kind = kind;
    row.flag = true;
    row.node = node;
    m.log.add(row);
}

NodeSet nodesThat(const StartState& start, NodeStart how)
{
    NodeSet nodes;
    for (std::size_t i = 0; i < start.nodes.size(); ++i) {
        if (start.nodes[i] == how)
            nodes.insert(static_cast<NodeIndex>(i));
    }
    return nodes;
}

} // namespace

NodeSet placesAtStart(const StartState& start, ServiceIndex service)
{
    NodeSet places;
    const auto given = start.runsOn.find(service);
    const ServiceRecord& record = start.records[static_cast<std::size_t>(service)];
    if (given != start.runsOn.end())
        places = given->second;
    else if (record.exists && record.state == ServiceState::Started && record.owner != noNode)
        places.insert(record.owner);
    return places.minus(nodesThat(start, NodeStart::Off));
}

void beginIn(Manager& m, const StartState& start)
{
    const NodeSet managers = nodesThat(start, NodeStart::Manager);
    const NodeSet members = managers | nodesThat(start, NodeStart::Member);
    for (const NodeIndex node : members) {
        NodeCondition& condition = m.world.node(node);
        ++condition.incarnation;
        condition.runs = true;
        condition.isMember = true;
        condition.isDeclaredDown = false;
        addNodeRow(m, RowKind::NodePower, node);
        addNodeRow(m, RowKind::NodeUp, node);
    }
    for (const NodeIndex node : managers) {
        m.world.node(node).managerRuns = true;
        m.world.node(node).view = managers;
    }
    resumeManagers(m, managers, start.records,
                   [&start](ServiceIndex service) { return placesAtStart(start, service); });
}

} // namespace rgsim
