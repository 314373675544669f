#include "analysis/run_comparison.h"

#include "analysis/cluster_match.h"

#include <algorithm>

namespace rgsim {

namespace {

ComparedSums sumsOf(const ServiceSummary& service)
{
    return {service.relocations, service.downtime, service.phantom, 0, service.violation};
}

// By service.
std::vector<ComparedSums> sumsOfAll(const Summary& summary)
{
    std::vector<ComparedSums> sums;
    for (const ServiceSummary& service : summary.services)
        sums.push_back(sumsOf(service));
    for (const KeepApartViolation& violation : summary.violations) {
        for (const ServiceIndex service : violation.services)
            ++sums[static_cast<std::size_t>(service)].violations;
    }
    return sums;
}

ComparedSums totalsOf(const Summary& summary)
{
    ComparedSums totals = sumsOf(summary.totals);
    totals.violations = static_cast<int>(summary.violations.size());
    totals.violation = summary.violationTime;
    return totals;
}

bool endAlike(const ClusterMatch& match, const ServiceSummary& first, const ServiceSummary& second)
{
    const BeliefSegment& a = first.beliefAtEnd;
    const BeliefSegment& b = second.beliefAtEnd;
    if (a.exists != b.exists || (a.exists && (a.state != b.state || a.frozen != b.frozen ||
                                              a.owner != match.node(b.owner))))
        return false;
    NodeSet translated;
    for (const NodeIndex node : second.truthAtEnd.runsOn) {
        const NodeIndex same = match.node(node);
        if (same < 0)
            return false;
        translated.insert(same);
    }
    return translated == first.truthAtEnd.runsOn;
}

} // namespace

ComparedSums operator-(const ComparedSums& a, const ComparedSums& b)
{
    return {a.relocations - b.relocations, a.downtime - b.downtime, a.phantom - b.phantom,
            a.violations - b.violations, a.violation - b.violation};
}

RunComparison compareRuns(const Cluster& firstCluster, const Summary& first,
                          const Cluster& secondCluster, const Summary& second)
{
    const ClusterMatch match(firstCluster, secondCluster);
    RunComparison comparison;
    comparison.first = totalsOf(first);
    comparison.second = totalsOf(second);
    const std::vector<ComparedSums> sums = sumsOfAll(first);
    for (ServiceIndex i = 0; i < firstCluster.serviceCount(); ++i) {
        ServiceComparison service;
        service.fullName = firstCluster.service(i).fullName;
        service.inFirst = i;
        service.first = sums[static_cast<std::size_t>(i)];
        comparison.services.push_back(std::move(service));
    }
    const std::vector<ComparedSums> otherSums = sumsOfAll(second);
    for (ServiceIndex i = 0; i < secondCluster.serviceCount(); ++i) {
        const ServiceIndex same = match.service(i);
        if (same == ClusterMatch::unknownService) {
            comparison.services.emplace_back();
            comparison.services.back().fullName = secondCluster.service(i).fullName;
        }
        ServiceComparison& service = same < 0 ? comparison.services.back()
                                              : comparison.services[static_cast<std::size_t>(same)];
        service.inSecond = i;
        service.second = otherSums[static_cast<std::size_t>(i)];
        if (same >= 0)
            service.endsAlike = endAlike(match, first.services[static_cast<std::size_t>(same)],
                                         second.services[static_cast<std::size_t>(i)]);
    }
    return comparison;
}

} // namespace rgsim
