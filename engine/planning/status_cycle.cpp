#include "planning/status_cycle.h"

#include <algorithm>
#include <numeric>

namespace rgsim {

namespace {

constexpr SimDuration longestCycle = SimDuration::seconds(86400);

// Collects durations into their greatest common divisor.
class Grain {
public:
    void add(SimDuration duration) { m_ms = std::gcd(m_ms, duration.ms); }
    void add(const ScriptTimes& times)
    {
        add(times.start);
        add(times.stop);
        add(times.status);
    }
    SimDuration value() const
    {
        return m_ms == 0 ? SimDuration::seconds(1) : SimDuration::milliseconds(m_ms);
    }

private:
    std::int64_t m_ms = 0;
};

} // namespace

SimDuration timeGrain(const Cluster& cluster)
{
    Grain grain;
    grain.add(SimDuration::seconds(1)); // the guard's looks and fencing's pauses are whole seconds
    grain.add(cluster.statusPollInterval);
    grain.add(cluster.tokenTimeout);
    for (const Node& node : cluster.nodes) {
        grain.add(node.fencingTime);
        grain.add(node.bootTime);
    }
    for (const Service& service : cluster.services) {
        grain.add(service.restartExpireTime);
        for (const TreeNode& node : service.tree.nodes) {
            grain.add(node.times);
            grain.add(node.failureExpireTime);
            for (const StatusAction& check : node.checks)
                grain.add(check.interval);
        }
    }
    return grain.value();
}

SimDuration statusCycle(const Cluster& cluster)
{
    const std::int64_t poll = cluster.statusPollInterval.ms;
    std::int64_t cycle = poll;
    for (const Service& service : cluster.services) {
        for (const TreeNode& node : service.tree.nodes) {
            for (const StatusAction& check : node.checks) {
                if (check.interval.ms <= 0)
                    continue;
                cycle = std::lcm(cycle, (check.interval.ms + poll - 1) / poll * poll);
                if (cycle >= longestCycle.ms)
                    return longestCycle;
            }
        }
    }
    return SimDuration::milliseconds(cycle);
}

std::vector<SimTime> distinctInstants(SimDuration grain, SimTime from, SimTime to, int others)
{
    const std::int64_t parts = std::min<std::int64_t>(grain.ms, others + 2);
    std::vector<SimTime> instants;
    std::int64_t at = from.ms / grain.ms * grain.ms;
    for (; at < to.ms; at += grain.ms) {
        for (std::int64_t part = 0; part < parts; ++part) {
            const SimTime instant{at + grain.ms * part / parts};
            if (instant >= from && instant < to)
                instants.push_back(instant);
        }
    }
    return instants;
}

} // namespace rgsim
