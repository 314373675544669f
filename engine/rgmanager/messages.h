// rgmanager's own log lines (syslog priorities up to 5), as numbers in the run log and as text.
#pragma once

#include "world/run_log.h"

#include <cstdint>
#include <string>

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
};

/// Syslog priority: 0 emergency … 5 notice.
int priorityOf(Message message);

/// The line's text as rgmanager writes it; @p row must be a Syslog row.
std::string messageText(const Cluster& cluster, const LogRow& row);

} // namespace rgsim
