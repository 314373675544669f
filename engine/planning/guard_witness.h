// A guard that remembers what it said: the engine's own verdicts of a run with their doubts. Gives
// the same answers as the guard of any run.
#pragma once

#include "guard/guard.h"
#include "simulation/guard_gate.h"

#include <vector>

namespace rgsim {

struct WitnessedVerdict {
    SimTime at;
    ServiceIndex service = noService;
    NodeIndex node = noNode;
    GuardVerdict verdict;
};

class GuardWitness : public GuardGate {
public:
    GateVerdict ask(const Cluster& cluster, const World& world, const ManagerState& state,
                    ServiceIndex service, NodeIndex node, bool wantDetail) override;

    const std::vector<WitnessedVerdict>& verdicts() const { return m_verdicts; }

private:
    std::vector<WitnessedVerdict> m_verdicts;
};

} // namespace rgsim
