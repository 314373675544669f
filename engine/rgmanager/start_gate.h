// The question a guarded init script asks before it starts anything. rgmanager knows nothing of
// guards; the simulation plugs one in here, so that the manager's code needs no guard to run.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"

#include <string>

namespace rgsim {

struct Cluster;
struct ManagerState;
struct World;

struct GateVerdict {
    bool refuses = false;        ///< nothing is started …
    bool reportsFailure = false; ///< … and the script says so, instead of claiming success
    bool runsElsewhere = false;  ///< refused because the service runs on another node
    bool overlooked = false;     ///< a collision that was meant to be seen was not
    SimDuration delay;           ///< how long the script hesitates before it reports a refusal
    std::string detail;          ///< what it saw, for explanations; filled only if asked for
};

class StartGate {
public:
    virtual ~StartGate() = default;
    /// How long after the start began @p service's guard looks at the cluster.
    virtual SimDuration lookDelay(const Cluster& cluster, ServiceIndex service) = 0;
    /// The verdict of @p service's guard on @p node at this instant.
    virtual GateVerdict ask(const Cluster& cluster, const World& world, const ManagerState& state,
                            ServiceIndex service, NodeIndex node, bool wantDetail) = 0;
};

} // namespace rgsim
