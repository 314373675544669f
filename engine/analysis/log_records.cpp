#include "analysis/log_records.h"

#include "rgmanager/messages.h"
#include "rgmanager/service_record.h"

#include <cstddef>

namespace rgsim {

namespace {

class LogRecords {
public:
    explicit LogRecords(const Cluster& cluster)
        : m_records(cluster.services.size()), m_isUp(cluster.nodes.size())
    {
    }
    void take(const LogRow& row);
    std::vector<LogRow> rows() { return std::move(m_rows); }

private:
    void takeMessage(const LogRow& row);
    void beginning(const LogRow& row);
    void running(const LogRow& row, NodeIndex owner);
    void ending(const LogRow& row, ServiceState state);
    void write(const LogRow& row);
    void setUp(const LogRow& row, NodeIndex node, bool up);
    ServiceRecord& recordOf(const LogRow& row)
    {
        return m_records[static_cast<std::size_t>(row.service)];
    }

    std::vector<ServiceRecord> m_records;
    std::vector<bool> m_isUp;
    std::vector<LogRow> m_rows;
};

void LogRecords::setUp(const LogRow& row, NodeIndex node, bool up)
{
    if (node == noNode || m_isUp[static_cast<std::size_t>(node)] == up)
        return;
    m_isUp[static_cast<std::size_t>(node)] = up;
    LogRow change;
    change.at = row.at;
    change.node = node;
    change.flag = up;
    change.kind = RowKind::NodePower;
    m_rows.push_back(change);
    change.kind = up ? RowKind::NodeUp : RowKind::NodeDown;
    m_rows.push_back(change);
}

void LogRecords::write(const LogRow& row)
{
    ServiceRecord& record = recordOf(row);
    record.exists = true;
    LogRow written;
    written.at = row.at;
    written.kind = RowKind::Record;
    written.node = row.node;
    written.service = row.service;
    written.state = record.state;
    written.owner = record.owner;
    written.lastOwner = record.lastOwner;
    written.code = record.restarts;
    m_rows.push_back(written);
}

void LogRecords::beginning(const LogRow& row)
{
    ServiceRecord& record = recordOf(row);
    const bool recovers = static_cast<Message>(row.code) == Message::RecoveringFailed;
    record.restarts = recovers ? record.restarts + 1 : 0;
    record.owner = row.node;
    record.state = ServiceState::Starting;
    write(row);
}

// rgmanager's record says started even if the start failed.
void LogRecords::running(const LogRow& row, NodeIndex owner)
{
    ServiceRecord& record = recordOf(row);
    record.owner = owner;
    record.state = ServiceState::Started;
    write(row);
}

void LogRecords::ending(const LogRow& row, ServiceState state)
{
    ServiceRecord& record = recordOf(row);
    record.lastOwner = record.owner != noNode ? record.owner : row.node;
    record.owner = noNode;
    record.state = state;
    write(row);
}

void LogRecords::takeMessage(const LogRow& row)
{
    switch (static_cast<Message>(row.code)) {
    case Message::TakingOver:
        setUp(row, row.owner, false);
        beginning(row);
        return;
    case Message::StartingStopped:
    case Message::StartingDisabled:
    case Message::RecoveringFailed:
        beginning(row);
        return;
    case Message::Started:
    case Message::FailedToStart:
        running(row, row.node);
        return;
    case Message::NowRunningOn: // the new owner's own line says so too, if its log is at hand
        if (recordOf(row).state != ServiceState::Started)
            running(row, row.owner);
        return;
    case Message::Stopping: // whoever stops it, the record keeps its owner
        if (!recordOf(row).exists)
            recordOf(row).owner = row.node;
        recordOf(row).state = ServiceState::Stopping;
        write(row);
        return;
    case Message::DisablingDisabled: // nobody has it, though the log has not said so before
        recordOf(row).exists = true;
        return;
    case Message::IsStopped:
        ending(row, ServiceState::Stopped);
        return;
    case Message::IsDisabled:
        ending(row, ServiceState::Disabled);
        return;
    case Message::IsRecovering:
        ending(row, ServiceState::Recovering);
        return;
    case Message::IsFailed:
        ending(row, ServiceState::Failed);
        return;
    default:
        return;
    }
}

void LogRecords::take(const LogRow& row)
{
    if (row.kind == RowKind::NodeUp || row.kind == RowKind::NodeDown) {
        setUp(row, row.node, row.flag);
        return;
    }
    if (row.kind != RowKind::Syslog || row.node == noNode)
        return;
    setUp(row, row.node, true);
    m_rows.push_back(row);
    if (static_cast<Message>(row.code) == Message::QuorumDissolved) {
        LogRow stop;
        stop.at = row.at;
        stop.kind = RowKind::Emergency;
        stop.node = row.node;
        m_rows.push_back(stop);
    } else if (row.service != noService) {
        takeMessage(row);
    }
}

} // namespace

std::vector<LogRow> withRecordsOfLog(const Cluster& cluster, const std::vector<LogRow>& rows)
{
    LogRecords records(cluster);
    for (const LogRow& row : rows)
        records.take(row);
    return records.rows();
}

} // namespace rgsim
