// What is left at the end of a run, as plain values: the manager's records (belief) and where the
// processes really run (truth). For printing and comparing; nothing here decides anything.
#pragma once

#include "base/ids.h"
#include "base/node_set.h"
#include "world/run_log.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// One service's record; the rest means nothing while it does not exist.
struct FinalRecord {
    bool exists = false; ///< false: nobody has read or written the record yet
    ServiceState state = ServiceState::Stopped;
    NodeIndex owner = noNode;
    NodeIndex lastOwner = noNode;
    std::int32_t restarts = 0;

    bool operator==(const FinalRecord&) const = default;
};

struct FinalState {
    std::vector<FinalRecord> services; ///< by ServiceIndex
    std::vector<NodeSet> runsOn;       ///< by ResourceIndex: nodes where the process really runs

    bool operator==(const FinalState&) const = default;
};

} // namespace rgsim
