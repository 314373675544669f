// Downtime by the instant of a failure as comma-separated values, one linear piece a line, for
// spreadsheets.
#pragma once

#include "cluster/cluster.h"
#include "planning/phase.h"

#include <string>
#include <vector>

namespace rgsim {

/// service,failure,from_s,has_from,to_s,has_to,end,downtime_at_from_s,downtime_at_to_s: the keys of
/// phaseJson(). The downtimes are empty where it is not back.
std::string phaseCsv(const Cluster& cluster, const std::vector<PhaseAnswer>& answers);

} // namespace rgsim
