// Decisions as people read them: those that several nodes took alike become one entry, and each has
// its words. What prints or shows explanations uses these; nothing is judged here.
#pragma once

#include "cluster/cluster.h"
#include "rgmanager/decision.h"

#include <string>
#include <vector>

namespace rgsim {

/// Decisions of one kind with one outcome, taken by several nodes.
struct WhyEntry {
    const Decision* decision = nullptr; ///< the first of them
    std::vector<NodeIndex> nodes;
    int count = 1;
};

/// Those about @p service, in their order. The entries point into @p decisions.
std::vector<WhyEntry> whyEntries(const std::vector<Decision>& decisions, ServiceIndex service);

/// Whether @p node took the decision, was a candidate in it, or is whom it is about.
bool concerns(const WhyEntry& entry, NodeIndex node);

/// "node1, node2".
std::string nodesText(const Cluster& cluster, const WhyEntry& entry);
/// "target: highest id among equals (-> node3)": what was decided and what settled it.
std::string outcomeText(const Cluster& cluster, const Decision& decision);
/// ", 3 times" if the nodes took it more often than once each; else empty.
std::string timesText(const WhyEntry& entry);

/// "3", or "-" for a candidate that was ruled out before it was scored.
std::string scoreText(const Candidate& candidate);
/// "chosen", or what ruled it out.
const char* verdictText(const Candidate& candidate);

} // namespace rgsim
