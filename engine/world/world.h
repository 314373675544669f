// The simulated machine room as one plain value: clock, pending items, nodes, where processes
// really run, chance. It knows nothing of any cluster manager's beliefs.
#pragma once

#include "base/fingerprint.h"
#include "base/ids.h"
#include "base/node_set.h"
#include "base/random_stream.h"
#include "base/sim_time.h"
#include "world/arbitration.h"
#include "world/event_queue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rgsim {

struct Cluster;
struct FailureRate;
struct FaultPlan;

struct NodeCondition {
    NodeSet view;                  ///< nodes this node's manager counts as online, itself included
    std::uint32_t incarnation = 0; ///< grows with every death and boot: older things are stale
    std::uint32_t managerStarts = 0; ///< how often its manager was started: older scans are stale
    bool runs = false;               ///< truth: the machine is up
    bool isMember = false;           ///< cman counts it in its partition
    bool managerRuns = false;        ///< its cluster manager takes part
    bool isIsolated = false;         ///< cut off from all that are not isolated
    bool isLeaving = false;          ///< rgmanager is being stopped in order
    bool awaitsFencing = false;      ///< lost, not yet fenced: nobody may recover its services
    bool isDeclaredDown = true;      ///< nobody counts on it: it has not joined since it went

    bool operator==(const NodeCondition&) const = default;
};

struct World {
    SimTime now;
    EventQueue queue;
    std::uint32_t nextPlanEvent = 0; ///< position in the plan's events, ordered by time
    std::uint32_t isolationEpoch = 0;
    bool hasBegun = false;         ///< the state in which the run begins is in place
    SimTime choicesAt;             ///< the last instant at which an order was chosen
    std::uint32_t choicesMade = 0; ///< at that instant; only counted while choices are open
    bool splitNoticed = false;     ///< the sides of an isolation have lost each other's token
    std::int64_t itemsHandled = 0;
    std::vector<NodeCondition> nodes;
    std::vector<NodeSet> processes;        ///< truth, by resource: the nodes where it runs
    RandomStream arbitrationStream;        ///< used by Arbitration::Shuffled only
    std::vector<RandomStream> rateStreams; ///< one for each FailureRate of the plan

    NodeCondition& node(NodeIndex i) { return nodes[static_cast<std::size_t>(i)]; }
    const NodeCondition& node(NodeIndex i) const { return nodes[static_cast<std::size_t>(i)]; }
    NodeSet& processOf(ResourceIndex i) { return processes[static_cast<std::size_t>(i)]; }
    const NodeSet& processOf(ResourceIndex i) const
    {
        return processes[static_cast<std::size_t>(i)];
    }
    /// Whether the manager on @p i that was started as number @p managerStart still runs.
    bool isManagerCurrent(NodeIndex i, std::uint64_t managerStart) const
    {
        return node(i).managerRuns && node(i).managerStarts == managerStart;
    }
    /// Whether messages pass between the two nodes now.
    bool canReach(NodeIndex from, NodeIndex to) const
    {
        return node(from).runs && node(to).runs && node(from).isIsolated == node(to).isIsolated;
    }

    void mixInto(Fingerprint& fingerprint) const;
};

/// The world before anything has happened.
World makeWorld(const Cluster& cluster, const FaultPlan& plan, std::uint64_t seed);

/// The name of the stream from which the failures and repairs of @p rate are drawn.
std::string rateStreamName(const FailureRate& rate, const Cluster& cluster);

/// Gives @p world, which must not have any random failure in its queue yet, the random streams of
/// @p seed and the first failure of each of the plan's rates, counted from now.
void beginRates(World& world, const Cluster& cluster, const FaultPlan& plan, std::uint64_t seed);

/// @p nodes in the order in which they act when all hear of something at once.
std::vector<NodeIndex> arbitrationOrder(const NodeSet& nodes, Arbitration arbitration,
                                        RandomStream& stream);

} // namespace rgsim
