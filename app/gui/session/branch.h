// One line of history of a document: a draft, what is wrong with it, and the run of its last good
// form. A value that Document owns and changes; everybody else only looks.
#pragma once

#include "base/diagnostic.h"
#include "formats/scenario_draft.h"
#include "session/run_result.h"

#include <QString>

#include <memory>

namespace rgsim::gui {

enum class BranchId { Main = 0, Fork = 1 };

struct Branch {
    ScenarioDraft draft;
    /// Of the draft as it stands; its fields are paths as ScenarioDraft::value() takes them.
    Diagnostics problems;
    /// The last draft that could be run; null before the first.
    std::shared_ptr<const Scenario> scenario;
    std::string sourceText; ///< see RunResult
    bool isSourceConf = false;
    RunPtr run; ///< of `scenario`, or an older one while isComputing
    bool isComputing = false;
    double progress = 0;

    /// The draft cannot be run: what is shown is older.
    bool isBroken() const { return problems.hasErrors(); }
};

} // namespace rgsim::gui
