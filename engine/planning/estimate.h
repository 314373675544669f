// What the sums of many independent runs say about the average, and how sure it is. Statistics on
// numbers; knows no cluster.
#pragma once

#include "planning/exact_sums.h"

#include <array>
#include <cstdint>
#include <optional>

namespace rgsim {

/// The 97.5 % quantile of Student's t distribution: half of a 95 % interval. Exact to four digits
/// up to 10 degrees, beyond by the expansion 26.7.5 in Abramowitz and Stegun, Handbook of
/// Mathematical Functions (1964).
double studentQuantile(std::int64_t degrees);

struct Estimate {
    double mean = 0;
    double half = 0;      ///< of the 95 % interval; 0 if the runs do not differ
    bool isKnown = false; ///< false: fewer than two runs, so `half` means nothing
    /// By how much the controls have shrunk the variance: 1 without them, 0.1 for a tenth.
    double varianceLeft = 1;
};

using ControlMeans = std::array<double, controlCount>;

/// The average of the measured quantity with a 95 % interval by Student's t. With @p controls, the
/// known averages of the controls, what they explain is taken out (control variates by linear
/// regression: Lavenberg and Welch, A perspective on the use of control variables, Management
/// Science 27, 1981). Controls that do not differ between runs, or follow from others, are left
/// out; so are all of them if there are fewer than 20 runs.
Estimate estimate(const MomentSums& sums, const std::optional<ControlMeans>& controls);

} // namespace rgsim
