// A run as tables of comma-separated values (RFC 4180, but with plain newlines), for spreadsheets.
// Times are whole milliseconds.
#pragma once

#include "report/run_report.h"

#include <string>
#include <string_view>

namespace rgsim {

/// what,name,from_ms,to_ms,state,nodes: a row for each segment. What: "node"; "record" (state and
/// owner); "runs" (state "runs", "part" or "nowhere", and the nodes, separated by blanks).
std::string segmentsCsv(const RunReport& report);

/// t_ms,node,priority,text: rgmanager's own log lines.
std::string logCsv(const RunReport& report);

/// The parts of such a text: its first line, and the line of one row.
std::string logCsvHead();
void appendLogCsv(std::string& text, SimTime at, std::string_view node, std::string_view priority,
                  std::string_view line);

} // namespace rgsim
