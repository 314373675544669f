// What an exploration told, with the question it belongs to: made once by a worker, never changed,
// so that tables and exports share it.
#pragma once

#include "report/explore_report.h"

#include <memory>

namespace rgsim::gui {

struct ExploreAnswer {
    Scenario base; ///< see baseScenario()
    std::vector<Property> properties;
    ExploreOptions options;
    Explored explored;
    double seconds = 0; ///< that it took

    ExploreReport report() const { return {base.cluster, properties, options, explored, seconds}; }
    const std::optional<Counterexample>& found() const { return explored.counterexample; }
    bool holds() const { return !found() && explored.result.end == ExploreEnd::Holds; }
};

using ExplorePtr = std::shared_ptr<const ExploreAnswer>;

} // namespace rgsim::gui
