// Downtime by the instant of a failure as JSON, with all pieces. Prints what planning found.
#pragma once

#include "cluster/cluster.h"
#include "planning/phase.h"

#include <QByteArray>

#include <vector>

namespace rgsim {

QByteArray phaseJson(const Cluster& cluster, const std::vector<PhaseAnswer>& answers);

} // namespace rgsim
