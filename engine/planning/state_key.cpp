#include "planning/state_key.h"

#include "base/fingerprint.h"
#include "simulation/rest.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace rgsim {

namespace {

constexpr std::uint64_t otherSeed = 0x5bd1e995;
constexpr std::int64_t neverChecked = -1; ///< also: long enough ago to be due

std::uint64_t word(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

// Both halves of the key, fed with the same values.
class KeyMaker {
public:
    KeyMaker(const Cluster& cluster, const SimulationState& state, TieOrder ties)
        : m_cluster(cluster), m_world(state.world), m_manager(state.manager), m_ties(ties)
    {
        m_low.add(otherSeed);
    }

    StateKey make()
    {
        addNodes();
        addQueue();
        for (const NodeSet& places : m_world.processes)
            addSet(places);
        for (const ServiceRecord& record : m_manager.records)
            addRecord(record);
        for (NodeIndex node = 0; node < m_cluster.nodeCount(); ++node) {
            for (ServiceIndex service = 0; service < m_cluster.serviceCount(); ++service) {
                addWorker(node, service);
                addTree(node, service);
            }
        }
        addSet(m_manager.locked);
        addRestarts();
        addForgiven(m_manager.forgiven);
        return {m_high.value(), m_low.value()};
    }

private:
    void add(std::uint64_t value)
    {
        m_high.add(value);
        m_low.add(value);
    }
    void addTime(SimTime at)
    {
        add(at == SimTime::longAgo() || at == SimTime::never() ? word(at.ms)
                                                               : word((at - m_world.now).ms));
    }
    void addSet(const NodeSet& set)
    {
        add(set.bits()[0]);
        add(set.bits()[1]);
    }

    void addNodes();
    void addQueue();
    void addRecord(const ServiceRecord& record);
    void addWorker(NodeIndex node, ServiceIndex service);
    void addTask(const Task& task);
    void addWalk(const WalkMemo& walk);
    void addTree(NodeIndex node, ServiceIndex service);
    std::int64_t ageOf(const StatusAction& check, SimTime last) const;
    void addRestarts();
    void addForgiven(const std::vector<ForgivenFailure>& forgiven);

    const Cluster& m_cluster;
    const World& m_world;
    const ManagerState& m_manager;
    TieOrder m_ties;
    Fingerprint m_high;
    Fingerprint m_low;
};

void KeyMaker::addNodes()
{
    for (const NodeCondition& node : m_world.nodes) {
        add((node.runs ? 1U : 0U) | (node.isMember ? 2U : 0U) | (node.managerRuns ? 4U : 0U) |
            (node.isIsolated ? 8U : 0U) | (node.isLeaving ? 16U : 0U) |
            (node.awaitsFencing ? 32U : 0U) | (node.isDeclaredDown ? 64U : 0U));
        addSet(node.view);
    }
    add(m_world.splitNoticed ? 1U : 0U);
}

void KeyMaker::addQueue()
{
    std::vector<QueueItem> items = m_world.queue.ordered();
    if (m_ties == TieOrder::IsOpen)
        std::sort(items.begin(), items.end(), [](const QueueItem& a, const QueueItem& b) {
            return std::tie(a.at, a.kind, a.node, a.service) <
                   std::tie(b.at, b.kind, b.node, b.service);
        });
    for (const QueueItem& item : items) {
        if (!isCurrent(item, m_world, m_manager))
            continue;
        addTime(item.at);
        add(static_cast<std::uint64_t>(item.kind) << 48 ^
            static_cast<std::uint64_t>(static_cast<std::uint16_t>(item.node)) << 32 ^
            static_cast<std::uint32_t>(item.service));
    }
}

// How often it was restarted and when it was last written is only for display.
void KeyMaker::addRecord(const ServiceRecord& record)
{
    add(static_cast<std::uint64_t>(record.state) | (record.exists ? 1U << 8 : 0U) |
        (record.frozen ? 1U << 9 : 0U) | (record.hasChanged ? 1U << 10 : 0U));
    add(word(record.owner) << 32 ^ (word(record.lastOwner) & 0xffffffffU));
}

// A worker that idles leaves no trace, so that most of them cost nothing.
void KeyMaker::addWorker(NodeIndex node, ServiceIndex service)
{
    const Worker& worker = m_manager.worker(node, service);
    if (worker.phase == WorkerPhase::Idle && !worker.hasRequests() && worker.task < 0)
        return;
    add(word(node) << 32 ^ word(service));
    add(static_cast<std::uint64_t>(worker.phase) | static_cast<std::uint64_t>(worker.current) << 8 |
        static_cast<std::uint64_t>(worker.statusQueued) << 16);
    add(word(worker.leadingStarts));
    for (std::int32_t i = worker.firstRequest; i >= 0;) {
        const QueuedRequest& entry = m_manager.requests[static_cast<std::size_t>(i)];
        add(static_cast<std::uint64_t>(entry.request) | word(entry.target + 1) << 8 |
            word(entry.repeat) << 24);
        add(word(entry.replyTo.node));
        i = entry.next;
    }
    if (worker.task >= 0)
        addTask(m_manager.tasks[static_cast<std::size_t>(worker.task)]);
}

void KeyMaker::addTask(const Task& task)
{
    // The numbers only say who began to wait first.
    const auto rank =
        std::count_if(m_manager.tasks.begin(), m_manager.tasks.end(), [&task](const Task& other) {
            return other.isUsed && other.waitNumber < task.waitNumber;
        });
    add(static_cast<std::uint64_t>(task.request) | word(task.target + 1) << 8 |
        word(task.newOwner + 1) << 24 | word(task.waitsFor + 1) << 40);
    add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(task.answer)) |
        static_cast<std::uint64_t>(rank) << 32);
    add(word(task.replyTo.node));
    addTime(task.operationBegan);
    for (std::size_t i = 0; i < task.depth; ++i) {
        const Frame& frame = task.frames[i];
        add(static_cast<std::uint64_t>(frame.handler) |
            static_cast<std::uint64_t>(frame.step) << 8 |
            static_cast<std::uint64_t>(frame.request) << 16 |
            static_cast<std::uint64_t>(frame.original) << 24 | (frame.flag ? 1ULL << 32 : 0ULL) |
            (frame.wasFailed ? 1ULL << 33 : 0ULL) | word(frame.target + 1) << 34);
        addSet(frame.allowed);
        const bool isWalk = frame.handler == Handler::TreeCheck ||
                            frame.handler == Handler::ConditionalStop ||
                            frame.handler == Handler::ConditionalStart;
        if (!isWalk)
            add(word(frame.position));
        else if (frame.position > 0)
            addWalk(m_manager.walks[static_cast<std::size_t>(frame.position - 1)]);
    }
}

void KeyMaker::addWalk(const WalkMemo& walk)
{
    addTime(walk.began);
    for (const ResourceKnowledge& known : walk.knowledge)
        add(static_cast<std::uint64_t>(known.known) | (known.needsStop ? 4U : 0U) |
            (known.needsStart ? 8U : 0U));
    for (const SimTime at : walk.checkTimes)
        addTime(at);
    addForgiven(walk.forgiven);
    for (const WalkOutcome& outcome : walk.outcomes) {
        addTime(outcome.at);
        add(outcome.passed ? 1U : 0U);
    }
}

// A check that is due stays due, however long ago it was.
std::int64_t KeyMaker::ageOf(const StatusAction& check, SimTime last) const
{
    if (check.interval.ms <= 0 || last == SimTime::longAgo())
        return neverChecked;
    const SimDuration age = m_world.now - last;
    return age >= check.interval ? neverChecked : age.ms;
}

void KeyMaker::addTree(NodeIndex node, ServiceIndex service)
{
    const TreePlace place = m_manager.trees[m_manager.place(node, service)];
    if (place.resources < 0)
        return;
    const ResourceTree& tree = m_cluster.service(service).tree;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TreeNode& treeNode = tree.nodes[i];
        const std::uint64_t where = word(node) << 48 ^ word(service) << 24 ^ i << 4;
        const auto& known = m_manager.knowledge[static_cast<std::size_t>(place.resources) + i];
        if (known != ResourceKnowledge{})
            add(where ^ (static_cast<std::uint64_t>(known.known) | (known.needsStop ? 4U : 0U) |
                         (known.needsStart ? 8U : 0U)));
        for (std::size_t check = 0; check < treeNode.checks.size(); ++check) {
            const SimTime last =
                m_manager.checkTimes[static_cast<std::size_t>(place.checks) +
                                     static_cast<std::size_t>(treeNode.firstCheck) + check];
            const std::int64_t age = ageOf(treeNode.checks[check], last);
            if (age == neverChecked)
                continue;
            add(where ^ check << 12);
            add(word(age));
        }
    }
}

// The order of restarts and forgiven failures means nothing.
void KeyMaker::addRestarts()
{
    std::vector<std::pair<std::uint64_t, std::int64_t>> counted;
    for (const CountedRestart& restart : m_manager.restarts) {
        const SimDuration expire = m_cluster.service(restart.service).restartExpireTime;
        const SimDuration age = m_world.now - restart.at;
        if (expire.isZero())
            counted.emplace_back(word(restart.node) << 32 ^ word(restart.service), 0);
        else if (age < expire)
            counted.emplace_back(word(restart.node) << 32 ^ word(restart.service), age.ms);
    }
    std::sort(counted.begin(), counted.end());
    for (const auto& [where, age] : counted) {
        add(where);
        add(word(age));
    }
}

void KeyMaker::addForgiven(const std::vector<ForgivenFailure>& forgiven)
{
    std::vector<std::pair<std::uint64_t, std::int64_t>> recent;
    for (const ForgivenFailure& failure : forgiven) {
        const TreeNode& treeNode = m_cluster.service(failure.service)
                                       .tree.nodes[static_cast<std::size_t>(failure.treeNode)];
        const SimDuration age = m_world.now - failure.at;
        if (age < treeNode.failureExpireTime)
            recent.emplace_back(word(failure.node) << 48 ^ word(failure.service) << 24 ^
                                    word(failure.treeNode),
                                age.ms);
    }
    std::sort(recent.begin(), recent.end());
    for (const auto& [where, age] : recent) {
        add(where);
        add(word(age));
    }
}

} // namespace

StateKey stateKey(const Cluster& cluster, const SimulationState& state, TieOrder ties)
{
    return KeyMaker(cluster, state, ties).make();
}

} // namespace rgsim
