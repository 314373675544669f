#include "rgmanager/target_choice.h"

#include "rgmanager/failover_domain_score.h"
#include "rgmanager/service_counts.h"

namespace rgsim {

namespace {

Candidate judge(const Cluster& cluster, const ManagerState& state, ServiceIndex serviceIndex,
                const NodeSet& allowed, const ServiceCounts& counts, NodeIndex node)
{
    const PlacementFacts& service = cluster.placementOf(serviceIndex);
    Candidate candidate;
    candidate.node = node;
    candidate.score = static_cast<int>(
        failoverDomainScore(cluster, service.domain, node, allowed, state.record(serviceIndex)));
    if (candidate.score == 0)
        candidate.exclusion = Exclusion::ScoreIllegal;
    else if (service.isExclusive && counts.hasAny(node))
        candidate.exclusion = Exclusion::HasServices;
    else if (!service.isExclusive && counts.hasExclusive(node))
        candidate.exclusion = Exclusion::RunsExclusive;
    else if (service.isExclusive)
        candidate.score += 2; // an empty node is preferred for an exclusive service
    return candidate;
}

void markLosers(std::vector<Candidate>& candidates, NodeIndex best, int bestScore)
{
    for (Candidate& candidate : candidates) {
        candidate.chosen = candidate.node == best && candidate.exclusion == Exclusion::None;
        if (candidate.exclusion != Exclusion::None || candidate.chosen)
            continue;
        candidate.exclusion =
            candidate.score < bestScore ? Exclusion::LowerScore : Exclusion::LowerId;
    }
}

} // namespace

NodeIndex chooseTarget(const Cluster& cluster, const ManagerState& state, ServiceIndex service,
                       const NodeSet& allowed, NodeIndex owner, std::vector<Candidate>* candidates)
{
    const ServiceCounts counts(cluster, state, allowed);
    NodeIndex best = owner;
    int bestScore = 1;
    for (const NodeIndex node : allowed) {
        Candidate candidate;
        candidate.node = node;
        if (node == owner)
            candidate.exclusion = Exclusion::IsOwner;
        else
            candidate = judge(cluster, state, service, allowed, counts, node);
        if (candidate.exclusion == Exclusion::None && candidate.score >= bestScore) {
            best = node;
            bestScore = candidate.score;
        }
        if (candidates)
            candidates->push_back(candidate);
    }
    if (candidates)
        markLosers(*candidates, best, bestScore);
    return best;
}

} // namespace rgsim
