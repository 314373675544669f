#include "planning/hazard_checks.h"

#include <algorithm>

namespace rgsim {

namespace {

bool contains(const Hazard& hazard, const std::vector<ServiceIndex>& services)
{
    return std::includes(hazard.services.begin(), hazard.services.end(), services.begin(),
                         services.end());
}

// What makes another finding about the same services superfluous: the more telling one stays.
bool isCoveredBy(const Hazard& hazard, const Hazard& other)
{
    switch (hazard.kind) {
    case HazardKind::PhantomStart:
        return hazard.services == other.services &&
               (other.kind == HazardKind::FutileRestarts || other.kind == HazardKind::NeverLeaves ||
                other.kind == HazardKind::PingPong);
    case HazardKind::FutileRestarts:
        return other.kind == HazardKind::NeverLeaves && hazard.services == other.services;
    case HazardKind::BadTarget:
        return (other.kind == HazardKind::PingPong && hazard.services == other.services) ||
               (other.kind == HazardKind::RunTogether && contains(other, hazard.services));
    case HazardKind::AllOnOneNode:
        return other.kind == HazardKind::RunTogether && contains(hazard, other.services);
    default:
        return false;
    }
}

std::vector<int> linesOf(const Cluster& cluster, const Hazard& hazard)
{
    std::vector<int> lines;
    for (const ServiceIndex service : hazard.services) {
        lines.push_back(cluster.service(service).line);
        const DomainIndex domain = cluster.service(service).domain;
        if (domain != noDomain)
            lines.push_back(cluster.domain(domain).line);
    }
    std::erase(lines, 0);
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

} // namespace

std::vector<Hazard> hazardsOf(const Trial& trial)
{
    std::vector<Hazard> all;
    checkGuards(trial, all);
    checkCircles(trial, all);
    checkPlaces(trial, all);
    checkOutcome(trial, all);
    std::vector<Hazard> hazards;
    for (const Hazard& hazard : all) {
        const auto isSame = [&](const Hazard& other) { return hazard.isSameAs(other); };
        const auto covers = [&](const Hazard& other) { return isCoveredBy(hazard, other); };
        if (std::none_of(hazards.begin(), hazards.end(), isSame) &&
            std::none_of(all.begin(), all.end(), covers))
            hazards.push_back(hazard);
    }
    std::stable_sort(hazards.begin(), hazards.end(), [](const Hazard& a, const Hazard& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.services < b.services;
    });
    for (Hazard& hazard : hazards)
        hazard.lines = linesOf(trial.cluster(), hazard);
    return hazards;
}

} // namespace rgsim
