// A scenario together with what its file said beyond the scenario itself: where the cluster came
// from, so that a cluster.conf with its comments survives reading and writing.
#pragma once

#include "simulation/scenario.h"

#include <string>

namespace rgsim {

struct ClusterSource {
    enum class Kind {
        Inline,   ///< described in the scenario itself; written from the Cluster
        ConfText, ///< a cluster.conf as text inside the scenario
        ConfFile, ///< a cluster.conf beside the scenario, by its relative path
    };
    Kind kind = Kind::Inline;
    std::string confText; ///< ConfText and ConfFile: the text as it was read, byte for byte
    std::string confPath; ///< ConfFile: as written in the scenario
};

/// Whoever changes scenario.cluster in a way that cluster.conf describes (nodes, domains, services)
/// must bring source.confText along (updateClusterConf) or set source.kind to Inline.
struct ScenarioFile {
    Scenario scenario;
    ClusterSource source;
};

} // namespace rgsim
