// Carries the differences between two trees over to a document that says what the first one does,
// and much besides. It does not check the outcome; cluster_conf_update does.
#pragma once

#include "cluster/resource_type.h"
#include "formats/conf_tree.h"
#include "formats/tracked_conf_document.h"

namespace rgsim {

/// Problems are left in @p document.
void updateConfTree(TrackedConfDocument& document, const ConfTree& before, const ConfTree& after,
                    const ResourceTypes& types);

} // namespace rgsim
