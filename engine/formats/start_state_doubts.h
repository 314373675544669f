// What is odd about the record with which a service begins a run: for all readers of such states.
// Nothing here is an error; rgmanager may leave any of it behind.
#pragma once

#include "cluster/cluster.h"
#include "simulation/start_state.h"

#include <string>
#include <vector>

namespace rgsim {

struct Doubt {
    std::string what;
    std::string remedy; ///< may be empty
};

/// The record of @p service must exist.
std::vector<Doubt> doubtsAbout(const Cluster& cluster, const StartState& start,
                               ServiceIndex service);

} // namespace rgsim
