// Repairs in words: which edits, what each of them means for people and machines, and what
// exploring the repaired cluster showed. Searches nothing.
#pragma once

#include "cluster/cluster.h"
#include "planning/repair.h"

#include <string>

namespace rgsim {

/// What an edit costs whoever makes it: "one more machine", "service:meow moves on its first
/// failure".
std::string priceText(const Cluster& cluster, const FlipEdit& edit);

/// "explored to depth 2 (134 states): what must be kept apart never runs together", or what was
/// found, or that there was nothing to look for. @p cluster: the unrepaired one.
std::string proofText(const Cluster& cluster, const Repair& repair);

/// "phantom-start of service:meow"; with @p isNew "a new ping-pong of service:meow".
std::string shortHazardText(const Cluster& cluster, const Hazard& hazard, bool isNew);

/// How the search went, in a sentence: how many combinations were tried, and why it ended.
std::string searchText(const RepairReport& report, const RepairOptions& options);

} // namespace rgsim
