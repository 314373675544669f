#include "report/mark_text.h"

#include "report/run_report.h"
#include "rgmanager/request.h"

namespace rgsim {

namespace {

// "script:meow", with the service where the name does not tell.
std::string resourceText(const Cluster& cluster, const Mark& mark)
{
    const std::string service =
        mark.service == noService ? std::string() : cluster.service(mark.service).fullName;
    if (mark.resource == noResource)
        return service;
    const std::string name = cluster.resource(mark.resource).fullName();
    return service.empty() || service == name ? name : name + " of " + service;
}

std::string scriptText(const Cluster& cluster, const Mark& mark, const char* operation)
{
    return std::string("the ") + operation + " of " + resourceText(cluster, mark) + " failed on " +
           std::string(nodeName(cluster, mark.node));
}

std::string replyText(const Cluster& cluster, const Mark& mark)
{
    std::string text = "the request to ";
    text += replyName(static_cast<Request>(mark.request));
    text += ' ' + cluster.service(mark.service).fullName + " ended with ";
    text += toString(static_cast<ReturnCode>(mark.code));
    if (mark.other != noNode)
        text += ", its owner is " + cluster.node(mark.other).name;
    return text;
}

std::string aboutNode(const Cluster& cluster, const Mark& mark)
{
    const std::string node(nodeName(cluster, mark.node));
    const std::string other(nodeName(cluster, mark.other));
    switch (mark.kind) {
    case MarkKind::NodeUp:
        return node + " became a member";
    case MarkKind::NodeDown:
        return node + " was declared down";
    case MarkKind::Fenced:
        return node + " was fenced by " + other;
    case MarkKind::FencingFailed:
        return "fencing " + node + " by " + other + " failed";
    case MarkKind::EmergencyStop:
        return node + " lost quorum and stopped everything at once";
    default:
        return toString(mark.kind);
    }
}

} // namespace

std::string markText(const Cluster& cluster, const Mark& mark, const std::vector<PlanEvent>& events)
{
    const std::string node(nodeName(cluster, mark.node));
    const std::string service =
        mark.service == noService ? std::string() : cluster.service(mark.service).fullName;
    switch (mark.kind) {
    case MarkKind::Fault: {
        const auto index = static_cast<std::size_t>(mark.code);
        return index < events.size() ? "scenario: " + eventText(cluster, events[index])
                                     : std::string(toString(mark.kind));
    }
    case MarkKind::StatusFailed:
        return scriptText(cluster, mark, "check");
    case MarkKind::StartRefused:
        return "the guard of " + resourceText(cluster, mark) + " refused the start on " + node +
               " and reported success";
    case MarkKind::StartFailed:
        return scriptText(cluster, mark, "start");
    case MarkKind::StopFailed:
        return scriptText(cluster, mark, "stop");
    case MarkKind::RecoverFailed:
        return scriptText(cluster, mark, "recovery");
    case MarkKind::MigrationFailed:
        return scriptText(cluster, mark, "migration");
    case MarkKind::Relocated:
        return service + " went from " + node + " to " + std::string(nodeName(cluster, mark.other));
    case MarkKind::RestartedHere:
        return service + " was started again on " + node;
    case MarkKind::Reply:
        return replyText(cluster, mark);
    case MarkKind::Wandered:
        return service + " was moved to " + node + " by hand";
    default:
        return aboutNode(cluster, mark);
    }
}

} // namespace rgsim
