// The two files of a guarded service on a node, its sysconfig file and its init script: from a
// plan to text, keeping what somebody else wrote in them. It writes nothing to a disk.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "deploy/daemon_choice.h"
#include "deploy/guarded_script.h"
#include "deploy/node_file.h"

namespace rgsim {

/// The files of @p service of @p cluster, whose guard mode is the form to be written (not Exact)
/// and whose script is @p script. @p existing is what is there already; @p daemon counts where
/// there is no init script. A service that is not guarded has files only if a guard of an earlier
/// plan has to be taken out and switched off. Errors: names that cannot stand in these files
/// without being taken for something else, a script with a guard typed by hand that is not of this
/// form.
Result<NodeFiles> guardFiles(const Cluster& cluster, const Service& service,
                             const ServiceScript& script, const DaemonChoice& daemon,
                             const ExistingFiles& existing);

} // namespace rgsim
