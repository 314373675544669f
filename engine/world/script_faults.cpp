#include "world/script_faults.h"

#include <algorithm>

namespace rgsim {

namespace {

bool isActive(const ScriptFault& fault, SimTime t)
{
    if (t < fault.from || t >= fault.to)
        return false;
    if (fault.flapPeriod.isZero())
        return true;
    return (t - fault.from).ms % fault.flapPeriod.ms < fault.flapPeriod.ms / 2;
}

bool concerns(const ScriptFault& fault, ScriptFaultKind kind, ScriptOp op, NodeIndex node)
{
    return fault.kind == kind && fault.op == op && (fault.node == noNode || fault.node == node);
}

} // namespace

ScriptFaults::ScriptFaults(const FaultPlan& plan, std::size_t resourceCount)
    : m_byResource(resourceCount)
{
    for (const ScriptFault& fault : plan.scriptFaults) {
        if (fault.resource == noResource)
            continue;
        m_byResource[static_cast<std::size_t>(fault.resource)].push_back(fault);
        m_any = true;
        m_mayDelayAny = m_mayDelayAny || fault.kind != ScriptFaultKind::Fails;
    }
}

bool ScriptFaults::fails(ResourceIndex resource, ScriptOp op, NodeIndex node, SimTime end) const
{
    if (!m_any)
        return false;
    const auto& faults = of(resource);
    return std::any_of(faults.begin(), faults.end(), [&](const ScriptFault& fault) {
        return concerns(fault, ScriptFaultKind::Fails, op, node) && isActive(fault, end);
    });
}

SimTime ScriptFaults::endOf(ResourceIndex resource, ScriptOp op, NodeIndex node, SimTime begin,
                            SimDuration normal) const
{
    SimTime end = begin + normal;
    if (!m_mayDelayAny)
        return end;
    for (const ScriptFault& fault : of(resource)) {
        if (concerns(fault, ScriptFaultKind::Slow, op, node) && isActive(fault, begin))
            end = end + fault.extra;
    }
    for (const ScriptFault& fault : of(resource)) {
        if (concerns(fault, ScriptFaultKind::Hangs, op, node) && isActive(fault, end))
            end = fault.to;
    }
    return end;
}

bool ScriptFaults::mayDelay(ResourceIndex resource) const
{
    if (!m_mayDelayAny || resource == noResource)
        return false;
    const auto& faults = of(resource);
    return std::any_of(faults.begin(), faults.end(), [](const ScriptFault& fault) {
        return fault.kind != ScriptFaultKind::Fails;
    });
}

} // namespace rgsim
