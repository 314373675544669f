// What each node does when a node comes or goes or a service changes state: it looks at its
// services and queues requests. rgmanager: eval_groups, group_event, and the status scan.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

/// Carries out a runnable activity of kind LocalNodeUp, RemoteNodeUp or RemoteNodeDown.
void evaluateNodeEvent(Manager& m, const Activity& activity);

/// Carries out a runnable activity of kind ServiceEvent.
void evaluateServiceEvent(Manager& m, const Activity& activity);

/// Queues a status request for each service that @p node runs by its record, unless one is queued
/// or running. rgmanager: do_status_checks.
void scanForChecks(Manager& m, NodeIndex node);

} // namespace rgsim
