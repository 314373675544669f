#include "simulation/fast_forward.h"

#include "rgmanager/tree_knowledge.h"
#include "simulation/check_clock.h"
#include "simulation/rest.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace rgsim {

namespace {

// How long one scan's checks of the service take at most.
SimDuration longestScan(const ResourceTree& tree)
{
    SimDuration longest;
    for (const TreeNode& node : tree.nodes) {
        if (hasAnyCheck(node))
            longest = longest + node.times.status;
    }
    return longest;
}

// Status faults bound the stretch: an active one forbids skipping, a coming one ends it.
bool boundByFaults(const FaultPlan& plan, SimTime now, SimTime& horizon)
{
    for (const ScriptFault& fault : plan.scriptFaults) {
        if (fault.op != ScriptOp::Status || fault.to <= now)
            continue;
        if (fault.from <= now)
            return false;
        horizon = std::min(horizon, fault.from);
    }
    return true;
}

// The times of a service's checks after the skipped scans.
struct AdvancedChecks {
    ServiceIndex service = noService;
    std::vector<SimTime> last; ///< of all checks of the tree
};

// Computes the check times after the scans of `row`; nothing if they follow no pattern.
std::optional<AdvancedChecks> advanceChecks(const Cluster& cluster, ManagerState& manager,
                                            ServiceIndex index, const ScanRow& row)
{
    const ResourceTree& tree = cluster.service(index).tree;
    TreeKnowledge knowledge(manager, tree, manager.record(index).owner, index);
    AdvancedChecks advanced;
    advanced.service = index;
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
        const auto checks = tree.nodes[static_cast<std::size_t>(i)].checks.size();
        for (int check = 0; check < static_cast<int>(checks); ++check)
            advanced.last.push_back(knowledge.lastCheck(i, check));
    }
    if (longestScan(tree).isZero())
        advanceInstantChecks(tree, row, advanced.last);
    else if (!advanceTimedChecks(tree, row, advanced.last))
        return std::nullopt;
    return advanced;
}

void applyChecks(const Cluster& cluster, ManagerState& manager, const AdvancedChecks& advanced)
{
    const ResourceTree& tree = cluster.service(advanced.service).tree;
    TreeKnowledge knowledge(manager, tree, manager.record(advanced.service).owner,
                            advanced.service);
    std::size_t position = 0;
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
        const auto checks = tree.nodes[static_cast<std::size_t>(i)].checks.size();
        for (int check = 0; check < static_cast<int>(checks); ++check) {
            SimTime& last = knowledge.lastCheck(i, check);
            if (last != advanced.last[position])
                knowledge.of(i).known = ResourceKnowledge::Known::Passed;
            last = advanced.last[position++];
        }
    }
}

ScanRow rowBefore(const Cluster& cluster, const QueueItem& scan, SimTime horizon)
{
    const SimDuration poll = cluster.statusPollInterval;
    return {scan.at, ((horizon - scan.at).ms - 1) / poll.ms + 1, poll};
}

// The scans that each node makes before `horizon`, by node.
std::vector<ScanRow> scansBefore(const Cluster& cluster, const World& world, SimTime horizon)
{
    std::vector<ScanRow> rows(cluster.nodes.size());
    for (const QueueItem& item : world.queue.items()) {
        if (item.kind == ItemKind::Scan && item.at < horizon &&
            world.isManagerCurrent(item.node, item.stamp))
            rows[static_cast<std::size_t>(item.node)] = rowBefore(cluster, item, horizon);
    }
    return rows;
}

// Puts the skipped scans' successors in line, newer than everything that waits already.
void moveScans(const Cluster& cluster, World& world, SimTime horizon)
{
    EventQueue rest;
    std::vector<QueueItem> scans;
    for (const QueueItem& item : world.queue.ordered()) {
        const bool isScan = item.kind == ItemKind::Scan && item.at < horizon;
        if (isScan && !world.isManagerCurrent(item.node, item.stamp))
            continue;
        if (isScan)
            scans.push_back(item);
        else
            rest.push(item);
    }
    // Of two scans in the same rhythm the one that is set for later was put in line earlier.
    std::stable_sort(scans.begin(), scans.end(),
                     [](const QueueItem& a, const QueueItem& b) { return a.at > b.at; });
    for (QueueItem& scan : scans) {
        scan.at = scan.at + cluster.statusPollInterval * rowBefore(cluster, scan, horizon).count;
        rest.push(scan);
    }
    world.queue = rest;
}

} // namespace

bool skipQuietScans(const Cluster& cluster, const FaultPlan& plan, World& world,
                    ManagerState& manager, SimTime horizon)
{
    if (!manager.tasks.empty() || !boundByFaults(plan, world.now, horizon))
        return false;
    for (const QueueItem& item : world.queue.items()) {
        if (item.kind != ItemKind::Scan)
            horizon = std::min(horizon, item.at);
    }
    if (!allChecksPass(cluster, world, manager))
        return false;
    SimDuration longest;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (!isChecked(manager.record(i), world))
            continue;
        longest = std::max(longest, longestScan(cluster.service(i).tree));
    }
    if (longest >= cluster.statusPollInterval)
        return false;            // a scan may find the checks of the last one still under way
    horizon = horizon - longest; // and every check that is skipped ends before anything else
    if (horizon - world.queue.top().at < cluster.statusPollInterval * 2)
        return false;
    const std::vector<ScanRow> rows = scansBefore(cluster, world, horizon);
    std::vector<AdvancedChecks> advanced;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        const ServiceRecord& record = manager.record(i);
        if (!isChecked(record, world) || rows[static_cast<std::size_t>(record.owner)].count == 0)
            continue;
        auto checks =
            advanceChecks(cluster, manager, i, rows[static_cast<std::size_t>(record.owner)]);
        if (!checks)
            return false;
        advanced.push_back(std::move(*checks));
    }
    moveScans(cluster, world, horizon);
    for (const AdvancedChecks& checks : advanced)
        applyChecks(cluster, manager, checks);
    return true;
}

} // namespace rgsim
