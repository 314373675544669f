// Answers what the fault plan says about one operation of one script: does it fail, when does it
// end. Built once per run, never changes.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "world/fault_plan.h"

#include <vector>

namespace rgsim {

class ScriptFaults {
public:
    ScriptFaults() = default;
    ScriptFaults(const FaultPlan& plan, std::size_t resourceCount);

    /// Whether an operation that ends at @p end fails.
    bool fails(ResourceIndex resource, ScriptOp op, NodeIndex node, SimTime end) const;

    /// When an operation that begins at @p begin and normally takes @p normal ends:
    /// SimTime::never() if it hangs for good.
    SimTime endOf(ResourceIndex resource, ScriptOp op, NodeIndex node, SimTime begin,
                  SimDuration normal) const;

    /// True if some operation of @p resource may take longer than its normal time.
    bool mayDelay(ResourceIndex resource) const;
    bool mayDelayAny() const { return m_mayDelayAny; }

private:
    const std::vector<ScriptFault>& of(ResourceIndex resource) const
    {
        return m_byResource[static_cast<std::size_t>(resource)];
    }

    std::vector<std::vector<ScriptFault>> m_byResource;
    bool m_mayDelayAny = false;
    bool m_any = false;
};

} // namespace rgsim
