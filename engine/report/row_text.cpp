#include "report/row_text.h"

namespace rgsim {

namespace {

const char* wordsOf(ScriptResult result)
{
    switch (result) {
    case ScriptResult::StartOk:
        return "start succeeded";
    case ScriptResult::StartRefused:
        return "the guard refused the start and reported success";
    case ScriptResult::StartFailed:
        return "start failed";
    case ScriptResult::StopOk:
        return "stop succeeded";
    case ScriptResult::StopFailed:
        return "stop failed";
    case ScriptResult::StatusFailed:
        return "status check failed";
    case ScriptResult::RecoverOk:
        return "recover succeeded";
    case ScriptResult::RecoverFailed:
        return "recover failed";
    case ScriptResult::MigrateOk:
        return "migration succeeded";
    case ScriptResult::MigrateFailed:
        return "migration failed";
    case ScriptResult::MigrateRefused:
        break;
    }
    return "migration refused";
}

std::string resourceText(const Cluster& cluster, const LogRow& row)
{
    std::string text =
        row.service == noService ? std::string() : cluster.service(row.service).fullName;
    if (row.resource != noResource)
        text += (text.empty() ? "" : ", ") + cluster.resource(row.resource).fullName();
    return text;
}

std::string scriptText(const Cluster& cluster, const LogRow& row)
{
    std::string text = resourceText(cluster, row) + ": " + wordsOf(row.result);
    if (row.result == ScriptResult::StatusFailed && row.code > 0)
        text += " (depth " + std::to_string(row.code) + ')';
    return text;
}

} // namespace

bool tellsOfTruth(RowKind kind)
{
    return kind != RowKind::Record && kind != RowKind::Reply && kind != RowKind::Syslog;
}

std::string truthText(const Cluster& cluster, const std::vector<PlanEvent>& events,
                      const LogRow& row)
{
    const auto either = [&row](const char* yes, const char* no) { return row.flag ? yes : no; };
    switch (row.kind) {
    case RowKind::Fault:
        return "plan: " + eventText(cluster, events[static_cast<std::size_t>(row.code)]);
    case RowKind::Script:
        return scriptText(cluster, row);
    case RowKind::Process:
        return resourceText(cluster, row) + either(": process runs", ": process has ended");
    case RowKind::NodePower:
        return either("powered on", "dead: no power, no processes");
    case RowKind::NodeUp:
        return "became a member";
    case RowKind::NodeDown:
        return "declared down";
    case RowKind::Membership:
        return either("seen again", "lost: its token did not come");
    case RowKind::Quorum:
        return either("its partition has quorum", "its partition lost quorum");
    case RowKind::Fence:
        return std::string(either("fenced by ", "fencing failed, tried by ")) +
               std::string(nodeName(cluster, row.owner));
    case RowKind::Isolation:
        return either("cut off from the network", "connected to the network again");
    case RowKind::Emergency:
        return "stops everything for lack of quorum";
    case RowKind::Master:
        return "became the event master";
    case RowKind::Wander:
        return resourceText(cluster, row) + ": somebody moved the machine here by hand";
    case RowKind::Record:
    case RowKind::Reply:
    case RowKind::Syslog:
        break;
    }
    return {};
}

} // namespace rgsim
