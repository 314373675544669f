// Walks what can be seen of a long list of stretches of time: finds the first by halving, and takes
// those together that share a pixel. However long the list is, the work is bounded by the pixels.
#pragma once

#include "plots/time_scale.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

/// @p segments with `from` and `to`, in order of time, none overlapping another. Calls
/// visit(left, right, segment) with pixels that do not overlap, each stretch at least one wide;
/// segment is null where several share pixels.
template <typename Segments, typename Visit>
void forEachVisible(const Segments& segments, const TimeScale& scale, Visit visit)
{
    const SimTime last = scale.last();
    double drawnTo = scale.left - 8;
    double crowdFrom = 0;
    double crowdTo = -1e9; // less than crowdFrom: there is no crowd
    const auto flush = [&] {
        if (crowdTo > crowdFrom)
            visit(crowdFrom, crowdTo, static_cast<decltype(&*segments.begin())>(nullptr));
        crowdTo = -1e9;
    };
    auto it = std::partition_point(segments.begin(), segments.end(), [&](const auto& segment) {
        return segment.to <= scale.first();
    });
    while (it != segments.end() && it->from <= last) {
        const double left = std::max(scale.xNearby(it->from), drawnTo);
        double right = scale.xNearby(it->to);
        auto next = it + 1;
        if (right - left < 1) {
            right = left + 1;
            const SimTime pixelEnd = scale.at(right);
            next = std::partition_point(next, segments.end(), [pixelEnd](const auto& segment) {
                return segment.to <= pixelEnd;
            });
        }
        if (next - it > 1) {
            if (left > crowdTo + 1) {
                flush();
                crowdFrom = left;
            }
            crowdTo = right;
        } else {
            flush();
            visit(left, right, &*it);
        }
        drawnTo = right;
        it = next;
    }
    flush();
}

} // namespace rgsim::gui
