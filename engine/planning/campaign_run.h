// One run of a campaign. Made once for each thread and scenario, used for many runs.
#pragma once

#include "base/limits.h"
#include "planning/campaign_tally.h"
#include "planning/outage_watch.h"
#include "simulation/simulation.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace rgsim {

/// The seed of run @p run of a campaign with @p seed: the same in whatever part it is made.
std::uint64_t campaignRunSeed(std::uint64_t seed, std::int64_t run);

class CampaignRun {
public:
    /// @p scenario and @p start (see campaignStart()) must live as long as this.
    CampaignRun(const Scenario& scenario, const SimulationState& start, SimDuration length);

    enum class End { Complete, Cancelled, TooManyEvents };
    /// At most @p mostItems of the simulation are handled.
    End run(std::uint64_t seed, const std::atomic<bool>* cancel,
            std::int64_t mostItems = limits::maxRunEvents);

    /// Of the last complete run.
    const OutageWatch& watch() const { return m_watch; }
    /// How many items of the simulation it took.
    std::int64_t items() const { return m_simulation.state().world.itemsHandled; }
    /// All failures of nodes and processes.
    std::int64_t failures() const { return m_failures; }
    ControlValues controlsOf(const std::vector<ServiceIndex>& services) const;
    /// Adds the last run to @p tally.
    void addTo(CampaignTally& tally) const;

private:
    void countControls(std::uint64_t seed);

    const Scenario& m_scenario;
    const SimulationState& m_start;
    SimDuration m_length;
    Simulation m_simulation;
    OutageWatch m_watch;
    std::int64_t m_failures = 0;
    std::int64_t m_nodeFailures = 0; ///< of rates with a known average, as are the next two
    std::int64_t m_nodesBroken = 0;  ///< milliseconds
    std::vector<std::int64_t> m_processFailures; ///< by service
};

} // namespace rgsim
