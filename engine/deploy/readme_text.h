// The README of an export: what the files are, what has to be done with them, and what the
// simulator found when it ran the plan. It prints what analysis computed and decides nothing.
#pragma once

#include "deploy/node_file.h"
#include "simulation/scenario.h"

#include <string>

namespace rgsim {

struct ReadmeFacts {
    bool isPerNode = false;          ///< each node has a folder of its own
    GuardMode form = GuardMode::Off; ///< of the guards in @p files
};

/// The text for @p files, which were made from @p scenario. The simulation is run for it.
std::string readmeText(const Scenario& scenario, const NodeFiles& files, const ReadmeFacts& facts);

} // namespace rgsim
