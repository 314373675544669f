#include "simulation/check_clock.h"

#include "rgmanager/status_schedule.h"

#include <algorithm>

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

    /// Moves @p last (by check) over all scans.
    void advance(std::vector<SimTime>& last)
    {
        std::vector<std::int64_t> mark; // none before the first check
        SimTime markTime = m_firstScan;
        std::vector<SimTime> markLast;
        std::int64_t power = 1;
        std::int64_t steps = 0;
        while (runNextCheck(last)) {
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

// The checks of a whole tree that take time. What is due is judged when the walk gets there, so all
// resources of the tree move together.
class TimedTreeClock {
public:
    TimedTreeClock(const ResourceTree& tree, const ScanRow& row) : m_tree(tree), m_row(row) {}

    bool advance(std::vector<SimTime>& last)
    {
        std::vector<std::int64_t> mark = ages(last, m_row.first);
        std::vector<SimTime> markLast = last;
        std::int64_t markScan = 0;
        std::int64_t power = 1;
        bool hasSkipped = false;
        for (std::int64_t scan = 0; scan < m_row.count; ++scan) {
            if (scan > mostScans && !hasSkipped)
                return false;
            if (!hasSkipped && scan > markScan && ages(last, timeOf(scan)) == mark) {
                const std::int64_t cycle = scan - markScan;
                const std::int64_t cycles = (m_row.count - scan) / cycle;
                shift(last, markLast, m_row.poll * (cycle * cycles));
                scan += cycle * cycles;
                hasSkipped = true;
                if (scan >= m_row.count)
                    break;
            }
            walk(last, timeOf(scan));
            if (!hasSkipped && scan - markScan >= power) { // no repetition yet: a mark further on
                power *= 2;
                markScan = scan + 1;
                mark = ages(last, timeOf(markScan));
                markLast = last;
            }
        }
        return true;
    }

private:
    static constexpr std::int64_t mostScans = 50'000;

    SimTime timeOf(std::int64_t scan) const { return m_row.first + m_row.poll * scan; }

    void walk(std::vector<SimTime>& last, SimTime clock) const
    {
        for (const int at : m_tree.startOrder) { // checks are made in the order of a start
            const TreeNode& node = m_tree.nodes[static_cast<std::size_t>(at)];
            const auto first = static_cast<std::size_t>(node.firstCheck);
            const int check = deepestDueCheck(
                node, clock, [&](int i) { return last[first + static_cast<std::size_t>(i)]; });
            if (check < 0)
                continue;
            clock = clock + node.times.status;
            last[first + static_cast<std::size_t>(check)] = clock;
        }
    }

    std::vector<std::int64_t> ages(const std::vector<SimTime>& last, SimTime now) const
    {
        std::vector<std::int64_t> result;
        std::size_t position = 0;
        for (const TreeNode& node : m_tree.nodes) {
            for (const StatusAction& check : node.checks) {
                const bool isDue = isCheckDue(check, last[position], now);
                result.push_back(isDue || check.interval.ms <= 0 ? check.interval.ms
                                                                 : (now - last[position]).ms);
                ++position;
            }
        }
        return result;
    }

    static void shift(std::vector<SimTime>& last, const std::vector<SimTime>& before,
                      SimDuration distance)
    {
        for (std::size_t i = 0; i < last.size(); ++i) {
            if (last[i] != before[i]) // a check that is starved by deeper ones is never run
                last[i] = last[i] + distance;
        }
    }

    const ResourceTree& m_tree;
    const ScanRow& m_row;
};

} // namespace

void advanceInstantChecks(const ResourceTree& tree, const ScanRow& row, std::vector<SimTime>& last)
{
    std::vector<SimTime> own;
    for (const TreeNode& node : tree.nodes) {
        if (node.checks.empty())
            continue;
        const auto first = last.begin() + node.firstCheck;
        own.assign(first, first + static_cast<std::ptrdiff_t>(node.checks.size()));
        CheckClock(node, row.first, row.poll, row.count).advance(own);
        std::copy(own.begin(), own.end(), first);
    }
}

bool advanceTimedChecks(const ResourceTree& tree, const ScanRow& row, std::vector<SimTime>& last)
{
    return TimedTreeClock(tree, row).advance(last);
}

} // namespace rgsim
