#include "simulation/room.h"

#include "rgmanager/lifecycle.h"

#include <algorithm>

namespace rgsim {

namespace {

// A fence that failed is tried again after its own duration, but not sooner than this.
constexpr SimDuration leastFenceRetry = SimDuration::seconds(5);

} // namespace

void Room::addRow(RowKind kind, NodeIndex node, bool flag, NodeIndex owner)
{
    LogRow row;
    row.at = m.now();
    row.kind = kind;
    row.flag = flag;
    row.node = node;
    row.owner = owner;
    m.log.add(row);
}

NodeSet Room::side(bool isolated) const
{
    NodeSet members;
    for (NodeIndex node = 0; node < m.cluster.nodeCount(); ++node) {
        const NodeCondition& condition = m.world.node(node);
        if (condition.isMember && condition.isIsolated == isolated)
            members.insert(node);
    }
    return members;
}

NodeSet Room::managersOf(const NodeSet& members) const
{
    NodeSet managers;
    for (const NodeIndex node : members) {
        if (m.world.node(node).managerRuns)
            managers.insert(node);
    }
    return managers;
}

bool Room::hasQuorum(const NodeSet& members) const
{
    int votes = 0;
    for (const NodeIndex node : members)
        votes += m.cluster.node(node).votes;
    return votes >= m.cluster.quorumVotes();
}

void Room::boot(const std::vector<NodeIndex>& nodes)
{
    std::vector<NodeIndex> joining;
    for (const NodeIndex node : nodes) {
        NodeCondition& condition = m.world.node(node);
        if (condition.runs && condition.isMember)
            continue;
        // A node that comes back before anybody noticed its death is reported as dead first.
        if (condition.isMember) {
            dropFromMembership(node);
            declareDown(node);
        } else if (condition.awaitsFencing) {
            declareDown(node);
        }
        ++condition.incarnation;
        condition.awaitsFencing = false;
        if (!condition.runs)
            addRow(RowKind::NodePower, node, true);
        condition.runs = true;
        joining.push_back(node);
    }
    if (!joining.empty())
        join(joining);
}

void Room::join(const std::vector<NodeIndex>& nodes)
{
    for (const bool isolated : {false, true}) {
        std::vector<NodeIndex> newcomers;
        for (const NodeIndex node : nodes) {
            if (m.world.node(node).isIsolated != isolated)
                continue;
            m.world.node(node).isMember = true;
            m.world.node(node).isDeclaredDown = false;
            addRow(RowKind::NodeUp, node, true);
            newcomers.push_back(node);
        }
        const NodeSet members = side(isolated);
        if (newcomers.empty() || !hasQuorum(members))
            continue;
        // Members that had been waiting for quorum start their managers now, too.
        for (const NodeIndex node : members) {
            const bool isNew =
                std::find(newcomers.begin(), newcomers.end(), node) != newcomers.end();
            if (!isNew && m.world.node(node).runs && !m.world.node(node).managerRuns)
                newcomers.push_back(node);
        }
        for (const NodeIndex node : newcomers)
            m.world.node(node).managerRuns = true;
        const NodeSet managers = managersOf(members);
        for (const NodeIndex node : managers)
            m.world.node(node).view = m.world.node(node).view | managers;
        managersStarted(m, newcomers, managers);
    }
}

void Room::addProcessEnd(NodeIndex node, ResourceIndex resource, ServiceIndex service)
{
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Process;
    row.node = node;
    row.service = service;
    row.resource = resource;
    m.log.add(row);
}

void Room::killProcesses(NodeIndex node)
{
    for (std::size_t i = 0; i < m.world.processes.size(); ++i) {
        if (!m.world.processes[i].contains(node))
            continue;
        m.world.processes[i].erase(node);
        addProcessEnd(node, static_cast<ResourceIndex>(i), noService);
    }
}

void Room::endProcess(ResourceIndex resource, ServiceIndex service)
{
    if (resource == noResource)
        return;
    for (const NodeIndex node : m.world.processOf(resource))
        addProcessEnd(node, resource, service);
    m.world.processOf(resource).clear();
}

void Room::powerOff(NodeIndex node)
{
    NodeCondition& condition = m.world.node(node);
    condition.runs = false;
    ++condition.incarnation;
    addRow(RowKind::NodePower, node, false);
    killProcesses(node);
    managerGone(m, node);
}

void Room::crash(NodeIndex node)
{
    if (!m.world.node(node).runs)
        return;
    powerOff(node);
    if (!m.world.node(node).isMember)
        return;
    const QueueItem item{
        m.now() + m.cluster.tokenTimeout, 0, ItemKind::LossDetected, node, noService,
        m.world.node(node).incarnation};
    if (m.cluster.tokenTimeout.isZero())
        lossDetected(item);
    else
        m.world.queue.push(item);
}

void Room::dropFromMembership(NodeIndex node)
{
    m.world.node(node).isMember = false;
    addRow(RowKind::Membership, node, false);
}

void Room::lossDetected(const QueueItem& item)
{
    if (item.node == noNode) { // the network broke apart
        if (item.stamp != m.world.isolationEpoch)
            return;
        const NodeSet main = side(false);
        const NodeSet cutOff = side(true);
        m.world.splitNoticed = true;
        afterLoss(main, cutOff);
        afterLoss(cutOff, main);
        return;
    }
    NodeCondition& condition = m.world.node(item.node);
    if (condition.incarnation != item.stamp || !condition.isMember)
        return;
    dropFromMembership(item.node);
    NodeSet lost;
    lost.insert(item.node);
    const NodeSet rest = side(condition.isIsolated);
    if (rest.empty()) {
        declareDown(item.node); // it was the last: nobody is left to fence it
        return;
    }
    afterLoss(rest, lost);
}

// What the members of one side do when they have lost some others: fence, or stop for want of
// quorum.
void Room::afterLoss(const NodeSet& members, const NodeSet& lost)
{
    const NodeSet managers = managersOf(members);
    if (managers.empty())
        return;
    if (!hasQuorum(members)) {
        addRow(RowKind::Quorum, managers.first(), false);
        for (const NodeIndex node : managers)
            emergencyStop(m, node);
        return;
    }
    for (const NodeIndex node : lost)
        beginFencing(node, managers.first());
}

void Room::beginFencing(NodeIndex node, NodeIndex fencer)
{
    m.world.node(node).awaitsFencing = true;
    const SimDuration duration = m.cluster.node(node).fencingTime;
    const QueueItem item{
        m.now() + duration, 0, ItemKind::FencingEnds, node, fencer, m.world.node(node).incarnation};
    if (duration.isZero())
        fencingEnds(item);
    else
        m.world.queue.push(item);
}

bool Room::fencingFails(NodeIndex node) const
{
    return std::any_of(m_plan.fenceFaults.begin(), m_plan.fenceFaults.end(),
                       [&](const FenceFault& fault) {
                           return (fault.node == noNode || fault.node == node) &&
                                  m.now() >= fault.from && m.now() < fault.to;
                       });
}

void Room::fencingEnds(const QueueItem& item)
{
    NodeCondition& victim = m.world.node(item.node);
    const auto fencer = static_cast<NodeIndex>(item.service);
    if (victim.incarnation != item.stamp || !victim.awaitsFencing)
        return;
    const NodeSet fencingSide = managersOf(side(m.world.node(fencer).isIsolated));
    if (fencingSide.empty() || fencingSide.contains(item.node))
        return; // nobody is left to fence, or the network was mended meanwhile
    const bool works = !fencingFails(item.node);
    addRow(RowKind::Fence, item.node, works, fencingSide.first());
    if (!works) {
        const SimDuration wait = std::max(m.cluster.node(item.node).fencingTime, leastFenceRetry);
        m.world.queue.push(
            {m.now() + wait, 0, ItemKind::FencingEnds, item.node, fencingSide.first(), item.stamp});
        return;
    }
    if (victim.runs)
        powerOff(item.node);
    victim.isMember = false;
    victim.awaitsFencing = false;
    declareDown(item.node);
    if (m.cluster.node(item.node).rejoinsAfterFencing)
        powerOn(item.node);
}

void Room::declareDown(NodeIndex node)
{
    NodeSet survivors;
    for (NodeIndex other = 0; other < m.cluster.nodeCount(); ++other) {
        NodeCondition& condition = m.world.node(other);
        if (other == node || !condition.managerRuns || !condition.view.contains(node))
            continue;
        condition.view.erase(node);
        survivors.insert(other);
    }
    m.world.node(node).isDeclaredDown = true;
    addRow(RowKind::NodeDown, node, false);
    nodeDeclaredDown(m, node, survivors);
}

void Room::powerOn(NodeIndex node)
{
    m.world.queue.push({m.now() + m.cluster.node(node).bootTime, 0, ItemKind::NodeBooted, node,
                        noService, m.world.node(node).incarnation});
}

void Room::nodeBooted(const QueueItem& item)
{
    if (m.world.node(item.node).incarnation == item.stamp && !m.world.node(item.node).runs)
        boot({item.node});
}

void Room::isolate(const std::vector<NodeIndex>& nodes)
{
    for (const NodeIndex node : nodes) {
        m.world.node(node).isIsolated = true;
        addRow(RowKind::Isolation, node, true);
    }
    const QueueItem item{
        m.now() + m.cluster.tokenTimeout, 0, ItemKind::LossDetected, noNode, noService,
        ++m.world.isolationEpoch};
    if (m.cluster.tokenTimeout.isZero())
        lossDetected(item);
    else
        m.world.queue.push(item);
}

void Room::heal()
{
    const NodeSet main = side(false);
    const NodeSet cutOff = side(true);
    const bool wasNoticed = m.world.splitNoticed;
    m.world.splitNoticed = false;
    ++m.world.isolationEpoch;
    for (NodeIndex node = 0; node < m.cluster.nodeCount(); ++node) {
        if (m.world.node(node).isIsolated)
            addRow(RowKind::Isolation, node, false);
        m.world.node(node).isIsolated = false;
    }
    if (!wasNoticed)
        return;
    if (!managersOf(main).empty())
        restartAfterSplit(cutOff);
    else if (!managersOf(cutOff).empty())
        restartAfterSplit(main);
    else
        rejoin(main | cutOff);
}

// cman does not take back nodes that went on by themselves: they have to start afresh.
void Room::restartAfterSplit(const NodeSet& losers)
{
    for (const NodeIndex node : losers) {
        if (!m.world.node(node).runs)
            continue;
        powerOff(node);
        m.world.node(node).isMember = false;
        m.world.node(node).awaitsFencing = false;
        declareDown(node);
        powerOn(node);
    }
}

// Neither side had quorum, so nothing runs on either: all find each other again.
void Room::rejoin(const NodeSet& nodes)
{
    std::vector<NodeIndex> running;
    for (const NodeIndex node : nodes) {
        if (!m.world.node(node).runs) {
            dropFromMembership(node);
            continue;
        }
        m.world.node(node).isMember = false;
        running.push_back(node);
    }
    boot(running);
}

void Room::finishLeaving()
{
    for (NodeIndex node = 0; node < m.cluster.nodeCount(); ++node) {
        NodeCondition& condition = m.world.node(node);
        if (!condition.isLeaving || hasWork(m.state, node) || stopRemainingServices(m, node))
            continue;
        ++condition.incarnation;
        managerGone(m, node);
        dropFromMembership(node);
        declareDown(node);
        const NodeSet rest = side(condition.isIsolated);
        if (!hasQuorum(rest))
            afterLoss(rest, {});
    }
}

void Room::randomFailure(const QueueItem& item)
{
    const auto index = static_cast<std::size_t>(item.service);
    const FailureRate& rate = m_plan.rates[index];
    RandomStream& stream = m.world.rateStreams[index];
    if (rate.node != noNode) {
        crash(rate.node);
        m.world.queue.push({m.now() + draw(rate.timeToRepair, stream), 0, ItemKind::RandomRepair,
                            rate.node, item.service, 0});
        return;
    }
    endProcess(failingResource(m.cluster.service(rate.service)), rate.service);
    m.world.queue.push({m.now() + draw(rate.timeToFailure, stream), 0, ItemKind::RandomFailure,
                        noNode, item.service, 0});
}

void Room::randomRepair(const QueueItem& item)
{
    const auto index = static_cast<std::size_t>(item.service);
    if (!m.world.node(item.node).runs)
        powerOn(item.node);
    m.world.queue.push(
        {m.now() + draw(m_plan.rates[index].timeToFailure, m.world.rateStreams[index]), 0,
         ItemKind::RandomFailure, item.node, item.service, 0});
}

} // namespace rgsim
