// What all printed forms of a run are made of, and the words and short names they share. Holds
// references only; whoever prints adds no numbers of its own.
#pragma once

#include "analysis/summary.h"
#include "analysis/timeline.h"
#include "simulation/scenario.h"
#include "world/run_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// Everything referred to must outlive the report.
struct RunReport {
    const Scenario& scenario;
    const std::vector<LogRow>& rows;
    const Timeline& timeline;
    const Summary& summary;
    std::uint64_t fingerprint = 0;
    bool hitEventLimit = false; ///< the run was ended before its time
};

// The words of scenario files.
const char* wordOf(GuardMode mode);
const char* wordOf(Arbitration arbitration);
/// "lowest-node-first", and "but for 2 choices" if the scenario makes some.
std::string arbitrationWords(const Scenario& scenario);
const char* wordOf(AdminRequest request);
const char* wordOf(PlanKind kind);
const char* wordOf(RecoveryPolicy policy);

/// A syslog priority's name, 0 "emerg" … 7 "debug".
const char* priorityName(int priority);

/// Sixteen hexadecimal digits.
std::string fingerprintText(std::uint64_t fingerprint);

/// "00:01:30", with milliseconds only where there are any; hours grow beyond two digits.
std::string clockText(SimTime at);
/// Exact and readable: "2min30s", "1h0.5s", "0s".
std::string spanText(SimDuration duration);

/// "1 node", "3 nodes".
std::string countText(std::size_t count, std::string_view noun);

/// The nodes' names, without what stands behind the first dot if they differ without it.
std::vector<std::string> shortNodeNames(const Cluster& cluster);

/// What an event does, in a few words: "crash node1", "relocate service:web to node3 via node2".
std::string eventText(const Cluster& cluster, const PlanEvent& event);

/// True if there is something to tell about @p service beyond that it started once and ran on.
std::vector<bool> servicesWithNews(const RunReport& report);

/// The service's name or "none"; likewise for nodes.
std::string_view nodeName(const Cluster& cluster, NodeIndex node);

} // namespace rgsim
