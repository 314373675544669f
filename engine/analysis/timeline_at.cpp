#include "analysis/timeline_at.h"

#include "analysis/pieces.h"

#include <algorithm>
#include <tuple>

namespace rgsim {

namespace {

bool isDown(NodeState state)
{
    return state == NodeState::Off || state == NodeState::Lost;
}

bool planBootsAt(const FaultPlan& plan, NodeIndex node, SimTime at)
{
    return std::any_of(plan.events.begin(), plan.events.end(), [&](const PlanEvent& event) {
        return event.kind == PlanKind::Boot && event.at == at &&
               std::find(event.nodes.begin(), event.nodes.end(), node) != event.nodes.end();
    });
}

} // namespace

const BeliefSegment& beliefAt(const ServiceTimeline& service, SimTime at)
{
    return segmentAt(service.belief, at);
}

const TruthSegment& truthAt(const ServiceTimeline& service, SimTime at)
{
    return segmentAt(service.truth, at);
}

NodeState nodeStateAt(const Timeline& timeline, NodeIndex node, SimTime at)
{
    return segmentAt(timeline.nodes[static_cast<std::size_t>(node)], at).state;
}

bool isPhantomAt(const ServiceTimeline& service, SimTime at)
{
    return service.hasProcesses && pieceAt(service, at).isPhantom();
}

std::vector<const KeepApartViolation*>
violationsAt(const std::vector<KeepApartViolation>& violations, SimTime at, SimTime end)
{
    using Key = std::tuple<std::size_t, NodeIndex, SimTime>;
    const auto keyOf = [](const KeepApartViolation& violation) {
        return Key{violation.rule, violation.node, violation.from};
    };
    // From group to group of one rule and node, each in order of time.
    std::vector<const KeepApartViolation*> found;
    for (auto group = violations.begin(); group != violations.end();) {
        const auto after = [&](SimTime time) {
            return std::upper_bound(
                group, violations.end(), Key{group->rule, group->node, time},
                [&](const Key& key, const KeepApartViolation& v) { return key < keyOf(v); });
        };
        const auto next = after(at);
        if (next != group) {
            const KeepApartViolation& last = *(next - 1);
            if (at < last.to || (last.to == end && at >= end))
                found.push_back(&last);
        }
        group = after(SimTime::never());
    }
    return found;
}

std::optional<SimTime> bootEndAt(const Scenario& scenario, const Timeline& timeline, NodeIndex node,
                                 SimTime at)
{
    const std::vector<NodeSegment>& segments = timeline.nodes[static_cast<std::size_t>(node)];
    const auto* last = segments.data() + segments.size() - 1;
    const NodeSegment* segment = &segmentAt(segments, at);
    if (!isDown(segment->state))
        return std::nullopt;
    while (segment != last && isDown(segment->state))
        ++segment;
    const SimTime up = segment->from;
    const bool boots = !isDown(segment->state) && at >= up - scenario.cluster.node(node).bootTime;
    if (!boots || planBootsAt(scenario.plan, node, up))
        return std::nullopt;
    return up;
}

} // namespace rgsim
