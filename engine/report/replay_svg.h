// A log that was read, and the simulated run below it, as one picture with the first difference
// marked in both. Draws with run_svg; it has no numbers of its own.
#pragma once

#include "report/replay_text.h"

#include <string>

namespace rgsim {

/// A complete SVG document of the usual width. @p all: every service, however many there are.
std::string replaySvg(const ReplayReport& report, bool all = false);

} // namespace rgsim
