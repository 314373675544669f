// What rgmanager's code works on while one item is handled: the cluster and the plan's faults to
// read, the world and the manager's state to change, the log to write. Made anew for each use;
// holds no state of its own.
#pragma once

#include "base/ids.h"
#include "cluster/cluster.h"
#include "rgmanager/decision.h"
#include "rgmanager/manager_state.h"
#include "rgmanager/messages.h"
#include "rgmanager/start_gate.h"
#include "world/order_choices.h"
#include "world/run_log.h"
#include "world/script_faults.h"
#include "world/world.h"

#include <vector>

namespace rgsim {

/// The last evaluation that did nothing but queue starts: while no record changes, the same node
/// comes to the same result again. A cold start asks so a thousand times over. Not part of any
/// state: without it runs are the same, only slower.
struct EvaluationMemo {
    NodeIndex node = noNode;
    std::uint64_t recordVersion = 0;
    NodeSet view;
    std::vector<ServiceIndex> starts;
};

class ScriptHost;

struct Manager {
    const Cluster& cluster;
    const ScriptFaults& faults;
    Arbitration arbitration = Arbitration::LowestNodeFirst;
    World& world;
    ManagerState& state;
    RunLog& log;
    StartGate* gate = nullptr;             ///< null: no script has a guard
    DecisionSink* decisions = nullptr;     ///< null: nobody asks for reasons
    EvaluationMemo* memo = nullptr;        ///< null: every evaluation is made in full
    const OrderChoices* choices = nullptr; ///< null: as the arbitration says
    ScriptHost* scripts = nullptr;         ///< null: event scripts are not run

    SimTime now() const { return world.now; }
    const NodeSet& view(NodeIndex node) const { return world.node(node).view; }
    bool wantsReasons(ServiceIndex service) const
    {
        return decisions != nullptr && decisions->wants(world.now, service);
    }
    /// Completes and keeps a decision. Call only if wantsReasons().
    void explain(Decision decision);
    /// Appends one of rgmanager's own log lines.
    void say(NodeIndex by, Message message, ServiceIndex service, NodeIndex other = noNode,
             std::int32_t value = 0, Request request = Request::Start);
};

} // namespace rgsim
