// Writes a Cluster as a cluster.conf that readClusterConf() reads as the same cluster. What a
// cluster.conf cannot say (guards, keep-apart rules, how long things take) is left out. An existing
// file is brought in line by cluster_conf_update instead, which keeps its comments.
#pragma once

#include "cluster/cluster.h"
#include "formats/conf_tree.h"

#include <QByteArray>

namespace rgsim {

/// The cluster's root element. Elements that only hold others are there even if they are empty, and
/// what has its default value is not: two clusters mean the same for a cluster.conf exactly if
/// their trees are equal.
ConfTree clusterConfTree(const Cluster& cluster);

/// A complete text with config_version 1. Names and values must be possible in XML.
QByteArray writeClusterConf(const Cluster& cluster);

} // namespace rgsim
