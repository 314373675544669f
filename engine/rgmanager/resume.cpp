#include "rgmanager/resume.h"

#include "rgmanager/records.h"
#include "rgmanager/tree_knowledge.h"

namespace rgsim {

namespace {

// As if every script of the service had just been started there, and had worked.
void believeStarted(Manager& m, ServiceIndex service, NodeIndex owner)
{
    const ResourceTree& tree = m.cluster.service(service).tree;
    TreeKnowledge knowledge(m.state, tree, owner, service);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i)
        knowledge.afterStart(static_cast<int>(i), m.now());
}

void runService(Manager& m, ServiceIndex service, NodeIndex node)
{
    for (const TreeNode& treeNode : m.cluster.service(service).tree.nodes) {
        const ResourceIndex resource = treeNode.resource;
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

void resumeManagers(Manager& m, const NodeSet& managers, const std::vector<ServiceRecord>& records,
                    const std::function<NodeSet(ServiceIndex)>& placesOf)
{
    for (const NodeIndex node : managers) {
        const std::uint32_t start = ++m.world.node(node).managerStarts;
        m.world.queue.push(
            {m.now() + m.cluster.statusPollInterval, 0, ItemKind::Scan, node, noService, start});
    }
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service) {
        const ServiceRecord& record = records[static_cast<std::size_t>(service)];
        if (record.exists && !managers.empty()) {
            giveRecord(m, service, record, managers.first());
            if (record.state == ServiceState::Started && managers.contains(record.owner))
                believeStarted(m, service, record.owner);
        }
        for (const NodeIndex node : placesOf(service))
            runService(m, service, node);
    }
}

} // namespace rgsim
