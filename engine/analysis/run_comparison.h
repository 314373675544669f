// Two runs' sums side by side, service by service and in total. Services are matched by their full
// names and nodes by theirs, so the clusters may differ; which run is better is for people to say.
#pragma once

#include "analysis/summary.h"
#include "cluster/cluster.h"

#include <string>
#include <vector>

namespace rgsim {

/// What is compared. As a difference, numbers and times may be negative.
struct ComparedSums {
    int relocations = 0;
    SimDuration downtime;
    SimDuration phantom;
    int violations = 0; ///< stretches in which keep-apart rules were broken
    SimDuration violation;

    bool operator==(const ComparedSums&) const = default;
};
ComparedSums operator-(const ComparedSums& a, const ComparedSums& b);

struct ServiceComparison {
    std::string fullName;
    ServiceIndex inFirst = noService; ///< noService: the first cluster has no such service
    ServiceIndex inSecond = noService;
    ComparedSums first; ///< zeros without the service
    ComparedSums second;
    /// In both runs the record says the same at the end (state, owner), and it really runs on the
    /// same nodes.
    bool endsAlike = false;

    ComparedSums difference() const { return second - first; }
    bool isInBoth() const { return inFirst != noService && inSecond != noService; }
    bool isSame() const { return isInBoth() && endsAlike && first == second; }
};

struct RunComparison {
    /// In the first cluster's order, then those that only the second has.
    std::vector<ServiceComparison> services;
    ComparedSums first; ///< of all services; each violation counts once
    ComparedSums second;

    ComparedSums difference() const { return second - first; }
};

RunComparison compareRuns(const Cluster& firstCluster, const Summary& first,
                          const Cluster& secondCluster, const Summary& second);

} // namespace rgsim
