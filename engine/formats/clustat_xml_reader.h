// Reads what `clustat -x` of RHEL 5 and 6 printed as the state in which a run begins. Form and
// names are checked here; whether such a state makes sense is not.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "simulation/start_state.h"

#include <QByteArray>

#include <string>

namespace rgsim {

/// The state for @p cluster. Errors: no XML, no output of clustat, a node or service that the
/// cluster does not have, a state that rgmanager does not have. Warnings: nodes and services of the
/// cluster that are missing there (off, and without a record), records in between two states, a
/// started service whose owner is offline, another cluster's name. Lines above the XML, which
/// clustat prints without quorum, are skipped.
Result<StartState> readClustatXml(const QByteArray& text, const std::string& fileName,
                                  const Cluster& cluster);

} // namespace rgsim
