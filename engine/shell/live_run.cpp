#include "shell/live_run.h"

#include <utility>

namespace rgsim {

LiveRun::LiveRun(ScenarioFile file)
    : m_file(std::make_unique<ScenarioFile>(std::move(file))),
      m_simulation(std::make_unique<Simulation>(m_file->scenario))
{
    m_simulation->runUntil(SimTime{});
}

// The simulation refers to the plan, so it goes while the plan changes, and its state lives on.
void LiveRun::change(const std::function<void(FaultPlan&)>& edit)
{
    SimulationState state = m_simulation->state();
    RunLog log = std::move(m_simulation->log());
    m_simulation.reset();
    edit(m_file->scenario.plan);
    m_simulation = std::make_unique<Simulation>(m_file->scenario);
    m_simulation->setState(std::move(state));
    m_simulation->log() = std::move(log);
}

bool LiveRun::act(PlanEvent event)
{
    if (isUsedUp())
        return false;
    event.at = nextActTime();
    const SimTime at = event.at;
    change([&event](FaultPlan& plan) { plan.events.push_back(std::move(event)); });
    // Events that the scenario itself has at this instant stand before it.
    const std::vector<PlanEvent> plan = eventsInOrder(scenario().plan);
    std::size_t passed = world().nextPlanEvent;
    while (passed < plan.size() && plan[passed].at <= at)
        ++passed;
    while (world().nextPlanEvent < passed && step(at)) {
    }
    return true;
}

// A script that has begun knows when it ends, so a fault may reach back to one that is under way.
// Nothing of that has been seen so far: the run is repeated up to now with the fault in it.
void LiveRun::add(const ScriptFault& fault)
{
    const SimTime at = now();
    m_simulation.reset();
    m_file->scenario.plan.scriptFaults.push_back(fault);
    m_simulation = std::make_unique<Simulation>(m_file->scenario);
    m_simulation->runUntil(at);
}

void LiveRun::add(const FenceFault& fault)
{
    change([&fault](FaultPlan& plan) { plan.fenceFaults.push_back(fault); });
}

ScenarioFile LiveRun::recorded() const
{
    ScenarioFile file = *m_file;
    file.scenario.until = now();
    file.scenario.lesson.clear();
    if (file.source.kind == ClusterSource::Kind::ConfFile)
        file.source = {ClusterSource::Kind::ConfText, file.source.confText, {}};
    return file;
}

} // namespace rgsim
