#include "rgmanager/restart_counter.h"

#include <algorithm>

namespace rgsim {

bool isRestartLimitReached(ManagerState& state, const Cluster& cluster, NodeIndex node,
                           ServiceIndex index, SimTime now)
{
    const Service& service = cluster.service(index);
    if (!service.countsRestarts())
        return false;
    const auto isOwn = [&](const CountedRestart& restart) {
        return restart.node == node && restart.service == index;
    };
    if (!service.restartExpireTime.isZero()) {
        std::erase_if(state.restarts, [&](const CountedRestart& restart) {
            return isOwn(restart) && now - restart.at >= service.restartExpireTime;
        });
    }
    return std::count_if(state.restarts.begin(), state.restarts.end(), isOwn) >=
           service.maxRestarts;
}

void countRestart(ManagerState& state, const Cluster& cluster, NodeIndex node, ServiceIndex service,
                  SimTime now)
{
    if (cluster.service(service).countsRestarts())
        state.restarts.push_back({node, service, now});
}

void clearRestarts(ManagerState& state, NodeIndex node, ServiceIndex service)
{
    std::erase_if(state.restarts, [&](const CountedRestart& restart) {
        return restart.node == node && restart.service == service;
    });
}

} // namespace rgsim
