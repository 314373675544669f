#include "rgmanager/records.h"

#include "central/event_master.h"
#include "rgmanager/run_queue.h"

namespace rgsim {

namespace {

void addRecordRow(Manager& m, ServiceIndex service, NodeIndex by)
{
    ++m.state.recordVersion;
    const ServiceRecord& record = m.state.record(service);
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Record;
    row.state = record.state;
    row.flag = record.frozen;
    row.node = by;
    row.owner = record.owner;
    row.lastOwner = record.lastOwner;
    row.service = service;
    row.code = record.restarts;
    m.log.add(row);
}

} // namespace

ServiceRecord& readRecord(Manager& m, ServiceIndex service, NodeIndex reader)
{
    ServiceRecord& record = m.state.record(service);
    if (!record.exists) {
        record = ServiceRecord{};
        record.exists = true;
        --m.state.missingRecords;
        addRecordRow(m, service, reader);
    }
    return record;
}

void readAllRecords(Manager& m, NodeIndex reader)
{
    if (m.state.missingRecords == 0)
        return;
    for (ServiceIndex service = 0; service < m.cluster.serviceCount(); ++service)
        readRecord(m, service, reader);
}

void writeRecord(Manager& m, ServiceIndex service, NodeIndex by)
{
    ServiceRecord& record = m.state.record(service);
    record.hasChanged = true;
    record.transition = m.now();
    addRecordRow(m, service, by);
}

void giveRecord(Manager& m, ServiceIndex service, const ServiceRecord& record, NodeIndex by)
{
    if (!m.state.record(service).exists && record.exists)
        --m.state.missingRecords;
    m.state.record(service) = record;
    addRecordRow(m, service, by);
}

void broadcastState(Manager& m, ServiceIndex service, ServiceState state, NodeIndex sender)
{
    // Only services with a dependency react; without any, hearing of it changes nothing.
    if (!isCentral(m) && !m.cluster.anyDepend && m.state.missingRecords == 0)
        return;
    const NodeIndex owner = m.state.record(service).owner;
    const std::vector<NodeIndex> hearers =
        m.cluster.anyDepend || isCentral(m) // otherwise it is all the same who hears of it first
            ? actingOrder(m, m.view(sender))
            : arbitrationOrder(m.view(sender), m.arbitration, m.world.arbitrationStream);
    for (const NodeIndex node : hearers) {
        if (!m.world.node(node).managerRuns || !m.world.canReach(sender, node))
            continue;
        if (isCentral(m)) {
            CentralEvent event;
            event.type = EventType::Service;
            event.service = service;
            event.state = state;
            event.owner = owner;
            event.lastOwner = m.state.record(service).lastOwner;
            addEvent(m, node, event);
            continue;
        }
        Activity activity;
        activity.kind = ActivityKind::ServiceEvent;
        activity.state = state;
        activity.node = node;
        activity.other = owner;
        activity.service = service;
        addActivity(m, activity);
    }
}

} // namespace rgsim
