// The engine's own guard in the place where a guarded script asks: clustat's view in, verdict out.
#pragma once

#include "rgmanager/start_gate.h"

namespace rgsim {

class GuardGate : public StartGate {
public:
    SimDuration lookDelay(const Cluster& cluster, ServiceIndex service) override;
    GateVerdict ask(const Cluster& cluster, const World& world, const ManagerState& state,
                    ServiceIndex service, NodeIndex node, bool wantDetail) override;
};

} // namespace rgsim
