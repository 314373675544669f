// Random clusters with random misfortunes, for property tests: every draw comes from one stream,
// so a failing layout is found again by its seed.
#pragma once

#include "base/random_stream.h"
#include "simulation/scenario.h"

namespace rgsim::support {

/// 2–6 nodes, 1–8 services with all policies, resource trees, domains, guards, durations; up to 12
/// events of all kinds and some script faults over 600 s.
Scenario randomScenario(std::uint64_t seed);

} // namespace rgsim::support
