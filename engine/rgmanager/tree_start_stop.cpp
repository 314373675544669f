// Starting or stopping a whole tree, one script after the other. rgmanager: res_start, res_stop.
#include "rgmanager/handlers.h"
#include "rgmanager/script_run.h"
#include "rgmanager/tree_knowledge.h"

namespace rgsim {

namespace {

// Runs the scripts of `order` from where the frame stands; stops early only for a start.
Step runOrder(Manager& m, Task& task, Frame& frame, ScriptOp op, const std::vector<int>& order)
{
    const ResourceTree& tree = m.cluster.service(task.service).tree;
    while (static_cast<std::size_t>(frame.position) < order.size()) {
        ScriptCall call{op, task.node, task.service,
                        order[static_cast<std::size_t>(frame.position)], 0};
        const auto phase = static_cast<ScriptPhase>(frame.step); // not None: just woken
        if (phase == ScriptPhase::None)
            task.operationBegan = m.now();
        const ScriptBegin begun = phase == ScriptPhase::None
                                      ? beginScript(m, call, task.number)
                                      : continueScript(m, call, phase, task.number);
        frame.step = static_cast<std::uint8_t>(begun.phase);
        if (!begun.isFinished)
            return waitHere();
        const bool passed = begun.passed;
        TreeKnowledge knowledge(m.state, tree, task.node, task.service);
        if (op == ScriptOp::Start)
            knowledge.afterStart(call.treeNode, m.now());
        else
            knowledge.afterStop(call.treeNode);
        ++frame.position;
        frame.flag = frame.flag || !passed;
        if (op == ScriptOp::Start && !passed)
            break;
    }
    return finishWith(frame.flag ? stopScriptFailed : ReturnCode::Success);
}

} // namespace

Step stepTreeStart(Manager& m, Task& task, Frame& frame, ReturnCode)
{
    return runOrder(m, task, frame, ScriptOp::Start,
                    m.cluster.service(task.service).tree.startOrder);
}

Step stepTreeStop(Manager& m, Task& task, Frame& frame, ReturnCode)
{
    return runOrder(m, task, frame, ScriptOp::Stop, m.cluster.service(task.service).tree.stopOrder);
}

} // namespace rgsim
