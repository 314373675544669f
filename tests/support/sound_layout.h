// Random clusters in which nothing goes wrong after any single failure, by construction: enough
// votes, a place for everyone, nobody in anybody's way. Shows what must not be called a hazard.
#pragma once

#include "simulation/scenario.h"

#include <cstdint>

namespace rgsim::support {

/// Of several shapes (pairs of nodes, a common spare, guarded, exclusive, with dependencies, two
/// nodes) with random names, numbers, times and orders. Equal seeds give equal scenarios.
Scenario soundLayout(std::uint64_t seed);

} // namespace rgsim::support
