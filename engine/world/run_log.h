// What happened in a run, row by row: the trace that conformance cases compare, truth, faults and
// rgmanager's own log lines. Append-only; everything shown or measured is computed from it.
#pragma once

#include "base/fingerprint.h"
#include "base/ids.h"
#include "base/sim_time.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rgsim {

/// States of a service record. rgmanager: RG_STATE_*.
enum class ServiceState : std::uint8_t {
    Stopped,
    Starting,
    Started,
    Stopping,
    Failed,
    Uninitialized,
    Checking,
    Recoverable,
    Recovering,
    Disabled,
    Migrating,
};

/// Lower-case name as clustat prints it.
const char* toString(ServiceState state);
/// rgmanager's number of it, RG_STATE_*, as in `clustat -x`.
int stateCode(ServiceState state);

enum class RowKind : std::uint8_t {
    NodeUp,     ///< node became a member (as the managers hear it)
    NodeDown,   ///< node is out (as the managers hear it, after fencing)
    Record,     ///< the service record was written; code = restarts; flag = frozen
    Script,     ///< a script's operation ended; op, code = depth
    Reply,      ///< a request ended: request, code, owner
    Syslog,     ///< rgmanager's log line: code = message number (see rgmanager/messages.h)
    Process,    ///< truth: the process of resource began (flag) or ceased to run on node
    NodePower,  ///< truth: node runs (flag) or not
    Membership, ///< cman: node `other` lost (flag false) or seen (true) by node's partition
    Quorum,     ///< node's partition has quorum (flag) or lost it
    Fence,      ///< node was fenced by node `owner`: flag = worked
    Isolation,  ///< node was cut off (flag) or reconnected
    Emergency,  ///< node stopped everything for lack of quorum
    Fault,      ///< the plan acted: code = index in FaultPlan::events
    Master,     ///< node became the event master (central processing)
    Wander,     ///< somebody moved the machine of service to node by hand
};

/// How a script's operation ended.
enum class ScriptResult : std::uint8_t {
    StartOk,
    StartRefused, ///< the guard found a collision and reported success
    StartFailed,
    StopOk,
    StopFailed,
    StatusFailed,
    RecoverOk,
    RecoverFailed,
    MigrateOk,
    MigrateFailed,
    MigrateRefused,
};
const char* toString(ScriptResult result);

/// One row. Which members mean something depends on the kind; the others are zero.
struct LogRow {
    SimTime at;
    RowKind kind = RowKind::Fault;
    ServiceState state = ServiceState::Stopped;
    ScriptResult result = ScriptResult::StartOk;
    std::uint8_t request = 0; ///< Reply: rgsim::Request
    bool flag = false;
    NodeIndex node = noNode; ///< where, or by whom
    NodeIndex owner = noNode;
    NodeIndex lastOwner = noNode;
    ServiceIndex service = noService;
    ResourceIndex resource = noResource;
    std::int32_t code = 0;
    std::int32_t value = 0; ///< Syslog: the message's number argument

    bool operator==(const LogRow&) const = default;
};

class RunLog {
public:
    void add(const LogRow& row)
    {
        if (m_enabled)
            m_rows.push_back(row);
    }
    const std::vector<LogRow>& rows() const { return m_rows; }
    std::size_t size() const { return m_rows.size(); }
    void clear() { m_rows.clear(); }
    /// A log that is switched off keeps nothing: for forks that only ask for the final state.
    void setEnabled(bool enabled) { m_enabled = enabled; }
    bool isEnabled() const { return m_enabled; }

    void mixInto(Fingerprint& fingerprint) const;

private:
    std::vector<LogRow> m_rows;
    bool m_enabled = true;
};

} // namespace rgsim
