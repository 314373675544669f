// Many runs of a cluster under random failures and repairs: what its services and groups are down
// on average, and why. Equal questions have equal answers, on any number of threads and in any
// number of parts; printing them is for others.
#pragma once

#include "base/diagnostic.h"
#include "planning/campaign_tally.h"
#include "planning/estimate.h"
#include "simulation/scenario.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>

namespace rgsim {

/// A year of a campaign has 365 days.
constexpr SimDuration campaignYear = SimDuration::seconds(365LL * 86400);

struct CampaignOptions {
    int years = 10;           ///< length of each run, 1 to limits::maxCampaignYears
    std::int64_t runs = 1000; ///< at most limits::maxCampaignRuns; with a precision the most
    std::uint64_t seed = 1;
    std::int64_t shard = 1;  ///< this part …
    std::int64_t shards = 1; ///< … of so many: of the runs, those that fall into it
    /// Ends as soon as the interval's half is at most this part of the downtime, for every service
    /// and group; 0: all runs.
    double precision = 0;
    bool varianceReduction = false;

    SimDuration runLength() const { return campaignYear * years; }
    std::int64_t firstRun() const { return runs * (shard - 1) / shards; }
    std::int64_t endRun() const { return runs * shard / shards; }
};

/// Rates for whatever the scenario gives none; absent: none.
struct DefaultRates {
    std::optional<SimDuration> nodeMtbf;
    std::optional<SimDuration> nodeMttr;
    std::optional<SimDuration> serviceMtbf;
};

/// How a campaign is carried out; makes no difference to its result.
struct CampaignControl {
    int threads = 1;
    const std::atomic<bool>* cancel = nullptr; ///< may be set from elsewhere; null: never
    /// Called with the number of runs that are done and that there will be at most.
    std::function<void(std::int64_t done, std::int64_t of)> progress;
};

struct CampaignResult {
    CampaignTally tally;
    bool wasCancelled = false;    ///< the tally is that of the first runs
    bool isPreciseEnough = false; ///< ended because of CampaignOptions::precision
    /// A run that was ended because it handled limits::maxRunEvents items; the tally is useless.
    std::optional<std::int64_t> endlessRun;
};

/// The scenario's cluster with all that random failures need: its base (see baseScenario()), its
/// rates, and @p defaults for nodes and services that have none. Only a service with a process that
/// can die gets a rate.
Scenario campaignScenario(const Scenario& scenario, const DefaultRates& defaults);

/// What is wrong with the question: nothing fails at random, too many or too few years, runs or
/// failures for one run. Errors say what to change.
Diagnostics checkCampaign(const Scenario& scenario, const CampaignOptions& options);

/// What each run begins with: the cluster after its cold start, when nothing goes on any more, or
/// an hour after its beginning if that does not happen. No random failure is set.
SimulationState campaignStart(const Scenario& scenario);

/// The known averages of the controls of one service (or of a group of them), in a run of
/// @p length; a control is the sum over those rates that hasExpectedCount().
ControlMeans controlMeans(const Scenario& scenario, const std::vector<ServiceIndex>& services,
                          SimDuration length);

/// @p scenario is a campaignScenario() for which checkCampaign() found no error.
CampaignResult runCampaign(const Scenario& scenario, const CampaignOptions& options,
                           const CampaignControl& control);

} // namespace rgsim
