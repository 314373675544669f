#include "planning/repair_edits.h"

#include "base/limits.h"
#include "planning/placement_question.h"

#include <algorithm>

namespace rgsim {

namespace {

void addEdit(std::vector<FlipEdit>& edits, const FlipEdit& edit)
{
    if (std::find(edits.begin(), edits.end(), edit) == edits.end())
        edits.push_back(edit);
}

void addMembers(std::vector<FlipEdit>& edits, const Cluster& cluster, ServiceIndex service)
{
    const DomainIndex index = cluster.service(service).domain;
    if (index == noDomain || !cluster.domain(index).restricted)
        return;
    for (NodeIndex node = 0; node < cluster.nodeCount(); ++node) {
        if (!cluster.domain(index).memberSet.contains(node))
            addEdit(edits, {FlipEditKind::Member, noService, index, node, 0});
    }
}

// Other nodes to prefer: any two, or in larger clusters each with the next one.
void addOwnDomains(std::vector<FlipEdit>& edits, const Cluster& cluster, ServiceIndex service)
{
    constexpr int smallCluster = 6;
    const DomainIndex old = cluster.service(service).domain;
    const auto isShared = [&](const Service& other) {
        return other.domain == old && &other != &cluster.service(service);
    };
    if (old != noDomain && std::none_of(cluster.services.begin(), cluster.services.end(), isShared))
        return; // priorities in it do the same
    const auto isAllowed = [&](NodeIndex node) {
        return old == noDomain || !cluster.domain(old).restricted ||
               cluster.domain(old).memberSet.contains(node);
    };
    const auto count = static_cast<NodeIndex>(cluster.nodeCount());
    for (NodeIndex first = 0; first < count; ++first) {
        for (NodeIndex second = 0; second < count; ++second) {
            const bool isTried = count <= smallCluster || second == (first + 1) % count;
            if (isTried && first != second && isAllowed(first) && isAllowed(second))
                addEdit(edits, {FlipEditKind::OwnDomain, service, noDomain, first, second});
        }
    }
}

void addGuards(std::vector<FlipEdit>& edits, const Cluster& cluster)
{
    const bool isOff = cluster.guardMode == GuardMode::Off;
    if (isOff && cluster.keepApart.empty())
        return;
    for (const GuardMode mode : {GuardMode::Hardened, GuardMode::Published}) {
        if (isOff)
            addEdit(edits, {FlipEditKind::GuardRules, noService, noDomain, noNode,
                            static_cast<int>(mode)});
    }
    if (cluster.guardMode != GuardMode::Hardened || !cluster.hardenedGuardFails)
        addEdit(edits, {FlipEditKind::GuardFails, noService, noDomain, noNode, 0});
}

bool isAboutGuard(FlipEditKind kind)
{
    return kind == FlipEditKind::GuardForm || kind == FlipEditKind::GuardRules ||
           kind == FlipEditKind::GuardFails;
}

} // namespace

std::vector<FlipEdit> smallEditsAgainst(const Cluster& cluster, const Hazard& hazard)
{
    std::vector<FlipEdit> edits;
    for (const ServiceIndex service : hazard.services) {
        for (const FlipEdit& edit :
             smallEdits(cluster, service, hazard.nodes.empty() ? noNode : hazard.nodes.front())) {
            if (edit.kind != FlipEditKind::GuardForm ||
                edit.value != static_cast<int>(GuardMode::Exact))
                addEdit(edits, edit);
        }
    }
    return edits;
}

std::vector<FlipEdit> repairEdits(const Scenario& scenario, const std::vector<Hazard>& hazards)
{
    const Cluster& cluster = scenario.cluster;
    const std::vector<std::vector<ServiceIndex>> apart = mustStayApart(cluster);
    std::vector<FlipEdit> edits;
    for (const Hazard& hazard : hazards) {
        for (const FlipEdit& edit : smallEditsAgainst(cluster, hazard))
            addEdit(edits, edit);
        for (const ServiceIndex service : hazard.services) {
            addMembers(edits, cluster, service);
            addOwnDomains(edits, cluster, service);
            Hazard others = hazard;
            others.services = apart[static_cast<std::size_t>(service)];
            for (const FlipEdit& edit : smallEditsAgainst(cluster, others))
                addEdit(edits, edit);
            for (const ServiceIndex other : others.services)
                addOwnDomains(edits, cluster, other);
        }
    }
    addGuards(edits, cluster);
    if (!scenario.start && cluster.nodeCount() < limits::maxNodes)
        addEdit(edits, {FlipEditKind::MoreNodes, noService, noDomain, noNode, 0});
    return edits;
}

int costOf(const FlipEdit& edit)
{
    switch (edit.kind) {
    case FlipEditKind::Recovery:
    case FlipEditKind::MaxRestarts:
    case FlipEditKind::MemberPriority:
    case FlipEditKind::Ordered:
        return 1;
    case FlipEditKind::Restricted:
    case FlipEditKind::Member:
    case FlipEditKind::Autostart:
    case FlipEditKind::OwnDomain:
        return 2;
    case FlipEditKind::Exclusive:
    case FlipEditKind::GuardForm:
    case FlipEditKind::GuardFails:
        return 3;
    case FlipEditKind::GuardRules:
        return 4;
    case FlipEditKind::MoreNodes:
        break;
    }
    return 20;
}

bool excludeEachOther(const FlipEdit& a, const FlipEdit& b)
{
    if (isAboutGuard(a.kind) && isAboutGuard(b.kind))
        return true;
    if (a.kind == FlipEditKind::OwnDomain && b.kind == a.kind)
        return a.service == b.service;
    return a.kind == b.kind && a.service == b.service && a.domain == b.domain && a.node == b.node;
}

void applyEdits(Scenario& scenario, const std::vector<FlipEdit>& edits)
{
    for (const FlipEdit& edit : edits) {
        applyEdit(scenario.cluster, edit);
        if (edit.kind != FlipEditKind::MoreNodes)
            continue;
        for (PlanEvent& event : scenario.plan.events) {
            if (event.kind != PlanKind::Boot || event.nodes.empty())
                continue;
            event.nodes.push_back(static_cast<NodeIndex>(scenario.cluster.nodeCount() - 1));
            break;
        }
    }
}

} // namespace rgsim
