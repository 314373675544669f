// Two compared layouts in words: what failed, what became of a service, and what that means. Holds
// references and judges nothing.
#pragma once

#include "cluster/cluster.h"
#include "planning/layout_comparison.h"

#include <string>
#include <vector>

namespace rgsim {

/// What is printed. Everything referred to must outlive it.
struct LayoutReport {
    const Cluster& first;
    const Cluster& second;
    const LayoutComparison& comparison;
    std::string firstName;
    std::string secondName;
    SimDuration tolerance;
};

/// "a cold start", or the events without their times: "crash node1, then isolate node2".
std::string failureText(const Cluster& cluster, const std::vector<PlanEvent>& events);

/// "runs on node2, down 45s", "down for good, phantom for good", "goes round in circles, together
/// 5s"; "together": with one from which it must be kept apart.
std::string outcomeText(const Cluster& cluster, const FailureOutcome& outcome);

/// What decided: "does not run in the end", "longer down", "together with one it must be kept apart
/// from"; empty if nothing did.
std::string judgementText(const ComparedService& service);

/// "crash node4: node4 is in the first only", or that it is not possible in the other then.
std::string oneSidedText(const LayoutReport& report, const OneSidedFailure& failure);

/// "1 worse, 0 better, 2 moved, 9 the same", and that it was ended early if it was.
std::string countsText(const LayoutComparison& comparison);

/// "2 nodes and 3 services in both; only in the first: node4; only in the second: service:web".
std::string commonText(const LayoutReport& report);

} // namespace rgsim
