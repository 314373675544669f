// A run's numbers as a table of text, with the broken keep-apart rules and the guard's mistakes
// below it. Prints what analysis computed.
#pragma once

#include "report/run_report.h"
#include "report/run_text.h"

#include <string>

namespace rgsim {

/// The table has the services that timelineText() shows, and the totals of all.
std::string summaryText(const RunReport& report, const TextStyle& style);

} // namespace rgsim
