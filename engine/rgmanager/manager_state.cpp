#include "rgmanager/manager_state.h"

#include "central/central_fingerprint.h"

#include "cluster/cluster.h"

namespace rgsim {

ManagerState makeManagerState(const Cluster& cluster)
{
    ManagerState state;
    const std::size_t pairs = cluster.nodes.size() * cluster.services.size();
    state.records.resize(cluster.services.size());
    state.workers.resize(pairs);
    state.trees.resize(pairs);
    state.missingRecords = cluster.serviceCount();
    return state;
}

namespace {

std::uint64_t word(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

void mixRecord(Fingerprint& fingerprint, const ServiceRecord& record)
{
    fingerprint.add(static_cast<std::uint64_t>(record.state) | (record.exists ? 1U << 8 : 0U) |
                    (record.frozen ? 1U << 9 : 0U) | (record.hasChanged ? 1U << 10 : 0U));
    fingerprint.add(word(record.owner) << 32 ^ (word(record.lastOwner) & 0xffffffffU));
    fingerprint.add(word(record.restarts));
    fingerprint.add(word(record.transition.ms));
}

// Requests are mixed in as they stand in line, not where the pool happens to keep them.
void mixWorker(Fingerprint& fingerprint, const ManagerState& state, const Worker& worker)
{
    // What an idle worker did last means nothing any more, and skipped checks do not leave it.
    const auto current = static_cast<std::uint64_t>(worker.current);
    fingerprint.add(static_cast<std::uint64_t>(worker.phase) |
                    (worker.phase == WorkerPhase::Idle ? 0 : current << 8));
    fingerprint.add(word(worker.leadingStarts));
    for (std::int32_t i = worker.firstRequest; i >= 0;) {
        const QueuedRequest& entry = state.requests[static_cast<std::size_t>(i)];
        fingerprint.add(static_cast<std::uint64_t>(entry.request) ^ word(entry.target) << 8 ^
                        word(entry.repeat) << 24);
        i = entry.next;
    }
    if (worker.task < 0)
        return;
    const Task& task = state.tasks[static_cast<std::size_t>(worker.task)];
    fingerprint.add(word(task.waitsFor) ^ word(task.operationBegan.ms));
    for (std::size_t i = 0; i < task.depth; ++i) {
        const Frame& frame = task.frames[i];
        fingerprint.add(static_cast<std::uint64_t>(frame.handler) |
                        static_cast<std::uint64_t>(frame.step) << 8 |
                        static_cast<std::uint64_t>(frame.request) << 16 |
                        (frame.flag ? 1U << 24 : 0U));
        fingerprint.add(frame.allowed.bits()[0] ^ frame.allowed.bits()[1]);
    }
}

void mixTree(Fingerprint& fingerprint, const ManagerState& state, const TreePlace& place,
             const ResourceTree& tree)
{
    if (place.resources < 0)
        return;
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const auto& known = state.knowledge[static_cast<std::size_t>(place.resources) + i];
        fingerprint.add(static_cast<std::uint64_t>(known.known) | (known.needsStop ? 4U : 0U) |
                        (known.needsStart ? 8U : 0U));
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(tree.checkCount); ++i)
        fingerprint.add(word(state.checkTimes[static_cast<std::size_t>(place.checks) + i].ms));
}

} // namespace

void ManagerState::mixInto(Fingerprint& fingerprint, const Cluster& cluster) const
{
    for (const ServiceRecord& record : records)
        mixRecord(fingerprint, record);
    for (std::size_t i = 0; i < workers.size(); ++i) {
        mixWorker(fingerprint, *this, workers[i]);
        mixTree(fingerprint, *this, trees[i], cluster.services[i % records.size()].tree);
    }
    for (const ForgivenFailure& failure : forgiven)
        fingerprint.add(word(failure.node) ^ word(failure.service) << 16 ^
                        word(failure.treeNode) << 40 ^ word(failure.at.ms));
    for (const CountedRestart& restart : restarts)
        fingerprint.add(word(restart.node) ^ word(restart.service) << 16 ^ word(restart.at.ms));
    mixCentral(fingerprint, central);
    if (locked.empty()) // hardly any run ever locks
        return;
    fingerprint.add(locked.bits()[0]);
    fingerprint.add(locked.bits()[1]);
}

} // namespace rgsim
