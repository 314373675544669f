// Belief and truth of a service side by side: the stretches in which neither changes. For whoever
// compares the two; it keeps nothing.
#pragma once

#include "analysis/timeline.h"

#include <algorithm>
#include <vector>

namespace rgsim {

/// While from <= t < to. The references are into the timeline.
struct Piece {
    SimTime from;
    SimTime to;
    const BeliefSegment& belief;
    const TruthSegment& truth;

    SimDuration length() const { return to - from; }
    /// The record says started and the service does not run, as a whole, on its owner.
    bool isPhantom() const { return belief.isStarted() && !truth.runsOn.contains(belief.owner); }
};

/// Visits the pieces of @p service between @p from and @p to in order; none is without length.
template <typename Visit>
void forEachPiece(const ServiceTimeline& service, SimTime from, SimTime to, Visit visit)
{
    std::size_t b = 0;
    std::size_t t = 0;
    for (SimTime at = from; at < to;) {
        while (service.belief[b].to <= at)
            ++b;
        while (service.truth[t].to <= at)
            ++t;
        const SimTime next = std::min({service.belief[b].to, service.truth[t].to, to});
        visit(Piece{at, next, service.belief[b], service.truth[t]});
        at = next;
    }
}

/// The segment of a timeline's list that holds @p at; the last one at and after the end.
template <typename Segment>
const Segment& segmentAt(const std::vector<Segment>& segments, SimTime at)
{
    const auto after =
        std::upper_bound(segments.begin(), segments.end(), at,
                         [](SimTime time, const Segment& segment) { return time < segment.from; });
    return after == segments.begin() ? segments.front() : *(after - 1);
}

/// @p service's belief and truth at one instant; the piece has no length.
inline Piece pieceAt(const ServiceTimeline& service, SimTime at)
{
    return {at, at, segmentAt(service.belief, at), segmentAt(service.truth, at)};
}

} // namespace rgsim
