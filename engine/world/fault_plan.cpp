#include "world/fault_plan.h"

#include <algorithm>

namespace rgsim {

std::vector<PlanEvent> eventsInOrder(const FaultPlan& plan)
{
    std::vector<PlanEvent> events = plan.events;
    std::stable_sort(events.begin(), events.end(),
                     [](const PlanEvent& a, const PlanEvent& b) { return a.at < b.at; });
    return events;
}

} // namespace rgsim
