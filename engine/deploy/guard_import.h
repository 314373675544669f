// What a node's sysconfig files and init scripts say about guards, put into a cluster that a
// cluster.conf described. It judges texts only.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "deploy/node_file.h"

namespace rgsim {

/// Fills in guards, guard mode and keep-apart rules of @p cluster from the files that its scripts
/// name. Returns warnings only: settings for another service or without a script that reads them, a
/// guard without settings, forms that differ, a guard typed by hand that differs from the published
/// one.
Diagnostics importGuards(Cluster& cluster, const ExistingFiles& existing);

} // namespace rgsim
