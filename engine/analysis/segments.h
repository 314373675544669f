// Building lists of segments without gaps, one appended after the other. Steps of making timelines;
// what a segment means does not matter here.
#pragma once

#include "analysis/timeline.h"

#include <vector>

namespace rgsim {

inline bool isSame(const BeliefSegment& a, const BeliefSegment& b)
{
    return a.exists == b.exists && a.frozen == b.frozen && a.state == b.state &&
           a.owner == b.owner && a.lastOwner == b.lastOwner && a.restarts == b.restarts;
}

inline bool isSame(const TruthSegment& a, const TruthSegment& b)
{
    return a.runsOn == b.runsOn && a.partlyOn == b.partlyOn;
}

inline bool isSame(const NodeSegment& a, const NodeSegment& b)
{
    return a.state == b.state;
}

/// Ends the last segment at the beginning of the new one; a segment without length is replaced.
template <typename Segment>
void append(std::vector<Segment>& segments, const Segment& next)
{
    if (!segments.empty()) {
        segments.back().to = next.from;
        if (segments.back().from == next.from)
            segments.pop_back();
    }
    segments.push_back(next);
}

/// Replacing may have left equal neighbours.
template <typename Segment>
void mergeEqualNeighbours(std::vector<Segment>& segments)
{
    std::size_t kept = 0;
    for (std::size_t i = 1; i < segments.size(); ++i) {
        if (isSame(segments[kept], segments[i]))
            segments[kept].to = segments[i].to;
        else
            segments[++kept] = segments[i];
    }
    segments.resize(kept + 1);
}

/// Ends the list at @p end.
template <typename Segment>
void finishSegments(std::vector<Segment>& segments, SimTime end)
{
    segments.back().to = end;
    mergeEqualNeighbours(segments);
}

} // namespace rgsim
