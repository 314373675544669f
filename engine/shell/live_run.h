// A run that goes on for as long as somebody plays with it: time is let go on, and what is done to
// the cluster is put into its plan at the time it was done. So the plan always holds the whole
// story, and running it from the beginning leads to the same state.
#pragma once

#include "formats/scenario_file.h"
#include "simulation/simulation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace rgsim {

class LiveRun {
public:
    /// Everything of time 0 has happened already.
    explicit LiveRun(ScenarioFile file);

    const Cluster& cluster() const { return m_file->scenario.cluster; }
    const Scenario& scenario() const { return m_file->scenario; }
    const SimulationState& state() const { return m_simulation->state(); }
    const World& world() const { return state().world; }
    const std::vector<LogRow>& rows() const { return m_simulation->log().rows(); }
    SimTime now() const { return m_simulation->now(); }
    std::uint64_t fingerprint() const { return m_simulation->fingerprint(); }
    /// No time can pass any more: limits::maxRunEvents items have been handled.
    bool isUsedUp() const { return m_simulation->hitEventLimit(); }

    /// Whatever is done happens a millisecond after the present, when everything of the present
    /// instant is over: in the plan of a scenario an event comes before all else of its instant.
    SimTime nextActTime() const { return now() + SimDuration::milliseconds(1); }
    /// Does @p event at nextActTime(); the rest of that instant is up to the caller. Returns false,
    /// with nothing done, if the run is used up.
    bool act(PlanEvent event);
    /// Lets a script misbehave. It must not begin before nextActTime().
    void add(const ScriptFault& fault);
    /// Lets fencing fail. It must not begin before nextActTime().
    void add(const FenceFault& fault);

    /// Handles the next item up to @p limit; false if there is none. See Simulation::step().
    bool step(SimTime limit) { return m_simulation->step(limit); }
    /// Lets everything up to and including @p limit happen.
    void runUntil(SimTime limit) { m_simulation->runUntil(limit); }
    /// Lets the rest of the present instant happen.
    void finishInstant() { runUntil(now()); }

    /// The scenario with all that was done, ending now: running it leads to this very state. The
    /// lesson is left out, as it was about another run, and a cluster.conf that stood in a file of
    /// its own stands in the scenario.
    ScenarioFile recorded() const;

private:
    void change(const std::function<void(FaultPlan&)>& edit);

    std::unique_ptr<ScenarioFile> m_file; ///< on the heap: the simulation refers to it
    std::unique_ptr<Simulation> m_simulation;
};

} // namespace rgsim
