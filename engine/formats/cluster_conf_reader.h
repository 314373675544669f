// Reads a cluster.conf into a Cluster: what rgmanager 3.0.12, cman and fenced would make of it. It
// judges single values and references; what the whole means is cluster_checker's.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"
#include "formats/cluster_conf_document.h"

#include <QByteArray>

#include <memory>
#include <string>

namespace rgsim {

/// The finished cluster of @p text, which comes from @p fileName (for messages only). All problems
/// are reported at once, each with its line; only errors prevent a value. What rgmanager leaves
/// out (references to nothing, forbidden children, a resource used too often) is a warning. A text
/// without nodes is fine: resource trees need none. Null @p types: builtinResourceTypes().
Result<Cluster> readClusterConf(const QByteArray& text, const std::string& fileName,
                                std::shared_ptr<const ResourceTypes> types = nullptr);

/// The same for a document that is open already.
Result<Cluster> readClusterConf(const ClusterConfDocument& document,
                                std::shared_ptr<const ResourceTypes> types = nullptr);

/// The same for a file.
Result<Cluster> readClusterConfFile(const std::string& path,
                                    std::shared_ptr<const ResourceTypes> types = nullptr);

} // namespace rgsim
