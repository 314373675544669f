// A run that is over, with its timeline and sums: what tests of analysis and reports look at.
#pragma once

#include "analysis/summary.h"
#include "analysis/timeline.h"
#include "report/run_report.h"
#include "simulation/simulation.h"

#include <memory>
#include <string>

namespace rgsim::support {

struct FinishedRun {
    std::unique_ptr<const Scenario> scenario; ///< on the heap: the simulation refers to it
    std::unique_ptr<Simulation> simulation;
    Timeline timeline;
    Summary summary;

    const std::vector<LogRow>& rows() const { return simulation->log().rows(); }
    RunReport report() const
    {
        return {*scenario, rows(), timeline, summary, simulation->fingerprint(), false};
    }
    ServiceIndex service(const std::string& fullName) const
    {
        return scenario->cluster.serviceByName(fullName);
    }
    const ServiceTimeline& timelineOf(const std::string& fullName) const
    {
        return timeline.services[static_cast<std::size_t>(service(fullName))];
    }
    const ServiceSummary& summaryOf(const std::string& fullName) const
    {
        return summary.services[static_cast<std::size_t>(service(fullName))];
    }
};

FinishedRun finish(Scenario scenario);

/// All cases of tests/conformance/@p file, each run to its end.
std::vector<FinishedRun> finishCases(const std::string& file);
/// The case called @p name of tests/conformance/seed.json.
FinishedRun finishSeedCase(const std::string& name);

} // namespace rgsim::support
