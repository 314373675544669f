// The requests that rgmanager's workers carry out and the codes they end with, with the names and
// numbers that rgmanager's traces use. Vocabulary only: what a request does is in its handler.
#pragma once

#include "world/fault_plan.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace rgsim {

/// rgmanager: RG_START … RG_STATUS_INQUIRY, as seen by resgroup_thread_main.
enum class Request : std::uint8_t {
    Start,        ///< the node itself starts the service
    StartRemote,  ///< another node asks for the start
    StartRecover, ///< a start as part of a recovery
    Enable,
    Relocate,
    Stop,     ///< the node itself stops the service
    StopUser, ///< an administrator's stop
    Disable,
    Restart,
    Status,
    Freeze,
    Unfreeze,
    Migrate,
    Inquiry, ///< another node asks whether it sees the machine running
};

/// How a request ended. rgmanager: RG_SUCCESS, RG_EFAIL, …
enum class ReturnCode : std::int32_t {
    Success = 0,
    Yes = 1, ///< also a stop whose script failed, which is not Fail
    No = 2,
    Fail = -1,
    Abort = -2,
    Forward = -3,
    NoService = -4,
    Deadlock = -5,
    Again = -6,
    Depend = -7,
    Invalid = -8,
    Quorum = -9,
    Run = -10,
    Frozen = -11,
    Node = -12,
    Fence = -13,
    Script = -14,
    Domain = -15,
    Exclusive = -16,
    Relocated = -17,
    Permission = -18,
};

/// The result of a stop whose script failed: rgmanager returns a bare 1 there.
constexpr ReturnCode stopScriptFailed = ReturnCode::Yes;

/// The name in `reply` rows: lower case, StopUser is "stop". Requests that leave no such row have
/// a name too ("start", "start-remote", "start-recover", "stop-local", "status", "inquiry").
const char* replyName(Request request);

/// Inverse of replyName(); nothing for an unknown name.
std::optional<Request> requestByReplyName(std::string_view name);

/// True for the requests whose end leaves a `reply` row.
bool leavesReply(Request request);

/// The worker's request for what an administrator asks.
Request toRequest(AdminRequest request);

/// rgmanager's own name: "RG_EFAIL"; "RG_?" for a number that has none.
const char* toString(ReturnCode code);

} // namespace rgsim
