#include "simulation/guard_gate.h"

#include "simulation/clustat_view_of.h"

namespace rgsim {

GuardConfig guardConfigOf(const Cluster& cluster, ServiceIndex index)
{
    const Service& service = cluster.service(index);
    return {service.fullName, service.collisions, service.isGuarded, service.name};
}

namespace {

std::string detailOf(const GuardVerdict& verdict)
{
    std::string detail = verdict.reason;
    for (const std::string& word : verdict.found)
        detail += (detail.empty() ? "found " : "; found ") + word;
    for (const GuardHazard hazard : verdict.hazards)
        detail += (detail.empty() ? std::string() : "; ") + describe(hazard);
    return detail;
}

} // namespace

SimDuration GuardGate::lookDelay(const Cluster& cluster, ServiceIndex service)
{
    return guardLookDelay(cluster.guardMode, guardConfigOf(cluster, service));
}

GuardVerdict guardVerdictNow(const Cluster& cluster, const World& world, const ManagerState& state,
                             ServiceIndex service, NodeIndex node)
{
    return guardVerdict(cluster.guardMode, guardConfigOf(cluster, service),
                        clustatViewOf(cluster, world, state, node), cluster.node(node).name,
                        cluster.hardenedGuardFails);
}

GateVerdict gateVerdictOf(const GuardVerdict& verdict, bool wantDetail)
{
    GateVerdict answer;
    answer.refuses = verdict.refuses;
    answer.reportsFailure = verdict.reportsFailure;
    answer.runsElsewhere = verdict.finding == GuardFinding::ExistsElsewhere;
    answer.overlooked = verdict.has(GuardHazard::MissedCollision);
    answer.delay = verdict.delay;
    if (wantDetail)
        answer.detail = detailOf(verdict);
    return answer;
}

GateVerdict GuardGate::ask(const Cluster& cluster, const World& world, const ManagerState& state,
                           ServiceIndex service, NodeIndex node, bool wantDetail)
{
    return gateVerdictOf(guardVerdictNow(cluster, world, state, service, node), wantDetail);
}

} // namespace rgsim
