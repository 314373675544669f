// One run: takes the next item of the world, lets the manager react until nothing is runnable, and
// so on to the end. The state is a value that can be taken out, kept and put back at any time.
#pragma once

#include "base/fingerprint.h"
#include "rgmanager/decision.h"
#include "rgmanager/manager.h"
#include "rgmanager/manager_state.h"
#include "simulation/final_state.h"
#include "simulation/scenario.h"
#include "world/run_log.h"
#include "world/script_faults.h"
#include "world/world.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace rgsim {

/// Everything that can change in a run. Copy it to fork the run.
struct SimulationState {
    World world;
    ManagerState manager;
};

class Simulation {
public:
    /// @p scenario must live as long as the simulation and must not change meanwhile.
    explicit Simulation(const Scenario& scenario);
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    /// Skips over stretches in which nothing but successful checks happens. On by default; the
    /// result is the same either way.
    void setFastForward(bool on) { m_fastForward = on; }
    /// Decisions are recorded from now on; null: no longer.
    void setDecisionSink(DecisionSink* sink) { m_sink = sink; }
    /// Another guard than the engine's own (not owned); null: the engine's own again.
    void setStartGate(StartGate* gate);

    /// Who runs event scripts under central processing (not owned); null: nobody, and each node
    /// decides for itself as if the cluster asked for that.
    void setScriptHost(ScriptHost* host) { m_scripts = host; }

    /// From now on the order of simultaneous things goes by @p picks, as in Scenario::order; none
    /// of them: as usual. Then nothing is skipped, so that every choice comes up.
    void setOrder(std::vector<OrderPick> picks) { m_choices.open(std::move(picks)); }
    /// Every choice that comes up is added to @p seen (not owned), if an order was set; null: no
    /// longer.
    void recordChoices(std::vector<OrderChoice>* seen) { m_choices.record(seen); }

    /// Handles the next item if it lies at or before @p limit. Returns false if there is none, or
    /// the run has used up its events (see hitEventLimit()).
    bool step(SimTime limit);
    /// Handles all items up to and including @p limit; the clock then stands at @p limit.
    void runUntil(SimTime limit);
    /// Runs to the scenario's end.
    void run() { runUntil(m_scenario.until); }
    /// True if the run was ended because it handled limits::maxRunEvents items.
    bool hitEventLimit() const;

    const Scenario& scenario() const { return m_scenario; }
    const SimulationState& state() const { return m_state; }
    /// Puts back a state of a simulation of an equal scenario. The log is left as it is.
    void setState(SimulationState state)
    {
        m_state = std::move(state);
        m_memo = EvaluationMemo{};
    }
    /// Another plan of events, ordered by time (see eventsInOrder()). What of it has happened in
    /// the present state must be what has happened there; for forks that go on with something else.
    void setEvents(std::vector<PlanEvent> inOrder) { m_plan = std::move(inOrder); }
    const std::vector<PlanEvent>& events() const { return m_plan; }
    RunLog& log() { return m_log; }
    const RunLog& log() const { return m_log; }
    SimTime now() const { return m_state.world.now; }

    FinalState finalState() const;
    /// Of the log and the state: equal scenarios give equal fingerprints.
    std::uint64_t fingerprint() const;

private:
    Manager manager();
    void begin();
    bool nextIsPlanEvent() const;
    SimTime nextTime() const;
    QueueItem takeItem();
    void handleItem(const QueueItem& item);

    const Scenario& m_scenario;
    std::vector<PlanEvent> m_plan; ///< by time, equal times in listed order
    ScriptFaults m_faults;
    std::unique_ptr<StartGate> m_ownGate;
    StartGate* m_gate = nullptr;
    DecisionSink* m_sink = nullptr;
    ScriptHost* m_scripts = nullptr;
    OrderChoices m_choices;
    bool m_fastForward = true;
    EvaluationMemo m_memo;
    SimulationState m_state;
    RunLog m_log;
};

} // namespace rgsim
