// How the shell says in a line what a node or a service is like now: belief and truth beside each
// other. Looks only.
#pragma once

#include "shell/live_run.h"

#include <string>

namespace rgsim {

/// "node1.example.com  up"; the word is that of the timeline (up, lost, isolated, idle, off).
std::string nodeLine(const LiveRun& run, NodeIndex node);

/// "service:meow: started on node1.example.com, runs nowhere".
std::string serviceLine(const LiveRun& run, ServiceIndex service);

/// The clock, all nodes and all services.
std::string statusText(const LiveRun& run);

} // namespace rgsim
