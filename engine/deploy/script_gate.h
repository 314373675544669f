// Puts real init scripts into the place where a guarded start asks its guard: the script itself is
// run, its answer counts, and every difference to the engine's own verdict is kept with the state
// that caused it.
#pragma once

#include "deploy/script_harness.h"
#include "deploy/script_verdict.h"
#include "deploy/trial_scripts.h"
#include "rgmanager/start_gate.h"
#include "simulation/guard_gate.h"

#include <vector>

namespace rgsim {

/// A start that the script and the engine judged differently.
struct ScriptGateDifference {
    ServiceIndex service = noService;
    NodeIndex node = noNode;
    GuardConfig config;
    ClustatView view; ///< with the time
    GuardVerdict verdict;
    ScriptOutcome outcome;
};

class ScriptGate : public StartGate {
public:
    /// @p harness, which was opened with the scripts of @p scripts, must outlive the gate.
    ScriptGate(ScriptHarness& harness, const TrialScripts& scripts);

    SimDuration lookDelay(const Cluster& cluster, ServiceIndex service) override;
    GateVerdict ask(const Cluster& cluster, const World& world, const ManagerState& state,
                    ServiceIndex service, NodeIndex node, bool wantDetail) override;

    int starts() const { return m_starts; } ///< how often a script was run
    /// Our own scripts also have to say what the engine expects.
    const std::vector<ScriptGateDifference>& differences() const { return m_differences; }

private:
    ScriptHarness& m_harness;
    TrialScripts m_scripts;
    GuardGate m_engine;
    int m_starts = 0;
    std::vector<ScriptGateDifference> m_differences;
};

} // namespace rgsim
