// A request in progress as data: a small stack of frames, each naming a handler, the step it has
// reached and its few locals. It can be copied, hashed and continued at any time.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "base/sim_time.h"
#include "rgmanager/request.h"

#include <array>
#include <cstdint>

namespace rgsim {

enum class Handler : std::uint8_t {
    Dispatch, ///< the worker's switch over requests
    StartRequest,
    RemoteStart,
    Start,
    Stop,
    Relocate,
    Status,
    Recover,
    Migrate,
    TreeStart,
    TreeStop,
    TreeCheck,
    ConditionalStop,
    ConditionalStart,
    LocateMachine,
    Inquiry,
};

struct Frame {
    Handler handler = Handler::Dispatch;
    std::uint8_t step = 0;
    Request request = Request::Start;  ///< what the handler was asked for; may change on the way
    Request original = Request::Start; ///< Relocate: what it was asked for at first
    bool flag = false;                 ///< Stop: recovery; TreeStop: something failed so far
    bool wasFailed = false;            ///< Stop: the record was failed before
    NodeIndex target = noNode;
    std::int32_t position = 0; ///< TreeStart, TreeStop: next in the order; walks: their memo
    NodeSet allowed;           ///< Relocate: nodes still to be tried
};

/// Who waits for the answer of a remote start.
struct ReplyTo {
    NodeIndex node = noNode; ///< noNode: nobody
    std::uint64_t waitNumber = 0;
    bool operator==(const ReplyTo&) const = default;
};

struct Task {
    static constexpr int maxDepth = 10;

    NodeIndex node = noNode;
    ServiceIndex service = noService;
    Request request = Request::Start; ///< as taken from the queue
    bool isUsed = false;              ///< false: a free place in ManagerState::tasks
    std::uint8_t depth = 0;
    NodeIndex target = noNode;
    NodeIndex newOwner = noNode;             ///< set by handlers for the reply
    NodeIndex waitsFor = noNode;             ///< asked node while a remote start is under way
    ReturnCode answer = ReturnCode::Success; ///< what the asked node said
    std::uint64_t number = 0;                ///< unique; wake-ups and answers name it
    std::uint64_t waitNumber = 0; ///< grows over a run: order in which askers began to wait
    SimTime operationBegan;
    ReplyTo replyTo;
    std::array<Frame, maxDepth> frames;

    Frame& top() { return frames[static_cast<std::size_t>(depth - 1)]; }
};

} // namespace rgsim
