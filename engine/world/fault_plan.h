// Everything that happens to a cluster from outside, with its time: boots, crashes, isolation,
// administrators' requests, scripts that fail. Data only; world/ and simulation/ carry it out.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "base/random_stream.h"
#include "base/sim_time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rgsim {

/// An administrator's request, as clusvcadm sends it.
enum class AdminRequest : std::uint8_t {
    Enable,
    Disable,
    Stop,
    Restart,
    Relocate,
    Migrate,
    Freeze,
    Unfreeze,
};

enum class PlanKind : std::uint8_t {
    Boot,        ///< `nodes`, in listed order, come up together at once
    Crash,       ///< `node` dies
    PowerCycle,  ///< `node` dies and starts booting again; it is up after its boot time
    Leave,       ///< rgmanager and cman are stopped on `node` in order: services stop, no fencing
    Isolate,     ///< `nodes` lose the network to all others
    Heal,        ///< all isolation ends
    ProcessDies, ///< the process of `resource` ends wherever it runs
    Admin,       ///< `request` for `service`, given to node `node`
    Wander,      ///< somebody moves the running vm `service` to `node` by hand
    Lock,        ///< an administrator locks all managers: `clusvcadm -l` on `node`
    Unlock,      ///< the same with `clusvcadm -u`
};

struct PlanEvent {
    SimTime at;
    PlanKind kind = PlanKind::Boot;
    NodeIndex node = noNode;
    std::vector<NodeIndex> nodes;
    ResourceIndex resource = noResource;
    ServiceIndex service = noService;
    AdminRequest request = AdminRequest::Enable;
    /// Relocate, enable, migrate: the wished node; noNode for "no preference".
    NodeIndex target = noNode;
    int line = 0;
};

/// The operations of a resource's script that a fault can hit.
enum class ScriptOp : std::uint8_t { Start, Stop, Status, Recover, Migrate, MigrateRefused };

enum class ScriptFaultKind : std::uint8_t {
    Fails, ///< an operation that ends in the window fails
    Hangs, ///< an operation that would end in the window ends only when the window does
    Slow,  ///< an operation that begins in the window takes `extra` longer
};

/// A script that misbehaves: operation `op` of `resource` on `node`, while from <= t < to.
struct ScriptFault {
    ScriptFaultKind kind = ScriptFaultKind::Fails;
    ResourceIndex resource = noResource;
    ScriptOp op = ScriptOp::Start;
    NodeIndex node = noNode; ///< noNode: any node
    SimTime from;
    SimTime to;
    SimDuration extra;      ///< Slow only
    SimDuration flapPeriod; ///< not zero: the window is active only during the first half of each
                            ///< period, counted from `from`
    int line = 0;
};

/// Fencing of `node` (noNode: any) fails while from <= t < to.
struct FenceFault {
    NodeIndex node = noNode;
    SimTime from;
    SimTime to;
    int line = 0;
};

/// Random failures of one node or of one service's processes.
struct FailureRate {
    NodeIndex node = noNode;          ///< either a node …
    ServiceIndex service = noService; ///< … or a service, whose first script's process dies
    Distribution timeToFailure;
    Distribution timeToRepair; ///< nodes only: from failure to booting; service: unused
    int line = 0;
};

struct FaultPlan {
    std::vector<PlanEvent> events; ///< any order of times; equal times keep this order
    std::vector<ScriptFault> scriptFaults;
    std::vector<FenceFault> fenceFaults;
    std::vector<FailureRate> rates;
};

/// The plan's events in the order in which they happen and in which log rows count them.
std::vector<PlanEvent> eventsInOrder(const FaultPlan& plan);

} // namespace rgsim
