// The situations that the cases of tests/conformance/seed.json were made for, under other names,
// numbers and orders: what must be found in the case must be found in each of its variations.
#pragma once

#include "simulation/scenario.h"

#include <cstdint>
#include <string>

namespace rgsim::support {

/// @p seedCase: its name in the file, such as "seed-ping-pong". Equal seeds give equal scenarios.
Scenario seedVariation(const std::string& seedCase, std::uint64_t seed);

} // namespace rgsim::support
