// The functions that event scripts call, carried out on the master. Answers are remembered, so that
// a script which had to wait can be run again from its start and gets them once more.
#pragma once

#include "central/central_state.h"
#include "central/event_script.h"
#include "rgmanager/manager.h"

namespace rgsim {

class RememberedCalls : public ScriptCalls {
public:
    /// Works for the event task of @p node, which must have one.
    RememberedCalls(Manager& manager, NodeIndex node) : m(manager), m_node(node) {}
    std::optional<ScriptValues> call(const EventCall& call) override;

private:
    EventTask& task() { return m.state.central.nodes[static_cast<std::size_t>(m_node)].task; }
    ScriptValues status(const EventCall& call);
    ScriptValues domainInfo(const EventCall& call);
    std::optional<ScriptValues> perform(const EventCall& call);

    Manager& m;
    NodeIndex m_node;
    std::size_t m_next = 0;
};

/// Goes on with the pending call of @p node's task once its answer is there. Returns false if it
/// has to wait for another one; otherwise the call's result has joined the remembered ones.
bool continueCall(Manager& m, NodeIndex node);

} // namespace rgsim
