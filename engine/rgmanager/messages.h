// rgmanager's own log lines (syslog priorities up to 5), as numbers in the run log and as text.
// One table serves whoever writes them and whoever reads them.
#pragma once

#include "rgmanager/request.h"
#include "world/run_log.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rgsim {

struct Cluster;

enum class Message : std::uint8_t {
    StartingStopped,
    StartingDisabled,
    RecoveringFailed,
    TakingOver, ///< other: the node that is down
    Started,
    Stopping,
    IsStopped,
    IsDisabled,
    IsRecovering,
    IsFailed,
    DisablingDisabled,
    FailedToStart, ///< value: the script's return value
    FailedToStop,
    RelocatingFailed,
    RestartingLocally,
    ThresholdExceeded,
    NowRunningOn,     ///< other: the node
    RelocatingBetter, ///< other: the node
    RestrictedUnavailable,
    DependencyMissing,
    InvalidReply,   ///< other: the node
    StateUncertain, ///< other: the node; value: the return code
    TargetDown,     ///< other: the node
    InlineAttempt,
    InlineSucceeded,
    InlineFailed,
    QuorumDissolved,
    GroupsLocked,
    GroupsUnlocked,
    NotFailingOver,
};

/// Syslog priority: 0 emergency … 5 notice.
int priorityOf(Message message);

/// What a line says, by names: for lines of clusters that are not simulated. What the message does
/// not mention is empty.
struct MessageWords {
    Message message = Message::Started;
    std::string service;  ///< full name
    std::string nodeName; ///< of the other node; "(none)" if there was none
    int nodeId = 0;       ///< of the other node, in messages that give its number
    std::int32_t value = 0;
    Request request = Request::StartRemote;

    bool operator==(const MessageWords&) const = default;
};

/// The line's text as rgmanager writes it.
std::string messageText(const MessageWords& words);
/// The same for a Syslog row.
std::string messageText(const Cluster& cluster, const LogRow& row);

/// Inverse of messageText(); nothing for what rgmanager does not write or rgsim does not simulate.
std::optional<MessageWords> readMessage(std::string_view text);

/// Whether @p text has the form @p form, in which each '*' stands for one character or more.
bool hasForm(std::string_view form, std::string_view text);

} // namespace rgsim
