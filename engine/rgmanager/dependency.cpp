#include "rgmanager/dependency.h"

#include "rgmanager/records.h"

namespace rgsim {

bool isDependencyMet(Manager& m, ServiceIndex service, NodeIndex reader)
{
    const ServiceIndex depend = m.cluster.placementOf(service).depend;
    if (depend == noService)
        return true;
    return readRecord(m, depend, reader).state == ServiceState::Started;
}

} // namespace rgsim
