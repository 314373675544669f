// What a search for the smallest change found, as a sentence. Searches nothing.
#pragma once

#include "analysis/flip_search.h"
#include "cluster/cluster.h"

#include <string>

namespace rgsim {

/// "recovery=\"relocate\" on service:meow", in the words of cluster.conf.
std::string editText(const Cluster& cluster, const FlipEdit& edit);

/// "With recovery=\"relocate\" on service:meow, node2 would have been chosen.", and that the run
/// would have gone another way before, where it would.
std::string flipText(const Cluster& cluster, const Flip& flip);
/// The same, or that nothing was found or tried. For every outcome one sentence or two.
std::string flipText(const Cluster& cluster, const FlipSearch& search);

} // namespace rgsim
