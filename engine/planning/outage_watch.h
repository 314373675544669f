// Follows one run and adds up what its services and groups were down, and why. Looks only at what
// a handled item changed, as the log's rows tell; keeps no history but that of groups' instances.
#pragma once

#include "planning/balancer.h"
#include "planning/downtime_cause.h"
#include "planning/outages.h"
#include "simulation/simulation.h"

#include <array>
#include <vector>

namespace rgsim {

/// One service in one run. Down: it runs nowhere, as a whole.
struct ServiceOutcome {
    std::array<std::int64_t, downtimeCauses> downtime{}; ///< milliseconds by DowntimeCause
    Outages outages;
    std::int64_t relocations = 0; ///< the record's owner changed to another node

    SimDuration total() const;
};

class OutageWatch {
public:
    OutageWatch(const Cluster& cluster, const std::vector<BalancedGroup>& groups);

    /// Counts from the state's present on.
    void begin(const SimulationState& state);
    /// @p rows are those that the last item left.
    void note(const SimulationState& state, const std::vector<LogRow>& rows);
    /// Ends at @p end; nothing may be noted after it.
    void finish(SimTime end);

    /// By ServiceIndex. Services without any script are never down.
    const std::vector<ServiceOutcome>& services() const { return m_services; }
    const std::vector<GroupOutcome>& groups() const { return m_groupOutcomes; }

private:
    // What a service is like since `since`.
    struct Present {
        SimTime since;
        bool isDown = false;
        DowntimeCause cause = DowntimeCause::Detection;
        bool hasRun = false;          ///< since the record became started on its owner
        bool wasDown = false;         ///< an outage is under way
        SimTime downSince;            ///< its beginning
        NodeIndex startedOn = noNode; ///< the owner if the record says started
        NodeIndex lastOwner = noNode;
        bool isLookedAt = false; ///< in m_changed
    };

    void look(const SimulationState& state, ServiceIndex service);
    void account(ServiceIndex service, SimTime to);
    void countOwner(ServiceIndex service, NodeIndex owner);
    void mark(ServiceIndex service);
    void markAll();

    const Cluster& m_cluster;
    const std::vector<BalancedGroup>& m_groups;
    std::vector<bool> m_hasProcesses;                 ///< by service
    std::vector<std::vector<ServiceIndex>> m_usersOf; ///< by resource
    std::vector<bool> m_isGrouped;                    ///< by service
    std::vector<Present> m_present;
    std::vector<ServiceIndex> m_changed;
    std::vector<ServiceOutcome> m_services;
    std::vector<std::vector<InstancePiece>> m_pieces; ///< by service, if it is in a group
    std::vector<GroupOutcome> m_groupOutcomes;
    SimTime m_from;
};

} // namespace rgsim
