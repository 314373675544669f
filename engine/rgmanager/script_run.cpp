#include "rgmanager/script_run.h"

namespace rgsim {

namespace {

const TreeNode& treeNodeOf(const Manager& m, const ScriptCall& call)
{
    return m.cluster.service(call.service).tree.nodes[static_cast<std::size_t>(call.treeNode)];
}

void addScriptRow(Manager& m, const ScriptCall& call, ScriptResult result)
{
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Script;
    row.result = result;
    row.node = call.node;
    row.service = call.service;
    row.resource = treeNodeOf(m, call).resource;
    row.code = result == ScriptResult::StatusFailed ? call.depth : 0;
    m.log.add(row);
}

void setProcess(Manager& m, const ScriptCall& call, bool runs)
{
    const ResourceIndex resource = treeNodeOf(m, call).resource;
    NodeSet& places = m.world.processOf(resource);
    if (places.contains(call.node) == runs)
        return;
    if (runs)
        places.insert(call.node);
    else
        places.erase(call.node);
    LogRow row;
    row.at = m.now();
    row.kind = RowKind::Process;
    row.flag = runs;
    row.node = call.node;
    row.service = call.service;
    row.resource = resource;
    m.log.add(row);
}

SimDuration normalDuration(const TreeNode& node, ScriptOp op)
{
    switch (op) {
    case ScriptOp::Start:
        return node.times.start;
    case ScriptOp::Stop:
    case ScriptOp::Migrate:
    case ScriptOp::MigrateRefused:
        return node.times.stop;
    case ScriptOp::Status:
        return node.times.status;
    case ScriptOp::Recover:
        break;
    }
    return {};
}

void explainGuard(Manager& m, const ScriptCall& call, GateVerdict verdict)
{
    Decision decision;
    decision.kind = DecisionKind::Guard;
    decision.reason = Reason::GuardFree;
    if (verdict.refuses)
        decision.reason =
            verdict.runsElsewhere ? Reason::GuardRunsElsewhere : Reason::GuardCollision;
    else if (verdict.overlooked)
        decision.reason = Reason::GuardBlind;
    decision.by = call.node;
    decision.service = call.service;
    decision.line = treeNodeOf(m, call).line;
    decision.detail = std::move(verdict.detail);
    m.explain(std::move(decision));
}

ScriptBegin waitFor(Manager& m, const ScriptCall& call, SimTime end, ScriptPhase phase,
                    std::uint64_t taskNumber)
{
    if (end != SimTime::never())
        m.world.queue.push({end, 0, ItemKind::WorkerWakes, call.node, call.service, taskNumber});
    return {false, true, phase};
}

ScriptBegin endRefusal(Manager& m, const ScriptCall& call, bool reportsFailure)
{
    addScriptRow(m, call, reportsFailure ? ScriptResult::StartFailed : ScriptResult::StartRefused);
    return {true, !reportsFailure, ScriptPhase::None};
}

// The operation proper, after any guard.
ScriptBegin work(Manager& m, const ScriptCall& call, std::uint64_t taskNumber)
{
    const TreeNode& node = treeNodeOf(m, call);
    const SimTime end =
        m.faults.endOf(node.resource, call.op, call.node, m.now(), normalDuration(node, call.op));
    if (end == m.now())
        return {true, finishScript(m, call), ScriptPhase::None};
    return waitFor(m, call, end, ScriptPhase::Working, taskNumber);
}

ScriptBegin askGuard(Manager& m, const ScriptCall& call, std::uint64_t taskNumber)
{
    const bool wantDetail = m.wantsReasons(call.service);
    GateVerdict verdict =
        m.gate->ask(m.cluster, m.world, m.state, call.service, call.node, wantDetail);
    const bool refuses = verdict.refuses;
    const bool fails = verdict.reportsFailure;
    const SimDuration delay = verdict.delay;
    if (wantDetail)
        explainGuard(m, call, std::move(verdict));
    if (!refuses)
        return work(m, call, taskNumber);
    if (delay.isZero())
        return endRefusal(m, call, fails);
    return waitFor(m, call, m.now() + delay,
                   fails ? ScriptPhase::GuardFails : ScriptPhase::GuardRefuses, taskNumber);
}

} // namespace

ScriptBegin beginScript(Manager& m, const ScriptCall& call, std::uint64_t taskNumber)
{
    if (m.gate == nullptr || call.op != ScriptOp::Start || !treeNodeOf(m, call).isGuarded)
        return work(m, call, taskNumber);
    const SimDuration delay = m.gate->lookDelay(m.cluster, call.service);
    if (delay.isZero())
        return askGuard(m, call, taskNumber);
    return waitFor(m, call, m.now() + delay, ScriptPhase::GuardWaits, taskNumber);
}

ScriptBegin continueScript(Manager& m, const ScriptCall& call, ScriptPhase phase,
                           std::uint64_t taskNumber)
{
    switch (phase) {
    case ScriptPhase::GuardWaits:
        return askGuard(m, call, taskNumber);
    case ScriptPhase::GuardRefuses:
        return endRefusal(m, call, false);
    case ScriptPhase::GuardFails:
        return endRefusal(m, call, true);
    case ScriptPhase::None:
    case ScriptPhase::Working:
        break;
    }
    return {true, finishScript(m, call), ScriptPhase::None};
}

bool finishScript(Manager& m, const ScriptCall& call)
{
    const ResourceIndex resource = treeNodeOf(m, call).resource;
    const bool fails = m.faults.fails(resource, call.op, call.node, m.now());
    switch (call.op) {
    case ScriptOp::Start:
        addScriptRow(m, call, fails ? ScriptResult::StartFailed : ScriptResult::StartOk);
        if (!fails)
            setProcess(m, call, true);
        return !fails;
    case ScriptOp::Stop:
        addScriptRow(m, call, fails ? ScriptResult::StopFailed : ScriptResult::StopOk);
        if (!fails)
            setProcess(m, call, false);
        return !fails;
    case ScriptOp::Recover:
        addScriptRow(m, call, fails ? ScriptResult::RecoverFailed : ScriptResult::RecoverOk);
        if (!fails)
            setProcess(m, call, true);
        return !fails;
    case ScriptOp::Status: {
        const bool passed = !fails && m.world.processOf(resource).contains(call.node);
        if (!passed)
            addScriptRow(m, call, ScriptResult::StatusFailed);
        return passed;
    }
    case ScriptOp::Migrate:
    case ScriptOp::MigrateRefused:
        break;
    }
    return !fails;
}

} // namespace rgsim
