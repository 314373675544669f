// The cluster as its administrator describes it: nodes, services with their resource trees,
// failover domains, keep-apart rules. Immutable during a run; built by formats/, judged by
// cluster_checker. Nothing in here changes while simulated time passes.
#pragma once

#include "base/ids.h"
#include "base/limits.h"
#include "base/node_set.h"
#include "base/sim_time.h"
#include "cluster/event_rule.h"
#include "cluster/resource_tree.h"
#include "cluster/resource_type.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rgsim {

struct Node {
    std::string name;
    int id = 0; ///< nodeid, 1…
    int votes = 1;
    std::string fenceMethod;          ///< as configured, for display; empty: none configured
    SimDuration fencingTime;          ///< from detection to "fenced"
    SimDuration bootTime;             ///< from power-on to membership
    bool rejoinsAfterFencing = false; ///< fencing power-cycles it, and it boots again by itself
    int line = 0;
};

struct DomainMember {
    NodeIndex node = noNode;
    int priority = 0; ///< as configured; counts only in an ordered domain and only if 1…100
    int line = 0;
};

struct FailoverDomain {
    std::string name;
    bool ordered = false;
    bool restricted = false;
    bool nofailback = false;
    std::vector<DomainMember> members; ///< configuration order; only nodes that exist
    int line = 0;

    // Filled in by Cluster::finish().
    NodeSet memberSet;
    std::vector<int> priorities; ///< by node: as it counts in decisions; 0 also for non-members

    /// The priority of @p node as rgmanager counts it: only in an ordered domain and only 1…100,
    /// else 0, which beats 1.
    int priorityOf(NodeIndex node) const { return priorities[static_cast<std::size_t>(node)]; }
};

enum class RecoveryPolicy : std::uint8_t { Restart, Relocate, Disable, RestartDisable };

struct Resource {
    std::string type;
    std::string name; ///< value of the primary attribute
    int line = 0;
    bool isInline = false; ///< written inside a service, not in `<resources>`
    /// Own values and defaults in the agent's order; what would be inherited is left out.
    std::vector<std::pair<std::string, std::string>> attributes{};
    std::string fullName() const { return type + ':' + name; }
};

struct Service {
    std::string type = "service"; ///< "service" or "vm"
    std::string name;
    std::string fullName; ///< "service:bark": what clustat shows and records carry
    std::string domainName;
    DomainIndex domain = noDomain; ///< noDomain also if the named one does not exist
    RecoveryPolicy recovery = RecoveryPolicy::Restart;
    int maxRestarts = 0;
    SimDuration restartExpireTime; ///< zero: restarts never expire; negative: no counting at all
    int exclusive = 0;             ///< 0: not exclusive; central processing compares the numbers
    bool autostart = true;
    std::string dependName;              ///< as configured, e.g. "service:db"; empty: none
    ServiceIndex depend = noService;     ///< noService also if the named one does not exist
    bool softDependency = false;         ///< depend_mode="soft"
    int priority = 0;                    ///< used by central processing only
    std::vector<std::string> collisions; ///< guard: CLUST_COLLISION, exactly as written
    bool isGuarded = false;              ///< has a sysconfig file with CLUST_ENABLED="true"
    ResourceTree tree;
    int line = 0;
    bool isInline = true; ///< false: a reference to a service in `<resources>`

    bool countsRestarts() const { return maxRestarts > 0 && restartExpireTime.ms >= 0; }
};

/// The resource of @p service that a random failure hits: the first that has a script and is no
/// address; noResource if there is none.
ResourceIndex failingResource(const Service& service);

/// The few facts about a service that every node looks at after every node event, close together:
/// a large cluster looks at them millions of times.
struct PlacementFacts {
    DomainIndex domain = noDomain;
    ServiceIndex depend = noService;
    bool isExclusive = false;
    bool autostart = true;
};

/// `<dependencies>`: read and kept though rgmanager ignores it.
struct DependencyTarget {
    std::string service;
    std::string require;  ///< "", "start", "always", "never"
    std::string colocate; ///< "", "always", "never"
    int line = 0;
};
struct Dependency {
    std::string service;
    std::vector<DependencyTarget> targets;
    int line = 0;
};

/// Services of which no two may run on the same node (anti-affinity). Carried out by guards,
/// measured by analysis/.
struct KeepApartRule {
    std::vector<ServiceIndex> services;
    int line = 0;
};

/// What the guard in the init scripts does. See docs/semantics.md, "The guard".
enum class GuardMode : std::uint8_t { Off, Published, Exact, Hardened };

/// The processing mode of `<rm>`.
enum class Processing : std::uint8_t { Distributed, Central };

struct Cluster {
    std::string name;
    std::shared_ptr<const ResourceTypes> types; ///< never null once built
    std::vector<Node> nodes;                    ///< ascending id
    std::vector<FailoverDomain> domains;
    std::vector<Resource> resources;      ///< each once, however often it is referred to
    std::vector<Service> services;        ///< configuration order
    std::vector<Resource> unusedServices; ///< defined in `<resources>`, referred to by nothing
    std::vector<Dependency> dependencies;
    std::vector<KeepApartRule> keepApart;
    GuardMode guardMode = GuardMode::Off;
    bool hardenedGuardFails = false; ///< hardened form: report failure instead of claiming success

    Processing processing = Processing::Distributed;
    std::vector<EventRule> eventRules; ///< configuration order; central processing only
    int expectedVotes = 0;             ///< 0: the sum of the nodes' votes
    bool twoNode = false;
    SimDuration statusPollInterval = SimDuration::seconds(10);
    SimDuration tokenTimeout = SimDuration::seconds(10); ///< failure to detection
    std::string sourceFile; ///< for "configuration line" in explanations; may be empty

    std::vector<PlacementFacts> placement; ///< by service; filled in by finish()
    bool anyExclusive = false;             ///< some service is exclusive
    bool anyDepend = false;                ///< some service has a `depend`
    bool anyMachine = false;               ///< some service is a vm

    NodeIndex nodeByName(std::string_view name) const;
    NodeIndex nodeById(int id) const;
    ServiceIndex serviceByName(std::string_view fullName) const;
    ResourceIndex resourceByName(std::string_view fullName) const;
    DomainIndex domainByName(std::string_view name) const;

    const Node& node(NodeIndex i) const { return nodes[static_cast<std::size_t>(i)]; }
    const Service& service(ServiceIndex i) const { return services[static_cast<std::size_t>(i)]; }
    const PlacementFacts& placementOf(ServiceIndex i) const
    {
        return placement[static_cast<std::size_t>(i)];
    }
    const FailoverDomain& domain(DomainIndex i) const
    {
        return domains[static_cast<std::size_t>(i)];
    }
    const Resource& resource(ResourceIndex i) const
    {
        return resources[static_cast<std::size_t>(i)];
    }
    int nodeCount() const { return static_cast<int>(nodes.size()); }
    int serviceCount() const { return static_cast<int>(services.size()); }
    /// Votes needed for quorum (cman: expected / 2 + 1; a two_node cluster needs one).
    int quorumVotes() const;

    /// Guards every service of a keep-apart rule against the others in it.
    void guardKeepApartRules();

    /// Fills in what follows from the rest: domain and depend indices, full names, arranged trees,
    /// guarded scripts, placement and the "any" flags. Nodes must be in ascending id. Call last.
    void finish();
};

} // namespace rgsim
