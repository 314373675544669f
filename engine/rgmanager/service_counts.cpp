#include "rgmanager/service_counts.h"

namespace rgsim {

ServiceCounts::ServiceCounts(const Cluster& cluster, const ManagerState& state,
                             const NodeSet& counted)
{
    if (!cluster.anyExclusive)
        return;
    for (std::size_t i = 0; i < state.records.size(); ++i) {
        const ServiceRecord& record = state.records[i];
        if (!record.exists || !record.isRunningState() || !counted.contains(record.owner))
            continue;
        ++m_services[static_cast<std::size_t>(record.owner)];
        if (cluster.placement[i].isExclusive)
            ++m_exclusive[static_cast<std::size_t>(record.owner)];
    }
}

} // namespace rgsim
