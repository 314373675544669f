// Where a guard's answer did not fit what was really the case: it let a start pass beside a
// colliding service, or refused one for no reason. Found in the log after the run; the guard's own
// reasons are in the decisions.
#pragma once

#include "cluster/cluster.h"
#include "world/run_log.h"

#include <vector>

namespace rgsim {

enum class GuardHazardKind : std::uint8_t {
    /// A guarded start succeeded on a node where a service of its CLUST_COLLISION really ran.
    StartedBeside,
    /// A start was refused though neither a service of its CLUST_COLLISION was starting or started
    /// on the node by record, nor was the service itself started elsewhere by record.
    RefusedForNothing,
};
/// A hyphenated word.
const char* toString(GuardHazardKind kind);

struct GuardHazardFound {
    SimTime at;
    GuardHazardKind kind = GuardHazardKind::StartedBeside;
    ServiceIndex service = noService;
    NodeIndex node = noNode;
    ServiceIndex other = noService; ///< StartedBeside: the first of those that ran there

    bool operator==(const GuardHazardFound&) const = default;
};

/// In the log's order. Collisions that name no service are passed over. Refusals count at their
/// end, which for a hardened guard is up to seconds after it looked.
std::vector<GuardHazardFound> findGuardHazards(const Cluster& cluster,
                                               const std::vector<LogRow>& rows);

} // namespace rgsim
