// What a search for repairs told, with the question it belongs to and the files as each repair
// would leave them: made once by a worker, never changed, so that tables and exports share it.
#pragma once

#include "formats/scenario_file.h"
#include "planning/repair.h"
#include "report/repair_text.h"

#include <memory>

namespace rgsim::gui {

struct RepairAnswer {
    ScenarioFile before;
    RepairOptions options;
    RepairReport report;
    /// By repair; nothing: it does not fit into the file, see `problems`.
    std::vector<std::optional<ScenarioFile>> files;
    std::vector<std::string> changes; ///< by repair, as diff -u prints them
    Diagnostics problems;

    const Cluster& cluster() const { return before.scenario.cluster; }
    RepairText text() const { return {cluster(), report, options, changes}; }
};

using RepairPtr = std::shared_ptr<const RepairAnswer>;

/// Searches; takes long. @p fileName and @p isConf: see changeText().
RepairPtr searchRepairs(const ScenarioFile& file, const std::string& fileName, bool isConf,
                        const RepairOptions& options, const RepairControl& control);

/// The hazards of the unrepaired cluster that @p repair leaves no more.
std::vector<const Hazard*> removedBy(const RepairReport& report, const Repair& repair);

} // namespace rgsim::gui
