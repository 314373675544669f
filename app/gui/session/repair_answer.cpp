#include "session/repair_answer.h"

#include "deploy/scenario_change.h"

#include <algorithm>
#include <utility>

namespace rgsim::gui {

RepairPtr searchRepairs(const ScenarioFile& file, const std::string& fileName, bool isConf,
                        const RepairOptions& options, const RepairControl& control)
{
    RepairAnswer answer{file, options, findRepairs(file.scenario, options, control), {}, {}, {}};
    for (const Repair& repair : answer.report.repairs) {
        Scenario after = file.scenario;
        applyEdits(after, repair.edits);
        Result<ScenarioFile> changed = changedFile(file, fileName, after);
        answer.problems.append(changed.diagnostics);
        answer.changes.push_back(changed.ok() ? changeText(file, *changed, fileName, isConf)
                                              : std::string());
        answer.files.push_back(std::move(changed.value));
    }
    return std::make_shared<const RepairAnswer>(std::move(answer));
}

std::vector<const Hazard*> removedBy(const RepairReport& report, const Repair& repair)
{
    std::vector<const Hazard*> removed;
    for (const FoundHazard& found : report.hazards) {
        if (std::none_of(repair.left.begin(), repair.left.end(),
                         [&](const Hazard& left) { return left.isSameAs(found.hazard); }))
            removed.push_back(&found.hazard);
    }
    return removed;
}

} // namespace rgsim::gui
