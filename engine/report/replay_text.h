// A log that was read, alone or beside a simulated run, as text: what was understood, what it says
// about each service, and where the two part. Prints what analysis computed.
#pragma once

#include "analysis/log_replay.h"
#include "report/run_report.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rgsim {

/// A line of a file, for people: "messages:12".
struct LogPlace {
    std::string place;
    std::string text;
};

/// What is printed. Everything referred to must outlive it.
struct ReplayReport {
    const Cluster& cluster; ///< the log's
    const LogReplay& replay;
    const RunReport* run = nullptr; ///< null: there is only the log
    std::string runName{};

    std::vector<std::string> files{};
    std::size_t understood = 0; ///< lines of rgmanager
    std::vector<LogPlace> notUnderstood{};
    std::size_t otherPrograms = 0;
    std::size_t blank = 0;
    double shareUnderstood = 1.0;
    std::vector<std::string> places{}; ///< by row of the log
    std::int64_t zero = 0;           ///< when time 0 was, in seconds since 1970

    bool isSame() const { return !replay.comparison.firstDifference; }
};

/// @p all: also the lines that are the same in both, and however many there are.
std::string replayText(const ReplayReport& report, bool all = false);

/// "First difference at 00:03:00. Log: node2 "Service service:web started" (messages:4).
/// Simulation: nothing of the kind." or that there is none. One line with its end.
std::string replayDifferenceText(const ReplayReport& report);

} // namespace rgsim
