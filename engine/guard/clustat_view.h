// What the cluster's manager believes, as rows that clustat would show: the input of every guard.
#pragma once

#include "world/run_log.h"

#include <string>
#include <vector>

namespace rgsim {

/// One service line. Names are complete; cutting to columns is clustat_text's business.
struct ClustatService {
    std::string name;      ///< "service:bark"
    std::string owner;     ///< node name; empty for none
    std::string lastOwner; ///< node name; empty for none
    ServiceState state = ServiceState::Stopped;
    bool frozen = false;
    int restarts = 0;
    SimTime lastTransition;
};

struct ClustatNode {
    std::string name;
    int id = 0;
    bool online = false;
    bool local = false;     ///< the node on which clustat runs
    bool rgmanager = false; ///< the manager runs there
};

struct ClustatView {
    std::string clusterName;
    bool quorate = true;
    SimTime now;
    std::vector<ClustatNode> nodes;
    std::vector<ClustatService> services; ///< configuration order
};

} // namespace rgsim
