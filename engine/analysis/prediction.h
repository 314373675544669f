// What an act at an instant of a run would lead to: the run is continued from there with and
// without it, for a while, and the two are compared. Exactly what a full run with the act would
// show; nothing is guessed.
#pragma once

#include "analysis/snapshot.h"
#include "simulation/recorded_run.h"

#include <optional>
#include <vector>

namespace rgsim {

struct PredictedService {
    ServiceSnapshot before;     ///< before anything happened at the instant of the act
    ServiceSnapshot atEnd;      ///< with the act
    ServiceSnapshot withoutAct; ///< at the end, had the act not been
    /// When record or truth first differ from the run without the act.
    std::optional<SimTime> firstChange;
    /// When record or truth last changed with the act; nothing if neither did from its instant on.
    std::optional<SimTime> settled;
    SimDuration outage; ///< how long it ran nowhere, from the act to the end; zero without scripts
    SimDuration outageWithoutAct;
};

struct PredictedNode {
    NodeState before = NodeState::Off;
    NodeState atEnd = NodeState::Off;
    NodeState withoutAct = NodeState::Off;
};

/// All of `services` really run on `node` at the end though the rule keeps them apart.
struct BrokenRule {
    std::size_t rule = 0; ///< position in Cluster::keepApart
    NodeIndex node = noNode;
    std::vector<ServiceIndex> services; ///< two or more, ascending

    bool operator==(const BrokenRule&) const = default;
};

struct Prediction {
    SimTime at;
    SimTime end;
    std::vector<PredictedService> services; ///< by ServiceIndex
    std::vector<PredictedNode> nodes;       ///< by NodeIndex
    std::vector<BrokenRule> brokenAtEnd;    ///< by rule, then node
    bool hitEventLimit = false;             ///< the run was ended before the end
};

/// @p withAct is the scenario of @p run, which must be over, with more plan events, script faults
/// or fence faults: none has effect before @p at, and they stand behind those that were there.
/// Looks ahead until at + horizon, or the end of the run if that is earlier.
Prediction predict(const RecordedRun& run, const Scenario& withAct, SimTime at,
                   SimDuration horizon = SimDuration::seconds(120));

} // namespace rgsim
