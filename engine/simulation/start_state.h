// A cluster that is not cold when a run begins: which nodes are up, and what the records say. It is
// the state that clustat shows; what clustat does not show (requests in progress, counters of
// restarts, when checks are due) begins anew.
#pragma once

#include "rgmanager/service_record.h"

#include <cstdint>
#include <vector>

namespace rgsim {

struct Manager;

enum class NodeStart : std::uint8_t {
    Off,
    Member,  ///< runs and has its vote, but no cluster manager
    Manager, ///< takes part
};

struct StartState {
    std::vector<NodeStart> nodes;       ///< by node
    std::vector<ServiceRecord> records; ///< by service; those that do not exist nobody has read yet
};

/// Puts @p m, in which nothing has happened yet, into that state at its present time, with the rows
/// that say so. All members see each other. A service that is started runs on its owner, unless
/// that is off; of others nothing runs. Nobody is at work on services in between, such as starting.
void beginIn(Manager& m, const StartState& start);

} // namespace rgsim
