// What central processing remembers: the event master, each node's queue of events, and the scripts
// in progress with the answers that they have had so far. Plain values; no behaviour in here.
#pragma once

#include "base/ids.h"
#include "central/script_values.h"
#include "rgmanager/request.h"
#include "world/run_log.h"

#include <cstdint>
#include <vector>

namespace rgsim {

enum class EventType : std::uint8_t { None, Node, Config, Service, User };

struct CentralEvent {
    EventType type = EventType::None;
    ServiceState state = ServiceState::Stopped; ///< Service: the broadcast state
    Request request = Request::Start;           ///< User
    bool isUp = false;                          ///< Node
    bool isClean = false;                       ///< Node
    bool isLocal = false;                       ///< Node: the queue's own
    NodeIndex node = noNode;                    ///< Node
    ServiceIndex service = noService;           ///< Service, User
    NodeIndex owner = noNode;                   ///< Service
    NodeIndex lastOwner = noNode;               ///< Service
    NodeIndex target = noNode;                  ///< User: the wished node
};

/// A call of a script that waits for an answer.
struct PendingCall {
    ScriptFunction function = ScriptFunction::ServiceStart;
    ServiceIndex service = noService;
    std::vector<std::int32_t> nodes; ///< ServiceStart: ids, in the order in which they are asked
    std::int32_t position = 0;       ///< ServiceStart: of the node that is asked now
    bool allExclusive = true;        ///< ServiceStart: all asked so far said RG_EEXCL
    bool allDepend = true;           ///< ServiceStart: … RG_EDEPEND
};

/// The scripts of one event, in progress.
struct EventTask {
    bool isUsed = false;
    bool waits = false; ///< pending means something
    CentralEvent event;
    std::int32_t script = 0; ///< position among those that match; the default script is the last
    bool isPrepared = false; ///< restarts have been counted for this script
    bool stopsAfter = false; ///< the script has called stop_processing()
    std::int32_t restartsExceeded = 0;
    std::int32_t userReturn = 0;       ///< when this script began
    std::vector<ScriptValues> answers; ///< what this script's calls were answered so far
    PendingCall pending;
    NodeIndex waitsFor = noNode;
    std::uint64_t waitNumber = 0;
    ReturnCode answer = ReturnCode::Success;
};

enum class QueuePhase : std::uint8_t { Idle, Runnable, Running, Suspended };

struct NodeEvents {
    QueuePhase phase = QueuePhase::Idle;
    std::vector<CentralEvent> waiting;
    EventTask task;
};

struct CentralState {
    NodeIndex master = noNode;
    std::vector<NodeEvents> nodes; ///< by node; empty under distributed processing
};

} // namespace rgsim
