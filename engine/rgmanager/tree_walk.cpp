#include "rgmanager/tree_walk.h"

#include "rgmanager/handlers.h"
#include "rgmanager/status_schedule.h"

namespace rgsim {

TreeWalk::TreeWalk(Manager& m, const Task& task, WalkMemo* memo, ScriptPhase woken)
    : m_manager(m), m_task(task), m_tree(m.cluster.service(task.service).tree),
      m_knowledge(m.state, m_tree, task.node, task.service), m_memo(memo),
      m_clock(memo ? memo->began : m.now()), m_phase(woken)
{
    if (memo && woken != ScriptPhase::None)
        m_knowledge.restoreFrom(*memo);
}

const TreeNode& TreeWalk::nodeAt(int treeNode) const
{
    return m_tree.nodes[static_cast<std::size_t>(treeNode)];
}

bool TreeWalk::run(ScriptOp op, int treeNode, int check)
{
    if (m_pending)
        return false;
    bool passed = true;
    if (m_memo && m_nextOutcome < m_memo->outcomes.size()) {
        const WalkOutcome outcome = m_memo->outcomes[m_nextOutcome++];
        m_clock = outcome.at;
        passed = outcome.passed;
    } else {
        ScriptCall call{op, m_task.node, m_task.service, treeNode, 0};
        if (op == ScriptOp::Status)
            call.depth = nodeAt(treeNode).checks[static_cast<std::size_t>(check)].depth;
        const ScriptBegin begun = m_phase == ScriptPhase::None
                                      ? beginScript(m_manager, call, m_task.number)
                                      : continueScript(m_manager, call, m_phase, m_task.number);
        m_phase = begun.phase;
        m_pending = !begun.isFinished;
        if (m_pending)
            return false;
        passed = begun.passed;
        m_clock = m_manager.now();
        if (m_memo) {
            m_memo->outcomes.push_back({m_clock, passed});
            ++m_nextOutcome;
        }
    }
    if (op == ScriptOp::Start)
        m_knowledge.afterStart(treeNode, m_clock);
    else if (op == ScriptOp::Stop)
        m_knowledge.afterStop(treeNode);
    else if (op == ScriptOp::Status)
        m_knowledge.afterCheck(treeNode, check, m_clock, passed);
    return passed;
}

void TreeWalk::explain(Reason reason, int treeNode)
{
    if (!m_manager.wantsReasons(m_task.service) || m_clock != m_manager.now())
        return;
    const TreeNode& node = nodeAt(treeNode);
    Decision decision;
    decision.kind = DecisionKind::Check;
    decision.reason = reason;
    decision.by = m_task.node;
    decision.service = m_task.service;
    decision.line = node.line;
    if (node.resource != noResource)
        decision.detail = m_manager.cluster.resource(node.resource).fullName();
    m_manager.explain(std::move(decision));
}

void TreeWalk::mark(int treeNode)
{
    ResourceKnowledge& knowledge = m_knowledge.of(treeNode);
    knowledge.needsStop = true;
    knowledge.needsStart = true;
}

bool TreeWalk::ownCheckPasses(int treeNode)
{
    const TreeNode& node = nodeAt(treeNode);
    const int check = deepestDueCheck(
        node, m_clock, [&](int position) { return m_knowledge.lastCheck(treeNode, position); });
    if (check < 0) {
        const bool isKnownBad = m_knowledge.of(treeNode).known == ResourceKnowledge::Known::Failed;
        if (isKnownBad)
            explain(Reason::CheckKnownFailure, treeNode);
        return !isKnownBad;
    }
    if (run(ScriptOp::Status, treeNode, check) || m_pending)
        return true;
    const bool canForgive = node.maxFailures > 0 && node.failureExpireTime.ms > 0;
    if (canForgive && m_knowledge.recentlyForgiven(treeNode, m_clock, node.failureExpireTime) <
                          node.maxFailures) {
        m_knowledge.forgive(treeNode, m_clock);
        m_knowledge.of(treeNode).known = ResourceKnowledge::Known::Passed;
        explain(Reason::CheckForgiven, treeNode);
        return true;
    }
    // A recover action that works lets this check pass, but the known result stays failed (3.0.12).
    if (node.type->canRecover && run(ScriptOp::Recover, treeNode, -1)) {
        explain(Reason::CheckRecovered, treeNode);
        return true;
    }
    if (!m_pending)
        explain(Reason::CheckFailed, treeNode);
    return m_pending;
}

TreeWalk::Health TreeWalk::checkGroup(const ChildGroup& group)
{
    Health health = Health::Passed;
    for (const int child : group.children) {
        const Health childHealth = check(child);
        if (m_pending || childHealth == Health::Failed)
            return childHealth;
        if (childHealth == Health::Recoverable)
            health = childHealth;
    }
    return health;
}

TreeWalk::Health TreeWalk::checkChildren(const TreeNode& node)
{
    Health health = Health::Passed;
    for (const ChildGroup& group : node.startGroups) {
        if (group.isLevel && health != Health::Passed)
            continue; // no further level; what has no level is still checked
        const Health groupHealth = checkGroup(group);
        if (m_pending || groupHealth == Health::Failed)
            return groupHealth;
        if (groupHealth == Health::Recoverable)
            health = groupHealth;
    }
    return health;
}

TreeWalk::Health TreeWalk::check(int treeNode)
{
    const TreeNode& node = nodeAt(treeNode);
    const Health mild = node.independentSubtree ? Health::Recoverable : Health::Failed;
    if (!ownCheckPasses(treeNode)) {
        mark(treeNode);
        if (mild == Health::Recoverable)
            explain(Reason::CheckInline, treeNode);
        return mild;
    }
    if (m_pending)
        return Health::Passed;
    const Health health = checkChildren(node);
    if (m_pending || health != Health::Failed || !node.independentSubtree)
        return health;
    mark(treeNode);
    explain(Reason::CheckInline, treeNode);
    return Health::Recoverable;
}

// Visits children in the order of conditional work. A failure ends the level or list it happens in
// and all further levels; the children without a level are always visited to their end.
template <typename Visit>
bool TreeWalk::visitConditionally(const TreeNode& node, Visit visit)
{
    const bool agentListsChildren = !node.type->children.empty();
    bool worked = true;
    bool levelsWorked = true;
    for (const ChildGroup& group : node.conditionalGroups) {
        if (group.isLevel && !levelsWorked)
            continue;
        const bool goesOn = !group.isLevel && agentListsChildren;
        for (const int child : group.children) {
            const bool childWorked = visit(child);
            if (m_pending)
                return false;
            worked = worked && childWorked;
            levelsWorked = levelsWorked && (childWorked || !group.isLevel);
            if (!childWorked && !goesOn)
                break;
        }
    }
    return worked;
}

bool TreeWalk::runWholeSubtree(ScriptOp op, int treeNode)
{
    const bool isStart = op == ScriptOp::Start;
    bool worked = true;
    for (const int each : isStart ? m_tree.startOrderOf(treeNode) : m_tree.stopOrderOf(treeNode)) {
        const bool passed = run(op, each, -1);
        if (m_pending)
            return false;
        worked = worked && passed;
        if (isStart && !passed)
            break;
    }
    return worked;
}

bool TreeWalk::conditionalStop(int treeNode)
{
    if (m_knowledge.of(treeNode).needsStop)
        return runWholeSubtree(ScriptOp::Stop, treeNode);
    return visitConditionally(nodeAt(treeNode),
                              [this](int child) { return conditionalStop(child); });
}

bool TreeWalk::conditionalStart(int treeNode)
{
    if (m_knowledge.of(treeNode).needsStart)
        return runWholeSubtree(ScriptOp::Start, treeNode);
    return visitConditionally(nodeAt(treeNode),
                              [this](int child) { return conditionalStart(child); });
}

namespace {

bool canTakeTime(const Manager& m, const Service& service)
{
    for (const TreeNode& node : service.tree.nodes) {
        if (node.resource == noResource)
            continue;
        const bool guardWaits = node.isGuarded && m.gate != nullptr;
        if (guardWaits || !(node.times == ScriptTimes{}) || m.faults.mayDelay(node.resource))
            return true;
    }
    return false;
}

// The memo of the frame's walk, made when the walk begins; null if nothing can take time.
WalkMemo* memoOf(Manager& m, const Task& task, Frame& frame)
{
    if (frame.position > 0)
        return &m.state.walks[static_cast<std::size_t>(frame.position - 1)];
    const Service& service = m.cluster.service(task.service);
    if (!canTakeTime(m, service))
        return nullptr;
    std::size_t place = 0;
    while (place < m.state.walks.size() && m.state.walks[place].isUsed)
        ++place;
    if (place == m.state.walks.size())
        m.state.walks.emplace_back();
    WalkMemo& memo = m.state.walks[place];
    memo.isUsed = true;
    memo.began = m.now();
    TreeKnowledge(m.state, service.tree, task.node, task.service).saveInto(memo);
    frame.position = static_cast<std::int32_t>(place) + 1;
    return &memo;
}

ReturnCode codeOf(TreeWalk::Health health)
{
    switch (health) {
    case TreeWalk::Health::Passed:
        return checkPassed;
    case TreeWalk::Health::Recoverable:
        return checkRecoverable;
    case TreeWalk::Health::Failed:
        break;
    }
    return checkFailed;
}

} // namespace

Step stepTreeWalk(Manager& m, Task& task, Frame& frame, ReturnCode)
{
    TreeWalk walk(m, task, memoOf(m, task, frame), static_cast<ScriptPhase>(frame.step));
    ReturnCode code = ReturnCode::Success;
    if (frame.handler == Handler::TreeCheck)
        code = codeOf(walk.check(0));
    else if (frame.handler == Handler::ConditionalStop)
        code = walk.conditionalStop(0) ? ReturnCode::Success : ReturnCode::Fail;
    else
        code = walk.conditionalStart(0) ? ReturnCode::Success : ReturnCode::Fail;
    if (walk.isPending()) {
        frame.step = static_cast<std::uint8_t>(walk.phase());
        return waitHere();
    }
    if (frame.position > 0) {
        m.state.walks[static_cast<std::size_t>(frame.position - 1)] = WalkMemo{};
        while (!m.state.walks.empty() && !m.state.walks.back().isUsed)
            m.state.walks.pop_back();
    }
    return finishWith(code);
}

} // namespace rgsim
