// Services that do the same work behind a load balancer. The balancer is no part of the cluster:
// rgmanager knows nothing of it, and it only looks whether its instances answer.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"

#include <string>
#include <vector>

namespace rgsim {

struct BalancedGroup {
    std::string name;
    std::vector<ServiceIndex> services; ///< the instances
    int needs = 1;                      ///< so many must serve for the group to be up
    SimDuration healthCheck;            ///< between two looks at each instance; zero: all the time
    SimDuration switchTime;             ///< from a look to the change of where requests go
    int line = 0;
};

} // namespace rgsim
