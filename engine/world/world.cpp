#include "world/world.h"

#include "cluster/cluster.h"
#include "world/fault_plan.h"

#include <algorithm>
#include <string>

namespace rgsim {

namespace {

void mixStream(Fingerprint& fingerprint, const RandomStream& stream)
{
    for (const std::uint64_t word : stream.state())
        fingerprint.add(word);
}

} // namespace

World makeWorld(const Cluster& cluster, const FaultPlan& plan, std::uint64_t seed)
{
    World world;
    world.nodes.resize(cluster.nodes.size());
    world.processes.resize(cluster.resources.size());
    beginRates(world, cluster, plan, seed);
    return world;
}

std::string rateStreamName(const FailureRate& rate, const Cluster& cluster)
{
    return rate.node != noNode ? "failures of node " + cluster.node(rate.node).name
                               : "failures of " + cluster.service(rate.service).fullName;
}

void beginRates(World& world, const Cluster& cluster, const FaultPlan& plan, std::uint64_t seed)
{
    world.arbitrationStream = RandomStream(seed, "arbitration");
    world.rateStreams.clear();
    for (std::size_t i = 0; i < plan.rates.size(); ++i) {
        world.rateStreams.emplace_back(seed, rateStreamName(plan.rates[i], cluster));
        const SimDuration wait = draw(plan.rates[i].timeToFailure, world.rateStreams[i]);
        world.queue.push({world.now + wait, 0, ItemKind::RandomFailure, plan.rates[i].node,
                          static_cast<std::int32_t>(i), 0});
    }
}

std::vector<NodeIndex> arbitrationOrder(const NodeSet& nodes, Arbitration arbitration,
                                        RandomStream& stream)
{
    std::vector<NodeIndex> order;
    order.reserve(static_cast<std::size_t>(nodes.count()));
    for (const NodeIndex node : nodes)
        order.push_back(node);
    if (arbitration == Arbitration::HighestNodeFirst)
        std::reverse(order.begin(), order.end());
    if (arbitration == Arbitration::Shuffled) {
        for (std::size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[stream.below(left)]);
    }
    return order;
}

void World::mixInto(Fingerprint& fingerprint) const
{
    fingerprint.add(static_cast<std::uint64_t>(now.ms));
    fingerprint.add(std::uint64_t{nextPlanEvent} << 1 | (splitNoticed ? 1U : 0U));
    for (const QueueItem& item : queue.ordered()) { // rank, not number: see fast_forward
        fingerprint.add(static_cast<std::uint64_t>(item.at.ms));
        fingerprint.add(static_cast<std::uint64_t>(item.kind) << 48 ^
                        static_cast<std::uint64_t>(static_cast<std::uint16_t>(item.node)) << 32 ^
                        static_cast<std::uint32_t>(item.service));
    }
    for (const NodeCondition& condition : nodes) {
        fingerprint.add((condition.runs ? 1U : 0U) | (condition.isMember ? 2U : 0U) |
                        (condition.managerRuns ? 4U : 0U) | (condition.isIsolated ? 8U : 0U) |
                        (condition.isLeaving ? 16U : 0U) | (condition.awaitsFencing ? 32U : 0U));
        fingerprint.add(condition.view.bits()[0]);
        fingerprint.add(condition.view.bits()[1]);
    }
    for (const NodeSet& places : processes) {
        fingerprint.add(places.bits()[0]);
        fingerprint.add(places.bits()[1]);
    }
    mixStream(fingerprint, arbitrationStream);
    for (const RandomStream& stream : rateStreams)
        mixStream(fingerprint, stream);
}

} // namespace rgsim
