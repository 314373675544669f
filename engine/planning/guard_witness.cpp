#include "planning/guard_witness.h"

#include "world/world.h"

namespace rgsim {

GateVerdict GuardWitness::ask(const Cluster& cluster, const World& world, const ManagerState& state,
                              ServiceIndex service, NodeIndex node, bool wantDetail)
{
    const GuardVerdict verdict = guardVerdictNow(cluster, world, state, service, node);
    m_verdicts.push_back({world.now, service, node, verdict});
    return gateVerdictOf(verdict, wantDetail);
}

} // namespace rgsim
