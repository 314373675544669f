#include "report/trace_json.h"

#include "report/run_report.h"
#include "rgmanager/messages.h"
#include "rgmanager/request.h"

#include <array>

namespace rgsim {

namespace {

const char* wordOf(RowKind kind)
{
    constexpr std::array words = {"node-up",    "node-down", "record",  "script",
                                  "reply",      "syslog",    "process", "node-power",
                                  "membership", "quorum",    "fence",   "isolation",
                                  "emergency",  "fault",     "master",  "wander"};
    return words[static_cast<std::size_t>(kind)];
}

void writeRecordRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    writeService(json, "service", cluster, row.service);
    json.member("state", toString(row.state));
    writeNode(json, "owner", cluster, row.owner);
    writeNode(json, "last_owner", cluster, row.lastOwner);
    json.member("restarts", row.code);
    json.member("frozen", row.flag);
    writeNode(json, "by", cluster, row.node);
}

void writeScriptRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    writeService(json, "service", cluster, row.service);
    writeResource(json, cluster, row.resource);
    json.member("result", toString(row.result));
    json.member("depth", row.code);
    writeNode(json, "node", cluster, row.node);
}

void writeReplyRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    writeService(json, "service", cluster, row.service);
    json.member("request", replyName(static_cast<Request>(row.request)));
    json.member("code", toString(static_cast<ReturnCode>(row.code)));
    writeNode(json, "owner", cluster, row.owner);
    writeNode(json, "node", cluster, row.node);
}

void writeSyslogRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    writeNode(json, "node", cluster, row.node);
    json.member("priority", priorityName(priorityOf(static_cast<Message>(row.code))));
    json.member("text", messageText(cluster, row));
}

void writeNodeRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    writeNode(json, "node", cluster, row.node);
    switch (row.kind) {
    case RowKind::NodePower:
    case RowKind::Membership:
    case RowKind::Quorum:
    case RowKind::Isolation:
        json.member("on", row.flag);
        return;
    case RowKind::Fence:
        json.member("worked", row.flag);
        writeNode(json, "by", cluster, row.owner);
        return;
    case RowKind::Process:
        writeResource(json, cluster, row.resource);
        json.member("runs", row.flag);
        return;
    case RowKind::Wander:
        writeService(json, "service", cluster, row.service);
        return;
    default:
        return;
    }
}

} // namespace

void writeNode(JsonText& json, std::string_view key, const Cluster& cluster, NodeIndex node)
{
    if (node == noNode)
        json.key(key).null();
    else
        json.member(key, cluster.node(node).name);
}

void writeService(JsonText& json, std::string_view key, const Cluster& cluster,
                  ServiceIndex service)
{
    if (service == noService)
        json.key(key).null();
    else
        json.member(key, cluster.service(service).fullName);
}

void writeResource(JsonText& json, const Cluster& cluster, ResourceIndex resource)
{
    if (resource == noResource)
        json.key("resource").null();
    else
        json.member("resource", cluster.resource(resource).fullName());
}

void writeTraceRow(JsonText& json, const Cluster& cluster, const LogRow& row)
{
    json.newLine();
    json.beginObject();
    json.member("t", row.at.ms);
    json.member("kind", wordOf(row.kind));
    switch (row.kind) {
    case RowKind::Record:
        writeRecordRow(json, cluster, row);
        break;
    case RowKind::Script:
        writeScriptRow(json, cluster, row);
        break;
    case RowKind::Reply:
        writeReplyRow(json, cluster, row);
        break;
    case RowKind::Syslog:
        writeSyslogRow(json, cluster, row);
        break;
    case RowKind::Fault:
        json.member("event", row.code);
        break;
    default:
        writeNodeRow(json, cluster, row);
        break;
    }
    json.endObject();
}

} // namespace rgsim
