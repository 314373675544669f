// Watches one run for properties that do not hold: a small value that is copied with the state when
// a run forks. Looks at truth and records; changes nothing and explains nothing.
#pragma once

#include "base/fingerprint.h"
#include "base/node_set.h"
#include "planning/settle.h"
#include "simulation/property.h"
#include "simulation/simulation.h"

#include <optional>
#include <span>
#include <vector>

namespace rgsim {

/// The properties to watch with what they need of the cluster, made once for many watches.
class WatchedProperties {
public:
    /// Both must outlive this.
    WatchedProperties(const Cluster& cluster, const std::vector<Property>& properties);

    const Cluster& cluster() const { return m_cluster; }
    const std::vector<Property>& properties() const { return m_properties; }
    /// The nodes that may run the service.
    const NodeSet& allowed(ServiceIndex service) const
    {
        return m_allowed[static_cast<std::size_t>(service)];
    }
    /// Those that some property is about.
    const std::vector<ServiceIndex>& services() const { return m_services; }
    bool countsRelocations() const { return m_countsRelocations; }

private:
    const Cluster& m_cluster;
    const std::vector<Property>& m_properties;
    std::vector<NodeSet> m_allowed;
    std::vector<ServiceIndex> m_services;
    bool m_countsRelocations = false;
};

/// Property number `property` did not hold any more from `at` on, because of what began at `from`.
struct PropertyBreach {
    std::size_t property = 0;
    SimTime from;
    SimTime at;

    bool operator==(const PropertyBreach&) const = default;
};

class PropertyWatch {
public:
    explicit PropertyWatch(const WatchedProperties& watched);

    /// @p rows are those that the last item left.
    void note(const SimulationState& state, std::span<const LogRow> rows);
    /// All stays as it was until @p now.
    void passTo(SimTime now);
    /// A failure or recovery strikes now: relocations count anew.
    void strike();
    /// All stays as it is for ever: what is down never comes back.
    void restForEver();

    /// The first breach so far.
    const std::optional<PropertyBreach>& breach() const { return m_breach; }
    /// True if something was longer or more at the end of a circle than in @p before, at its
    /// beginning, so that the next circles will break a property.
    bool growsSince(const PropertyWatch& before) const;
    /// What of the past matters for the properties.
    void mixInto(Fingerprint& fingerprint) const;

private:
    // What each property remembers.
    struct Memory {
        bool hasRun = false;    ///< BackWithin
        bool counts = false;    ///< it goes on now: together, or down though a node could run it
        SimDuration down;       ///< BackWithin: how long so far
        SimTime since;          ///< when it began
        std::int64_t moves = 0; ///< RelocationsPerFailure
    };

    void look(const SimulationState& state);
    void takeRecord(const SimulationState& state, const LogRow& row);
    bool areTogether(const Property& property) const;
    bool isWanted(const SimulationState& state, ServiceIndex service) const;
    void breaks(std::size_t property, SimTime at);

    const WatchedProperties* m_watched;
    SimTime m_now;
    std::vector<Memory> m_memory;       ///< by property
    std::vector<NodeSet> m_runsOn;      ///< by service; only of those that are watched
    std::vector<NodeIndex> m_lastOwner; ///< by service, if relocations count
    std::optional<PropertyBreach> m_breach;
};

/// Handles all items up to @p limit.
void runWatched(Simulation& simulation, PropertyWatch& watch, SimTime limit);

/// Lets what is left of the simulation's plan happen, and all that follows from it until it comes
/// to rest or has shown in circles what they bring. `at` is how far the simulation has come.
Settled settleWatched(Simulation& simulation, PropertyWatch& watch, SimTime latest);

} // namespace rgsim
