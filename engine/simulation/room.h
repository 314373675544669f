// What happens to nodes and networks: boots, deaths, lost tokens, quorum, fencing, leaving. Changes
// the truth and the membership, then tells the managers; knows nothing of services.
#pragma once

#include "rgmanager/manager.h"
#include "world/fault_plan.h"

#include <vector>

namespace rgsim {

class Room {
public:
    Room(Manager& manager, const FaultPlan& plan) : m(manager), m_plan(plan) {}

    void boot(const std::vector<NodeIndex>& nodes);
    void crash(NodeIndex node);
    void isolate(const std::vector<NodeIndex>& nodes);
    void heal();
    /// The process of @p resource ends on whatever nodes it runs; nothing without a resource.
    /// @p service is named in the rows, if it is known whose process was meant.
    void endProcess(ResourceIndex resource, ServiceIndex service = noService);
    /// Ends the leaving of every node whose last worker has come to rest.
    void finishLeaving();

    // Items of the queue.
    void lossDetected(const QueueItem& item);
    void fencingEnds(const QueueItem& item);
    void nodeBooted(const QueueItem& item);
    void randomFailure(const QueueItem& item);
    void randomRepair(const QueueItem& item);

    /// Lets @p node start booting; it is up after its boot time.
    void powerOn(NodeIndex node);

private:
    NodeSet side(bool isolated) const;
    NodeSet managersOf(const NodeSet& members) const;
    bool hasQuorum(const NodeSet& members) const;
    void restartAfterSplit(const NodeSet& losers);
    void rejoin(const NodeSet& nodes);
    void join(const std::vector<NodeIndex>& nodes);
    void dropFromMembership(NodeIndex node);
    void afterLoss(const NodeSet& members, const NodeSet& lost);
    void beginFencing(NodeIndex node, NodeIndex fencer);
    void declareDown(NodeIndex node);
    void killProcesses(NodeIndex node);
    void addProcessEnd(NodeIndex node, ResourceIndex resource, ServiceIndex service);
    void powerOff(NodeIndex node);
    bool fencingFails(NodeIndex node) const;
    void addRow(RowKind kind, NodeIndex node, bool flag, NodeIndex owner = noNode);

    Manager& m;
    const FaultPlan& m_plan;
};

} // namespace rgsim
