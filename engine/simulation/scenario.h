// One question to the simulator: a cluster, what happens to it, and how races and chance are
// decided. Equal scenarios give equal runs.
#pragma once

#include "cluster/balanced_group.h"
#include "cluster/cluster.h"
#include "simulation/property.h"
#include "simulation/start_state.h"
#include "world/arbitration.h"
#include "world/fault_plan.h"
#include "world/order_choices.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rgsim {

/// One step of a lesson: text shown with the playhead at a time, perhaps with a question.
struct LessonStep {
    std::string text;
    SimTime at;
    std::vector<std::string> highlight; ///< names of nodes and services
    std::string question;
    std::vector<std::string> choices;
    int answer = -1;         ///< index into choices; -1: no question
    std::string explanation; ///< shown with the answer
};

struct Scenario {
    std::string name; ///< a short identification, from the file
    std::string title;
    std::string about; ///< what to look at, one or two sentences
    std::string topic;
    std::vector<LessonStep> lesson;

    Cluster cluster;
    std::optional<StartState> start; ///< none: everything is off at 0
    FaultPlan plan;
    std::vector<BalancedGroup> groups; ///< measured by campaigns; no influence on a run
    std::vector<Property> properties;  ///< what explorations look for; no influence on a run
    Arbitration arbitration = Arbitration::LowestNodeFirst;
    /// Where the order of simultaneous things is another than the usual; ordered by time and
    /// choice.
    std::vector<OrderPick> order;
    std::uint64_t seed = 1;
    SimTime until = SimTime::seconds(300); ///< items at this instant still happen
};

} // namespace rgsim
