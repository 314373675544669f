// A run as text for a terminal: a timeline of characters with a row for what the records said and
// one for what really ran, readable without colour. Prints what analysis computed.
#pragma once

#include "report/run_report.h"

#include <string>

namespace rgsim {

struct TextStyle {
    int width = 100; ///< columns of the terminal; less than 40 counts as 40
    bool colour = false;
    bool all = false; ///< show every service and node, however many
    /// Without `all`: more services than this are shown only if there is something to tell, and no
    /// more than this many of those.
    int mostServices = 60;
};

/// The services to be shown, ascending; all of them if there are few.
std::vector<ServiceIndex> servicesToShow(const RunReport& report, const TextStyle& style);

/// Seed, name and what was simulated: a few lines.
std::string headText(const RunReport& report);
/// The timeline with axis, nodes, services and the legend.
std::string timelineText(const RunReport& report, const TextStyle& style);

} // namespace rgsim
