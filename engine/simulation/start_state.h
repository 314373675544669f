// A cluster that is not cold when a run begins: which nodes are up, and what the records say. It is
// the state that clustat shows; what clustat does not show (requests in progress, counters of
// restarts, when checks are due) begins anew.
#pragma once

#include "base/node_set.h"
#include "base/sim_time.h"
#include "rgmanager/service_record.h"

#include <cstdint>
#include <map>
#include <vector>

namespace rgsim {

struct Manager;

enum class NodeStart : std::uint8_t {
    Off,
    Member,  ///< runs and has its vote, but no cluster manager
    Manager, ///< takes part
};

/// When a record can have changed last, in seconds from time 0: from 1970 to the end of 9999.
constexpr std::int64_t earliestChange = 1 - dateOfTimeZero;
constexpr std::int64_t latestChange = 253'402'300'799 - dateOfTimeZero;

struct StartState {
    std::vector<NodeStart> nodes;       ///< by node
    std::vector<ServiceRecord> records; ///< by service; those that do not exist nobody has read yet
    /// Truth, where it is not what the record says: the nodes on which a service runs as a whole.
    std::map<ServiceIndex, NodeSet> runsOn;

    bool isUp(NodeIndex node) const
    {
        return nodes[static_cast<std::size_t>(node)] != NodeStart::Off;
    }
    bool operator==(const StartState&) const = default;
};

/// Where the service really runs when the run begins: where `runsOn` says, else, if its record is
/// started, on its owner; never on a node that is off.
NodeSet placesAtStart(const StartState& start, ServiceIndex service);

/// Puts @p m, in which nothing has happened yet, into that state at its present time, with the rows
/// that say so. All members see each other. Nobody is at work on services in between, such as
/// starting.
void beginIn(Manager& m, const StartState& start);

} // namespace rgsim
