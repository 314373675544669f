#include "formats/start_state_doubts.h"

namespace rgsim {

std::vector<Doubt> doubtsAbout(const Cluster& cluster, const StartState& start,
                               ServiceIndex service)
{
    const ServiceRecord& record = start.records[static_cast<std::size_t>(service)];
    const std::string name = cluster.service(service).fullName + " is " + toString(record.state);
    const bool isOwned = record.state == ServiceState::Started ||
                         record.state == ServiceState::Starting ||
                         record.state == ServiceState::Stopping;
    const bool isAtRest =
        record.state == ServiceState::Started || record.state == ServiceState::Stopped ||
        record.state == ServiceState::Disabled || record.state == ServiceState::Failed;
    std::vector<Doubt> doubts;
    if (isOwned && record.owner == noNode)
        doubts.push_back({name + " and has no owner", {}});
    if (!isAtRest)
        doubts.push_back({name + ": nobody is at work on it when the run begins",
                          "take the state when the services are at rest"});
    if (record.state == ServiceState::Started && record.owner != noNode &&
        !start.isUp(record.owner) && start.runsOn.count(service) == 0)
        doubts.push_back({name + " on " + cluster.node(record.owner).name +
                              ", which is offline: nothing of it runs",
                          {}});
    return doubts;
}

} // namespace rgsim
