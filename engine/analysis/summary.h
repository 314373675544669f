// What a run comes to in numbers: relocations, refusals, downtime, phantoms, broken keep-apart
// rules. All times are whole milliseconds, computed from a timeline; nothing is estimated.
#pragma once

#include "analysis/guard_hazards.h"
#include "analysis/keep_apart.h"
#include "analysis/timeline.h"
#include "cluster/cluster.h"

#include <vector>

namespace rgsim {

/// "Runs" means: all resources of the service's tree that have a script run on some node.
struct ServiceSummary {
    int relocations = 0;   ///< the record's owner changed to another node, directly or via none
    int restartsHere = 0;  ///< started again, by record, on the node that had it before
    int startsRefused = 0; ///< the guard reported success and nothing was started
    int startsFailed = 0;
    int checksFailed = 0;

    /// How long the service ran nowhere, from the instant at which the first node came up to the
    /// end: what somebody would have noticed who used it.
    SimDuration downtime;
    SimDuration downtimeDisabled; ///< the part during which the record said disabled
    SimDuration longestOutage;    ///< the longest stretch without a pause in the downtime
    /// How long the record said started and the service did not run on the owner. The time from a
    /// node's death to its being declared down belongs to it.
    SimDuration phantom;
    SimDuration onSeveralNodes; ///< how long it ran on two or more nodes at once
    SimDuration violation;      ///< how long it broke keep-apart rules

    BeliefSegment beliefAtEnd;
    TruthSegment truthAtEnd;

    bool operator==(const ServiceSummary&) const = default;
};

struct Summary {
    SimTime from; ///< the first node came up; equal to `to` if none did
    SimTime to;
    std::vector<ServiceSummary> services; ///< by ServiceIndex
    std::vector<KeepApartViolation> violations;
    std::vector<GuardHazardFound> hazards;

    // Over all services.
    ServiceSummary totals; ///< sums; longestOutage is the longest; the ends mean nothing
    int servicesWithDowntime = 0;
    int startedAtEnd = 0;      ///< by record
    int runningAtEnd = 0;      ///< really
    SimDuration violationTime; ///< each interval of each rule and node once
};

/// @p timeline must be the one made of @p rows. Services without any script have no downtime and no
/// phantoms.
Summary summarize(const Cluster& cluster, const std::vector<LogRow>& rows,
                  const Timeline& timeline);

} // namespace rgsim
