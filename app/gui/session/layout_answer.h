// Two layouts that were compared, with all that is needed to show either side: made once by a
// worker, never changed, so that table, export and cases share it.
#pragma once

#include "report/layout_words.h"
#include "session/planning_task.h"

#include <memory>
#include <string>

namespace rgsim::gui {

struct LayoutAnswer {
    PlanningQuestion first;  ///< the document's
    PlanningQuestion second; ///< the other file's
    LayoutComparison comparison;
    std::string firstName;
    std::string secondName;
    SimDuration tolerance;

    LayoutReport report() const
    {
        return {first.scenario->cluster,
                second.scenario->cluster,
                comparison,
                firstName,
                secondName,
                tolerance};
    }
};

using LayoutAnswerPtr = std::shared_ptr<const LayoutAnswer>;

/// What has come of it: an answer, or what made it impossible.
struct LayoutOutcome {
    LayoutAnswerPtr answer;
    Diagnostics problems;
};

/// Reads the file at @p path and compares the question's layout with it; for a worker.
LayoutOutcome compareWithFile(const PlanningQuestion& first, const std::string& firstName,
                              const std::string& path, LayoutOptions options,
                              PlanningControl& control);

} // namespace rgsim::gui
