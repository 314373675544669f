#include "planning/base_scenario.h"

#include <algorithm>

namespace rgsim {

namespace {

bool lastsForEver(SimTime from, SimTime to)
{
    return from <= SimTime{} && to == SimTime::never();
}

} // namespace

Scenario baseScenario(const Scenario& scenario)
{
    Scenario base = scenario;
    base.lesson.clear();
    base.plan.rates.clear();
    std::erase_if(base.plan.events, [](const PlanEvent& event) {
        return event.kind != PlanKind::Boot || event.at > SimTime{};
    });
    std::erase_if(base.plan.scriptFaults, [](const ScriptFault& fault) {
        return !lastsForEver(fault.from, fault.to) || !fault.flapPeriod.isZero();
    });
    std::erase_if(base.plan.fenceFaults,
                  [](const FenceFault& fault) { return !lastsForEver(fault.from, fault.to); });
    const bool anybodyBoots =
        std::any_of(base.plan.events.begin(), base.plan.events.end(),
                    [](const PlanEvent& event) { return !event.nodes.empty(); });
    if (!base.start && !anybodyBoots) {
        PlanEvent boot;
        for (NodeIndex node = 0; node < base.cluster.nodeCount(); ++node)
            boot.nodes.push_back(node);
        base.plan.events = {boot};
    }
    if (base.arbitration == Arbitration::Shuffled)
        base.arbitration = Arbitration::LowestNodeFirst;
    base.until = SimTime{SimTime::never().ms / 4};
    return base;
}

Scenario withEvents(const Scenario& base, const std::vector<PlanEvent>& events, SimTime until)
{
    Scenario scenario = base;
    scenario.plan.events.insert(scenario.plan.events.end(), events.begin(), events.end());
    scenario.until = until;
    return scenario;
}

} // namespace rgsim
