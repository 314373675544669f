// Why a service runs nowhere at an instant: each has exactly one cause, so that the causes of a
// downtime add up to it. Looks at a state; remembers and changes nothing.
#pragma once

#include "cluster/cluster.h"
#include "simulation/simulation.h"

#include <cstdint>

namespace rgsim {

enum class DowntimeCause : std::uint8_t {
    Detection,   ///< its node is gone, and the token is not lost yet
    Fencing,     ///< its node is known to be gone, and is being fenced
    StatusCycle, ///< its process is gone, and no check has noticed yet
    Phantom,     ///< started by record, but nothing was started: no check has noticed yet
    Stop,        ///< it is being stopped or recovered, before it is started again
    Start,       ///< it is being started
    Dependency,  ///< it waits for the service that it depends on
    Nowhere, ///< no node that takes part may run it: none is there, no quorum, domain, exclusive
    LeftStopped, ///< stopped, disabled or failed, and left so
};
constexpr std::size_t downtimeCauses = 9;

/// As a key of JSON and as words: "detection", "status_cycle".
const char* toString(DowntimeCause cause);

/// Why @p service, which runs nowhere, does not run. @p hasRun: since its record became started on
/// its present owner it has run there.
DowntimeCause downtimeCause(const Cluster& cluster, const SimulationState& state,
                            ServiceIndex service, bool hasRun);

} // namespace rgsim
