// Which instant lies at which pixel: a stretch of time laid over a stretch of pixels. Arithmetic
// only; it knows no axis and no widget.
#pragma once

#include "base/sim_time.h"

#include <algorithm>
#include <cmath>

namespace rgsim::gui {

struct TimeScale {
    double left = 0; ///< the pixel of fromMs
    double right = 1;
    double fromMs = 0;
    double toMs = 1;

    double pixelsPerMs() const { return (right - left) / (toMs - fromMs); }
    double x(SimTime at) const
    {
        return left + (static_cast<double>(at.ms) - fromMs) * pixelsPerMs();
    }
    /// The same, but never far outside: painters do not like numbers of astronomers.
    double xNearby(SimTime at) const { return std::clamp(x(at), left - 8, right + 8); }
    double msAt(double x) const { return fromMs + (x - left) / pixelsPerMs(); }
    /// To the nearest whole millisecond.
    SimTime at(double x) const { return {std::llround(msAt(x))}; }
    SimTime first() const { return {static_cast<std::int64_t>(std::floor(fromMs))}; }
    SimTime last() const { return {static_cast<std::int64_t>(std::ceil(toMs))}; }
};

} // namespace rgsim::gui
