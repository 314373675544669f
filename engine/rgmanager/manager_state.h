// Everything rgmanager knows and does, on all nodes, as one plain value: records, workers with
// their queues, requests in progress, restart counters, check times. No behaviour in here.
#pragma once

#include "base/fingerprint.h"
#include "base/ids.h"
#include "base/node_set.h"
#include "base/sim_time.h"
#include "central/central_state.h"
#include "rgmanager/request.h"
#include "rgmanager/service_record.h"
#include "rgmanager/task.h"

#include <cstdint>
#include <vector>

namespace rgsim {

struct Cluster;

/// A waiting request. Equal plain starts in a row share one entry.
struct QueuedRequest {
    Request request = Request::Start;
    NodeIndex target = noNode;
    std::int32_t repeat = 1;
    std::int32_t next = -1; ///< position in ManagerState::requests
    ReplyTo replyTo;
};

enum class WorkerPhase : std::uint8_t { Idle, Runnable, Running, Suspended };

/// One node's worker for one service. rgmanager: resgroup_thread_main.
struct Worker {
    /// Plain starts at the head of the queue, before firstRequest: node events ask for them so
    /// often that they are only counted.
    std::int32_t leadingStarts = 0;
    std::int32_t firstRequest = -1;
    std::int32_t lastRequest = -1;
    std::int32_t task = -1; ///< position in ManagerState::tasks while suspended
    WorkerPhase phase = WorkerPhase::Idle;
    std::uint8_t statusQueued = 0;    ///< 0 or 1
    Request current = Request::Start; ///< while running or suspended

    bool hasRequests() const { return leadingStarts > 0 || firstRequest >= 0; }
};

enum class ActivityKind : std::uint8_t {
    LocalNodeUp,
    RemoteNodeUp,
    RemoteNodeDown,
    ServiceEvent,
    Worker,
    EventQueue, ///< central processing: the node's queue of events
};

/// An entry of the runnable list: something that a node does as soon as it is its turn. Workers of
/// neighbouring services that became runnable one after the other share an entry.
struct Activity {
    ActivityKind kind = ActivityKind::Worker;
    ServiceState state = ServiceState::Stopped; ///< ServiceEvent: the broadcast state
    NodeIndex node = noNode;
    NodeIndex other = noNode; ///< the node that came or went; ServiceEvent: the owner
    std::uint32_t incarnation = 0;
    ServiceIndex service = noService;
    std::int32_t count = 1; ///< Worker: of service, service + 1, …
};

/// What a node knows about one resource in one service's tree.
struct ResourceKnowledge {
    enum class Known : std::uint8_t { Nothing, Passed, Failed };
    Known known = Known::Nothing;
    bool needsStop = false;
    bool needsStart = false;

    bool operator==(const ResourceKnowledge&) const = default;
};

/// Where a node keeps its knowledge of one service's tree; -1: it knows nothing.
struct TreePlace {
    std::int32_t resources = -1; ///< first position in ManagerState::knowledge
    std::int32_t checks = -1;    ///< first position in ManagerState::checkTimes
};

struct ForgivenFailure {
    NodeIndex node = noNode;
    ServiceIndex service = noService;
    std::int32_t treeNode = 0;
    SimTime at;
    bool operator==(const ForgivenFailure&) const = default;
};

struct CountedRestart {
    NodeIndex node = noNode;
    ServiceIndex service = noService;
    SimTime at;
    bool operator==(const CountedRestart&) const = default;
};

/// One script result that a suspended walk over a tree has already seen.
struct WalkOutcome {
    SimTime at;
    bool passed = true;
    bool operator==(const WalkOutcome&) const = default;
};

/// A walk that waits for a script: where it started from, and what it has seen. It is continued by
/// walking again from the start with these outcomes.
struct WalkMemo {
    bool isUsed = false;
    SimTime began;
    std::vector<ResourceKnowledge> knowledge;
    std::vector<SimTime> checkTimes;
    std::vector<ForgivenFailure> forgiven;
    std::vector<WalkOutcome> outcomes;
};

struct ManagerState {
    std::vector<ServiceRecord> records; ///< by service
    std::vector<Worker> workers;        ///< by node, then service
    std::vector<TreePlace> trees;       ///< by node, then service
    std::vector<QueuedRequest> requests;
    std::int32_t freeRequest = -1;
    std::vector<Task> tasks;
    std::size_t firstFreeTask = 0; ///< no place before this one is free
    std::uint64_t nextTaskNumber = 1;
    std::vector<Activity> runnable;
    std::size_t nextRunnable = 0;
    std::vector<ResourceKnowledge> knowledge;
    std::vector<SimTime> checkTimes; ///< SimTime::longAgo(): neither started nor checked
    std::vector<ForgivenFailure> forgiven;
    std::vector<CountedRestart> restarts;
    CentralState central;
    NodeSet locked; ///< see user_lock.h
    std::vector<WalkMemo> walks;
    std::int32_t missingRecords = 0; ///< records that nobody has read yet
    std::uint64_t recordVersion = 0; ///< grows whenever a record changes or views do

    std::size_t place(NodeIndex node, ServiceIndex service) const
    {
        return static_cast<std::size_t>(node) * records.size() + static_cast<std::size_t>(service);
    }
    ServiceRecord& record(ServiceIndex service)
    {
        return records[static_cast<std::size_t>(service)];
    }
    const ServiceRecord& record(ServiceIndex service) const
    {
        return records[static_cast<std::size_t>(service)];
    }
    Worker& worker(NodeIndex node, ServiceIndex service) { return workers[place(node, service)]; }
    const Worker& worker(NodeIndex node, ServiceIndex service) const
    {
        return workers[place(node, service)];
    }
    bool isQuiet() const { return nextRunnable == runnable.size(); }

    void mixInto(Fingerprint& fingerprint, const Cluster& cluster) const;
};

ManagerState makeManagerState(const Cluster& cluster);

} // namespace rgsim
