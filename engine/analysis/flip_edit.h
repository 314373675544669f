// One small change of a cluster's configuration, as somebody would make it in an editor. Says what
// changes and can carry it out; whether it helps is for others to find out.
#pragma once

#include "cluster/cluster.h"

#include <string>
#include <vector>

namespace rgsim {

enum class FlipEditKind : std::uint8_t {
    Recovery,       ///< of `service`: value is a RecoveryPolicy
    MaxRestarts,    ///< of `service`
    MemberPriority, ///< of `node` in `domain`
    Ordered,        ///< of `domain`: 0 or 1
    Restricted,     ///< of `domain`: 0 or 1
    Autostart,      ///< of `service`: 0 or 1
    Exclusive,      ///< of `service`
    GuardForm,      ///< value is a GuardMode
    GuardRules,     ///< each keep-apart rule gets a guard; value is a GuardMode
    GuardFails,     ///< likewise if there is none; the hardened form, and a refused start fails
    Member,         ///< `node` joins `domain`, behind the others
    OwnDomain, ///< `service` prefers `node`, then node `value`, in an ordered domain of its own
    MoreNodes, ///< one more node like the last, which joins all restricted domains
};

struct FlipEdit {
    FlipEditKind kind = FlipEditKind::Recovery;
    ServiceIndex service = noService;
    DomainIndex domain = noDomain;
    NodeIndex node = noNode;
    int value = 0;

    bool operator==(const FlipEdit&) const = default;
};

/// Carries out @p edit and finishes the cluster again.
void applyEdit(Cluster& cluster, const FlipEdit& edit);

/// What MoreNodes calls the new node: the last one's name with the next free number,
/// "node4.example" after "node3.example".
std::string nextNodeName(const Cluster& cluster);

/// The edits that may matter to a decision about @p service, smallest first; none of them leaves
/// the cluster as it is. @p preferred: the node whose place in the domain is challenged.
std::vector<FlipEdit> smallEdits(const Cluster& cluster, ServiceIndex service, NodeIndex preferred);

} // namespace rgsim
