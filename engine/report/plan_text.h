// What a scenario asks for, in words: how the guard and the arbitration are meant, what goes wrong
// for a while and what fails at random. Says what the plan says; it knows no run.
#pragma once

#include "cluster/cluster.h"
#include "world/arbitration.h"
#include "world/fault_plan.h"

#include <string>

namespace rgsim {

/// "published: a refused start reports success", with the scenario files' word in front.
std::string guardText(const Cluster& cluster);
/// "lowest-node-first: of nodes that could act at the same time, the lowest id does".
std::string arbitrationText(Arbitration arbitration);

/// "the start of script:web fails on node2, from 10s to 1min".
std::string faultText(const Cluster& cluster, const ScriptFault& fault);
/// "fencing of node2 fails, from 10s on".
std::string faultText(const Cluster& cluster, const FenceFault& fault);
/// "node1 fails at random: after 90d on average (exponential), and is repaired in 2h (fixed)".
std::string rateText(const Cluster& cluster, const FailureRate& rate);

} // namespace rgsim
