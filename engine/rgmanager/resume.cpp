#include "rgmanager/resume.h"

#include "rgmanager/records.h"
#include "rgmanager/tree_knowledge.h"

namespace rgsim {

namespace {

// As if every script of the service had just been started there.
void runService(Manager& m, ServiceIndex service, NodeIndex node, bool hasManager)
{
    const ResourceTree& tree = m.cluster.service(service).tree;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (hasManager)
            TreeKnowledge(m.state, tree, node, service).afterStart(static_cast<int>(i), m.now());
        const ResourceIndex resource = tree.nodes[i].resource;
        if (resource == noResource || m.world.processOf(resource).contains(node))
            continue;
        m.world.processOf(resource).insert(node);
        LogRow row;
        row.at = m.now();
        row.kind = RowKind::Process;
        row.flag = true;
        row.node = node;
        row.service = service;
        row.resource = resource;
        m.log.add(row);
    }
}

} // namespace

void resumeManagers(Manager& m, const NodeSet& managers, const NodeSet& members,
                    const std::vector<ServiceRecord>& records)
{
    for (const NodeIndex node : managers) {
        const std::uint32_t start = ++m.world.node(node).managerStarts;
        m.world.queue.push(
            {m.now() + m.cluster.statusPollInterval, 0, ItemKind::Scan, node, noService, start});
    }
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = records[static_cast<std::size_t>(service)];
        if (!record.exists || managers.empty())
            continue;
        giveRecord(m, service, record, managers.first());
        const bool runs = record.state == ServiceState::Started && members.contains(record.owner);
        if (runs)
            runService(m, service, record.owner, managers.contains(record.owner));
    }
}

} // namespace rgsim
