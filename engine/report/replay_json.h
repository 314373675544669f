// A log that was read, alone or beside a simulated run, as JSON for other programs. Times are whole
// milliseconds since time 0; lines of the log go by "file:line", and null stands for none.
//
// Keys, which stay as they are as long as "format" is 1:
//   format, time_zero (seconds since 1970), same (null without a run)
//   log: {files, understood, not_understood: [{place, text}], other_programs, blank}
//   compared (null without a run): {from, to, nodes, tolerance}
//   first_difference (null if there is none): {t, log: line, simulation: line}, where the side that
//     has no such line has what it says instead, or null
//   lines: [{t, node, service, text, log: place, simulation: time}]
//   services: [{name, log: [{from, to, state, owner}], simulation: […]}]
#pragma once

#include "report/replay_text.h"

#include <string>

namespace rgsim {

std::string replayJson(const ReplayReport& report);

} // namespace rgsim
