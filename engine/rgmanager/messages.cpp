#include "rgmanager/messages.h"

#include "cluster/cluster.h"
#include "rgmanager/request.h"

namespace rgsim {

namespace {

std::string nodeId(const Cluster& cluster, NodeIndex node)
{
    return node == noNode ? "0" : std::to_string(cluster.node(node).id);
}

std::string nodeName(const Cluster& cluster, NodeIndex node)
{
    return node == noNode ? "(none)" : cluster.node(node).name;
}

std::string uncertain(const Cluster& cluster, const LogRow& row, const std::string& name)
{
    const bool recovery = static_cast<Request>(row.request) == Request::StartRecover;
    return "State Uncertain: svc:" + name + " nid:" + nodeId(cluster, row.owner) +
           " req:" + (recovery ? "start (recovery)" : "start (remote)") +
           " ret:" + std::to_string(row.value);
}

std::string relocationText(const Cluster& cluster, const LogRow& row, const std::string& name)
{
    switch (static_cast<Message>(row.code)) {
    case Message::RelocatingFailed:
        return "#71: Relocating failed service " + name;
    case Message::RestartingLocally:
        return "#70: Failed to relocate " + name + "; restarting locally";
    case Message::ThresholdExceeded:
        return "Restart threshold for " + name + " exceeded; attempting to relocate";
    case Message::NowRunningOn:
        return "Service " + name + " is now running on member " + nodeId(cluster, row.owner);
    case Message::RelocatingBetter:
        return "Relocating " + name + " to better node " + nodeName(cluster, row.owner);
    case Message::InvalidReply:
        return "#61: Invalid reply from member " + nodeId(cluster, row.owner) +
               " during relocate operation!";
    case Message::StateUncertain:
        return uncertain(cluster, row, name);
    case Message::TargetDown:
        return "#60: Cancelling relocation: Target node down";
    default:
        return "#1: Quorum Dissolved";
    }
}

} // namespace

int priorityOf(Message message)
{
    switch (message) {
    case Message::StateUncertain:
    case Message::FailedToStop:
        return 2;
    case Message::InvalidReply:
        return 3;
    case Message::QuorumDissolved:
        return 0;
    case Message::FailedToStart:
    case Message::RestartingLocally:
    case Message::RelocatingFailed:
    case Message::InlineAttempt:
    case Message::InlineFailed:
    case Message::DependencyMissing:
    case Message::TargetDown:
        return 4;
    default:
        return 5;
    }
}

std::string messageText(const Cluster& cluster, const LogRow& row)
{
    const std::string name =
        row.service == noService ? std::string() : cluster.service(row.service).fullName;
    switch (static_cast<Message>(row.code)) {
    case Message::StartingStopped:
        return "Starting stopped service " + name;
    case Message::StartingDisabled:
        return "Starting disabled service " + name;
    case Message::RecoveringFailed:
        return "Recovering failed service " + name;
    case Message::TakingOver:
        return "Taking over service " + name + " from down member " + nodeName(cluster, row.owner);
    case Message::Started:
        return "Service " + name + " started";
    case Message::Stopping:
        return "Stopping service " + name;
    case Message::IsStopped:
        return "Service " + name + " is stopped";
    case Message::IsDisabled:
        return "Service " + name + " is disabled";
    case Message::IsRecovering:
        return "Service " + name + " is recovering";
    case Message::IsFailed:
        return "Service " + name + " is failed";
    case Message::DisablingDisabled:
        return "Disabling disabled service " + name;
    case Message::FailedToStart:
        return "#68: Failed to start " + name + "; return value: " + std::to_string(row.value);
    case Message::FailedToStop:
        return "#12: RG " + name + " failed to stop; intervention required";
    case Message::RestrictedUnavailable:
        return "Marking " + name + " as stopped: Restricted domain unavailable";
    case Message::DependencyMissing:
        return "Stopping service " + name + ": Dependency missing";
    case Message::InlineAttempt:
        return "Some independent resources in " + name + " failed; Attempting inline recovery";
    case Message::InlineSucceeded:
        return "Inline recovery of " + name + " succeeded";
    case Message::InlineFailed:
        return "Inline recovery of " + name + " failed";
    default:
        return relocationText(cluster, row, name);
    }
}

} // namespace rgsim
