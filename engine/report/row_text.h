// Rows of a run log that say what really happened, as readable lines: faults, processes, scripts,
// membership, fencing. rgmanager's own lines are rgmanager/messages' business; records and replies
// are belief and have no line here.
#pragma once

#include "report/run_report.h"

#include <string>
#include <vector>

namespace rgsim {

/// Whether rows of this kind have a line here.
bool tellsOfTruth(RowKind kind);

/// "web's process begins", "script:web: start failed", "is fenced by node2". @p events are the
/// plan's in order (see eventsInOrder()). The row must tell of the truth.
std::string truthText(const Cluster& cluster, const std::vector<PlanEvent>& events,
                      const LogRow& row);

} // namespace rgsim
