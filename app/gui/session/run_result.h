// A finished run with everything that views show of it. Computed once, by a worker; never changes
// after that, so that all views can share it without copying or locking.
#pragma once

#include "analysis/summary.h"
#include "analysis/timeline.h"
#include "report/run_report.h"
#include "simulation/recorded_run.h"

#include <cstdint>
#include <memory>
#include <string>

namespace rgsim::gui {

struct RunResult {
    RecordedRun run;
    Timeline timeline;
    Summary summary;
    std::uint64_t fingerprint = 0;
    /// The text that the cluster's lines count in: a cluster.conf, or the draft's JSON.
    std::string sourceText;
    bool isSourceConf = false; ///< sourceText is a cluster.conf, so its lines mean something

    const Scenario& scenario() const { return run.scenario(); }
    const Cluster& cluster() const { return run.scenario().cluster; }
    const std::vector<LogRow>& rows() const { return run.rows(); }
    SimTime end() const { return run.end(); }
    RunReport report() const
    {
        return {scenario(), rows(), timeline, summary, fingerprint, run.hitEventLimit()};
    }
};

using RunPtr = std::shared_ptr<const RunResult>;

} // namespace rgsim::gui
