#include "simulation/fast_forward.h"

#include "rgmanager/status_schedule.h"
#include "rgmanager/tree_knowledge.h"

#include <algorithm>
#include <vector>

namespace rgsim {

namespace {

// The checks of one resource over a row of scans, all of which pass. Only the ages of the checks at
// the moment of a check matter, and no age beyond its interval does; so the pattern repeats sooner
// or later, and whole repetitions can be skipped (Brent's cycle search).
class CheckClock {
public:
    CheckClock(const TreeNode& node, SimTime firstScan, SimDuration poll, std::int64_t scans)
        : m_node(node), m_firstScan(firstScan), m_poll(poll), m_scans(scans)
    {
    }

    /// Moves @p last (by check) over all scans. Returns true if any check was run.
    bool advance(std::vector<SimTime>& last)
    {
        bool anyRun = false;
        std::vector<std::int64_t> mark = ages(last);
        SimTime markTime = m_firstScan;
        std::vector<SimTime> markLast = last;
        std::int64_t power = 1;
        std::int64_t steps = 0;
        while (runNextCheck(last)) {
            anyRun = true;
            if (ages(last) == mark && m_scanTime > markTime) {
                skipCycles(last, markLast, m_scanTime - markTime);
                while (runNextCheck(last)) {
                }
                break;
            }
            if (++steps == power) { // no repetition yet: take a new mark further on
                power *= 2;
                steps = 0;
                mark = ages(last);
                markTime = m_scanTime;
                markLast = last;
            }
        }
        return anyRun;
    }

private:
    SimTime lastScan() const { return m_firstScan + m_poll * (m_scans - 1); }

    // Ages at m_scanTime, none larger than its interval.
    std::vector<std::int64_t> ages(const std::vector<SimTime>& last) const
    {
        std::vector<std::int64_t> result;
        for (std::size_t i = 0; i < last.size(); ++i) {
            const std::int64_t interval = m_node.checks[i].interval.ms;
            const bool isDue = isCheckDue(m_node.checks[i], last[i], m_scanTime);
            result.push_back(isDue || interval <= 0 ? interval : (m_scanTime - last[i]).ms);
        }
        return result;
    }

    // The first scan after m_scanTime at which a check is due: runs that check.
    bool runNextCheck(std::vector<SimTime>& last)
    {
        SimTime due = SimTime::never();
        for (std::size_t i = 0; i < last.size(); ++i) {
            if (m_node.checks[i].interval.ms <= 0)
                continue;
            const bool isOld = last[i] == SimTime::longAgo();
            due = std::min(due, isOld ? m_firstScan : last[i] + m_node.checks[i].interval);
        }
        if (due == SimTime::never())
            return false;
        const SimTime next = m_hasRun ? m_scanTime + m_poll : m_firstScan;
        const std::int64_t late = std::max<std::int64_t>(0, (due - next).ms);
        const SimTime at = next + m_poll * ((late + m_poll.ms - 1) / m_poll.ms);
        if (at > lastScan())
            return false;
        m_scanTime = at;
        m_hasRun = true;
        const int check = deepestDueCheck(
            m_node, at, [&last](int i) { return last[static_cast<std::size_t>(i)]; });
        last[static_cast<std::size_t>(check)] = at;
        return true;
    }

    void skipCycles(std::vector<SimTime>& last, const std::vector<SimTime>& before,
                    SimDuration cycle)
    {
        const std::int64_t cycles = (lastScan() - m_scanTime).ms / cycle.ms;
        for (std::size_t i = 0; i < last.size(); ++i) {
            if (last[i] != before[i]) // a check that is starved by deeper ones is never run
                last[i] = last[i] + cycle * cycles;
        }
        m_scanTime = m_scanTime + cycle * cycles;
    }

    const TreeNode& m_node;
    SimTime m_firstScan;
    SimDuration m_poll;
    std::int64_t m_scans;
    SimTime m_scanTime = SimTime::longAgo();
    bool m_hasRun = false;
};

bool hasAnyCheck(const TreeNode& node)
{
    return std::any_of(node.checks.begin(), node.checks.end(),
                       [](const StatusAction& check) { return check.interval.ms > 0; });
}

// Whether every check of the service on its owner passes as long as nothing happens.
bool isHealthy(const Cluster& cluster, const World& world, const ManagerState& manager,
               ServiceIndex index)
{
    const ServiceRecord& record = manager.record(index);
    const ResourceTree& tree = cluster.service(index).tree;
    const TreePlace place = manager.trees[manager.place(record.owner, index)];
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const TreeNode& node = tree.nodes[i];
        if (node.resource == noResource)
            continue;
        if (!node.times.status.isZero())
            return false;
        if (place.resources >= 0 &&
            manager.knowledge[static_cast<std::size_t>(place.resources) + i].known ==
                ResourceKnowledge::Known::Failed)
            return false;
        if (hasAnyCheck(node) && !world.processOf(node.resource).contains(record.owner))
            return false;
    }
    return true;
}

bool isChecked(const ServiceRecord& record, const World& world)
{
    return record.exists && record.state == ServiceState::Started && record.owner != noNode &&
           !record.frozen && world.node(record.owner).managerRuns;
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

struct ScanRow {
    SimTime first;
    std::int64_t count = 0; ///< scans to be skipped
};

void advanceClocks(const Cluster& cluster, ManagerState& manager, ServiceIndex index,
                   const ScanRow& row)
{
    const NodeIndex owner = manager.record(index).owner;
    const ResourceTree& tree = cluster.service(index).tree;
    TreeKnowledge knowledge(manager, tree, owner, index);
    std::vector<SimTime> last;
    for (int i = 0; i < static_cast<int>(tree.nodes.size()); ++i) {
        const TreeNode& node = tree.nodes[static_cast<std::size_t>(i)];
        if (!hasAnyCheck(node))
            continue;
        last.clear();
        for (int check = 0; check < static_cast<int>(node.checks.size()); ++check)
            last.push_back(knowledge.lastCheck(i, check));
        if (!CheckClock(node, row.first, cluster.statusPollInterval, row.count).advance(last))
            continue;
        for (int check = 0; check < static_cast<int>(node.checks.size()); ++check)
            knowledge.lastCheck(i, check) = last[static_cast<std::size_t>(check)];
        knowledge.of(i).known = ResourceKnowledge::Known::Passed;
    }
}

// Puts the skipped scans' successors in line, newer than everything that waits already.
std::vector<ScanRow> moveScans(const Cluster& cluster, World& world, SimTime horizon)
{
    std::vector<ScanRow> rows(cluster.nodes.size());
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
        ScanRow& row = rows[static_cast<std::size_t>(scan.node)];
        row.first = scan.at;
        row.count = ((horizon - scan.at).ms - 1) / cluster.statusPollInterval.ms + 1;
        scan.at = scan.at + cluster.statusPollInterval * row.count;
        rest.push(scan);
    }
    world.queue = rest;
    return rows;
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
    if (horizon - world.queue.top().at < cluster.statusPollInterval * 2)
        return false;
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        if (isChecked(manager.record(i), world) && !isHealthy(cluster, world, manager, i))
            return false;
    }
    const std::vector<ScanRow> rows = moveScans(cluster, world, horizon);
    for (ServiceIndex i = 0; i < cluster.serviceCount(); ++i) {
        const ServiceRecord& record = manager.record(i);
        if (!isChecked(record, world))
            continue;
        const ScanRow& row = rows[static_cast<std::size_t>(record.owner)];
        if (row.count > 0)
            advanceClocks(cluster, manager, i, row);
    }
    return true;
}

} // namespace rgsim
