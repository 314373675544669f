// A run as a picture: a lane for each service with its record above and what really ran below,
// coloured by node and told apart by patterns, so that it can be read in black and white too.
#pragma once

#include "report/run_report.h"

#include <optional>
#include <string>

namespace rgsim {

struct SvgStyle {
    int width = 1200;              ///< pixels; less than 600 counts as 600
    bool all = false;              ///< every service; else those that the text timeline shows
    bool head = true;              ///< title, about and facts above the picture
    std::optional<SimTime> mark{}; ///< an instant to point out, such as a first difference
};

/// A complete SVG document. Names that are too long for their place are cut, with the full name as
/// a tooltip.
std::string runSvg(const RunReport& report, const SvgStyle& style);

} // namespace rgsim
