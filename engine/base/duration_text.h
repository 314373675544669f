// Durations as people write them ("90s", "1.5h", "2min30s"), read and printed exactly. Used by the
// readers of files and by the command line; it never rounds and never looks at a clock.
#pragma once

#include "base/diagnostic.h"
#include "base/sim_time.h"

#include <string>
#include <string_view>

namespace rgsim {

/// One or more numbers, each with a unit: ms, s, min (or m), h, d. A single number without a unit
/// means seconds. Fractions are fine as long as whole milliseconds result. Not negative, at most
/// limits::maxSeconds. The diagnostic has no place: the caller knows where the text stood.
Result<SimDuration> parseDuration(std::string_view text);

/// The shortest exact form with one unit: "0s", "1500ms", "150s", "2min", "2h", "90d".
/// parseDuration() gives the same value back (for values in its range).
std::string formatDuration(SimDuration duration);

} // namespace rgsim
