// The engine's own guard in the place where a guarded script asks: clustat's view in, verdict out.
#pragma once

#include "guard/guard.h"
#include "rgmanager/start_gate.h"

namespace rgsim {

/// What the sysconfig file of service @p index says.
GuardConfig guardConfigOf(const Cluster& cluster, ServiceIndex index);

/// What the guard of @p service says on @p node at this instant.
GuardVerdict guardVerdictNow(const Cluster& cluster, const World& world, const ManagerState& state,
                             ServiceIndex service, NodeIndex node);
/// A verdict as the manager's side gets it.
GateVerdict gateVerdictOf(const GuardVerdict& verdict, bool wantDetail);

class GuardGate : public StartGate {
public:
    SimDuration lookDelay(const Cluster& cluster, ServiceIndex service) override;
    GateVerdict ask(const Cluster& cluster, const World& world, const ManagerState& state,
                    ServiceIndex service, NodeIndex node, bool wantDetail) override;
};

} // namespace rgsim
