// A run as intervals: for each service what the records said (belief) and where it really ran
// (truth), for each node whether it took part, and marks for what happened. Computed from the run
// log alone; it judges nothing and knows no layout on paper or screen.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "base/sim_time.h"
#include "cluster/cluster.h"
#include "world/run_log.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rgsim {

/// What the record of a service said while from <= t < to.
struct BeliefSegment {
    SimTime from;
    SimTime to;
    bool exists = false; ///< false: no record; then the rest means nothing
    bool frozen = false;
    ServiceState state = ServiceState::Stopped;
    NodeIndex owner = noNode;
    NodeIndex lastOwner = noNode;
    std::int32_t restarts = 0;

    bool operator==(const BeliefSegment&) const = default;
    bool isStarted() const { return exists && state == ServiceState::Started; }
};

/// Where a service really ran while from <= t < to.
struct TruthSegment {
    SimTime from;
    SimTime to;
    NodeSet runsOn;   ///< every resource of its tree that has a script runs there
    NodeSet partlyOn; ///< some of them run there, but not all

    bool operator==(const TruthSegment&) const = default;
};

/// Both lists have no gaps, begin at 0 and end at Timeline::end. States that lasted no time are
/// left out, but for the last segment: what was written at the very end has no length and counts.
struct ServiceTimeline {
    /// False: nothing in its tree has a script, so there is no truth to speak of.
    bool hasProcesses = true;
    std::vector<BeliefSegment> belief;
    std::vector<TruthSegment> truth;
};

enum class NodeState : std::uint8_t {
    Off,      ///< not powered, and all others know (or it was never up)
    Lost,     ///< dead, but not yet declared down: nobody may recover its services
    Up,       ///< a member with a running manager
    Isolated, ///< runs, but is cut off
    Idle,     ///< runs without a manager: no quorum, after an emergency stop, or left in order
};
/// Lower-case word: "off", "lost", "up", "isolated", "idle".
const char* toString(NodeState state);

struct NodeSegment {
    SimTime from;
    SimTime to;
    NodeState state = NodeState::Off;

    bool operator==(const NodeSegment&) const = default;
};

enum class MarkKind : std::uint8_t {
    Fault,           ///< the plan acted: code = index in the plan's events, ordered by time
    NodeUp,          ///< node became a member
    NodeDown,        ///< node was declared down
    Fenced,          ///< node was fenced by other
    FencingFailed,   ///< node should have been fenced by other
    EmergencyStop,   ///< node stopped everything for lack of quorum
    StatusFailed,    ///< a check of resource failed on node: code = depth
    StartRefused,    ///< the guard refused on node and reported success
    StartFailed,     ///< a start script failed on node
    StopFailed,      ///< a stop script failed on node
    RecoverFailed,   ///< a recover script failed on node
    MigrationFailed, ///< a migration failed or was refused on node
    Relocated,       ///< the record's owner changed from node to other
    RestartedHere,   ///< the record went to starting on the node that had the service before
    Reply,           ///< request ended with code; other = the new owner, if any
    Wandered,        ///< somebody moved the machine to node by hand
};
/// Hyphenated words: "status-failed", "start-refused".
const char* toString(MarkKind kind);

struct Mark {
    SimTime at;
    MarkKind kind = MarkKind::Fault;
    std::uint8_t request = 0; ///< Reply: rgsim::Request
    NodeIndex node = noNode;
    NodeIndex other = noNode;
    ServiceIndex service = noService; ///< noService: about a node or the whole cluster
    ResourceIndex resource = noResource;
    std::int32_t code = 0;
    std::size_t row = 0; ///< position in the run log

    bool operator==(const Mark&) const = default;
};

struct Timeline {
    SimTime end;
    std::vector<ServiceTimeline> services;       ///< by ServiceIndex
    std::vector<std::vector<NodeSegment>> nodes; ///< by NodeIndex; no gaps, as above
    std::vector<Mark> marks;                     ///< in the log's order
};

/// @p rows are those of one run of @p cluster that began at 0 and was looked at until @p end, so
/// none is later. A relocation is a change of the owner from one node to another, directly or by
/// way of none; a start after all records were forgotten is not one.
Timeline makeTimeline(const Cluster& cluster, const std::vector<LogRow>& rows, SimTime end);

} // namespace rgsim
