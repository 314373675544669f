// One operation of one resource's script on one node: how long it takes, how it ends, what that
// changes in the world. What the node learns from it is the caller's business.
#pragma once

#include "rgmanager/manager.h"

namespace rgsim {

struct ScriptCall {
    ScriptOp op = ScriptOp::Start;
    NodeIndex node = noNode;
    ServiceIndex service = noService;
    int treeNode = 0;
    int depth = 0; ///< of a status check, else 0
};

/// What an operation that is under way does until it is woken.
enum class ScriptPhase : std::uint8_t {
    None,
    Working,      ///< the operation proper
    GuardWaits,   ///< the guard lets some time pass before it looks
    GuardRefuses, ///< the guard refused and hesitates before it claims success
    GuardFails,   ///< the guard refused and hesitates before it reports failure
};

struct ScriptBegin {
    bool isFinished = false;
    bool passed = true;
    ScriptPhase phase = ScriptPhase::None; ///< not finished: to be given to continueScript()
};

/// Begins the operation. A start of a guarded script asks the guard first. What takes no time ends
/// at once. Otherwise a wake-up of the worker's task @p taskNumber is set (none if the script
/// hangs for good), and continueScript() must be called when it arrives. rgmanager: res_exec.
ScriptBegin beginScript(Manager& m, const ScriptCall& call, std::uint64_t taskNumber);

/// Goes on when the wake-up has arrived; may have to wait again.
ScriptBegin continueScript(Manager& m, const ScriptCall& call, ScriptPhase phase,
                           std::uint64_t taskNumber);

/// Ends the operation now: judges it, changes the truth, leaves its row. Returns whether the
/// script reported success.
bool finishScript(Manager& m, const ScriptCall& call);

} // namespace rgsim
