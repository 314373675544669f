// The shared record of a service: what every node believes about it. rgmanager: rg_state_t.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "world/run_log.h"

#include <cstdint>

namespace rgsim {

struct ServiceRecord {
    ServiceState state = ServiceState::Stopped;
    bool exists = false; ///< created by the first read
    bool frozen = false;
    bool hasChanged = false; ///< transition time is not 0
    NodeIndex owner = noNode;
    NodeIndex lastOwner = noNode;
    std::int32_t restarts = 0;
    SimTime transition;

    bool operator==(const ServiceRecord&) const = default;

    /// Counts as a service that its owner runs (rgmanager: count_resource_groups).
    bool isRunningState() const
    {
        return state == ServiceState::Started || state == ServiceState::Starting;
    }
    /// Disabled, failed or recovering: node events leave such a service alone.
    bool isLeftAlone() const
    {
        return state == ServiceState::Disabled || state == ServiceState::Failed ||
               state == ServiceState::Recovering;
    }
};

} // namespace rgsim
