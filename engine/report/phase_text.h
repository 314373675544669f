// Downtime by the instant of a failure as text: the extremes, the mean, the pieces and a small
// curve. Prints what planning found.
#pragma once

#include "cluster/cluster.h"
#include "planning/phase.h"

#include <string>
#include <vector>

namespace rgsim {

std::string phaseText(const Cluster& cluster, const std::vector<PhaseAnswer>& answers);

} // namespace rgsim
