// Walks that decide as they go: checking a tree, and stopping and starting only what is marked.
// A walk whose script takes time is broken off and later walked again from its start, with the
// results it has already seen; so no half-walked state ever has to be kept. rgmanager: restree.c.
#pragma once

#include "rgmanager/manager.h"
#include "rgmanager/script_run.h"
#include "rgmanager/tree_knowledge.h"

#include <optional>

namespace rgsim {

class TreeWalk {
public:
    enum class Health : std::uint8_t { Passed, Recoverable, Failed };

    /// @p memo: null if no script of the tree can take time; else the walk's memory.
    /// @p woken: what the script that the walk waited for was doing, if the walk is walked again.
    TreeWalk(Manager& m, const Task& task, WalkMemo* memo, ScriptPhase woken);

    Health check(int treeNode);
    /// Both return false if something failed.
    bool conditionalStop(int treeNode);
    bool conditionalStart(int treeNode);

    /// True if the walk broke off: its result means nothing, it must be walked again when the
    /// worker is woken.
    bool isPending() const { return m_pending; }
    /// What the script that it waits for is doing.
    ScriptPhase phase() const { return m_phase; }

private:
    const TreeNode& nodeAt(int treeNode) const;
    bool run(ScriptOp op, int treeNode, int check);
    bool ownCheckPasses(int treeNode);
    Health checkChildren(const TreeNode& node);
    Health checkGroup(const ChildGroup& group);
    template <typename Visit>
    bool visitConditionally(const TreeNode& node, Visit visit);
    bool runWholeSubtree(ScriptOp op, int treeNode);
    void mark(int treeNode);
    void explain(Reason reason, int treeNode);

    Manager& m_manager;
    const Task& m_task;
    const ResourceTree& m_tree;
    TreeKnowledge m_knowledge;
    WalkMemo* m_memo;
    std::size_t m_nextOutcome = 0;
    SimTime m_clock; ///< the instant the walk has reached; behind now while outcomes are replayed
    ScriptPhase m_phase;
    bool m_pending = false;
};

} // namespace rgsim
