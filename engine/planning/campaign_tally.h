// What many runs of a campaign come to, as exact sums: tallies of parts of the runs, added in any
// order, give the tally of all. Numbers for people are made of it by campaign_summary.
#pragma once

#include "planning/exact_sums.h"
#include "planning/outage_watch.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// Sums over runs; times in milliseconds.
struct ServiceTally {
    std::array<std::int64_t, downtimeCauses> downtime{}; ///< by DowntimeCause
    Outages outages;
    std::int64_t relocations = 0;
    std::int64_t runsWithOutage = 0;
    MomentSums moments; ///< of a run's whole downtime

    bool operator==(const ServiceTally&) const = default;
    void add(const ServiceOutcome& outcome, const ControlValues& controls);
    void add(const ServiceTally& other);
};

struct GroupTally {
    std::int64_t tooFewAnswer = 0;
    std::int64_t notYetNoticed = 0;
    std::int64_t misdirected = 0;
    std::int64_t instanceDown = 0;
    std::int64_t together = 0;
    Outages outages;
    std::int64_t runsWithOutage = 0;
    std::int64_t runsWithLoss = 0;
    MomentSums moments; ///< of a run's whole downtime
    MomentSums lost;    ///< of a run's lost requests, GroupOutcome::lostMicros

    bool operator==(const GroupTally&) const = default;
    void add(const GroupOutcome& outcome, const ControlValues& controls);
    void add(const GroupTally& other);
};

struct CampaignTally {
    std::int64_t runs = 0;
    std::int64_t failures = 0;          ///< of nodes and processes together, by their rates
    std::vector<ServiceTally> services; ///< by ServiceIndex
    std::vector<GroupTally> groups;

    bool operator==(const CampaignTally&) const = default;
    void add(const CampaignTally& other);
};

} // namespace rgsim
