#include "planning/trial.h"

#include "planning/base_scenario.h"

#include <utility>

namespace rgsim {

namespace {

SimTime endOf(const Settled& settled)
{
    return settled.at + (settled.rest == Rest::Repeats ? settled.period : SimDuration{}) +
           afterRest;
}

} // namespace

SimTime nextStrike(const Settled& settled)
{
    constexpr std::int64_t second = 1000;
    return SimTime{(settled.at.ms / second + 2) * second};
}

Trial makeTrial(const Scenario& base, std::vector<PlanEvent> events)
{
    Trial trial;
    trial.events = std::move(events);
    auto scenario = std::make_shared<Scenario>(withEvents(base, trial.events, base.until));
    GuardWitness witness;
    {
        Simulation simulation(*scenario);
        if (scenario->cluster.guardMode != GuardMode::Off)
            simulation.setStartGate(&witness);
        trial.settled = settle(simulation, trial.struck() + trialLimit);
        trial.state = simulation.state();
        const SimTime end = endOf(trial.settled);
        simulation.runUntil(end);
        trial.rows = simulation.log().rows();
        trial.fingerprint = simulation.fingerprint();
        scenario->until = end;
    }
    trial.verdicts = witness.verdicts();
    trial.timeline = makeTimeline(scenario->cluster, trial.rows, scenario->until);
    trial.scenario = std::move(scenario);
    return trial;
}

} // namespace rgsim
