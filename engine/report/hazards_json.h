// Hazards as JSON, with the sequences as the events of a scenario.
#pragma once

#include "planning/hazard_search.h"

#include <QByteArray>

namespace rgsim {

/// {"hazards": [{"name", "services", "nodes", "explanation", "sequence", …}], "trials"}; see
/// docs/run_output.md.
QByteArray hazardsJson(const Cluster& cluster, const HazardReport& report);

} // namespace rgsim
