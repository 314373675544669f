// Every limit of the engine in one place. Readers and the checker report a breach with the limit's
// value; the engine itself relies on them.
#pragma once

#include <cstdint>

namespace rgsim::limits {

constexpr int maxNodes = 128; ///< NodeSet has this many bits
constexpr int maxServices = 4096;
constexpr int maxTreeDepth = 32;  ///< nesting of resources below one service
constexpr int maxTreeNodes = 512; ///< resources in one service's tree
constexpr int maxResources = 65536;
constexpr int maxDomains = 4096;
constexpr int maxPlanEvents = 2'000'000;
constexpr std::int64_t maxNodeId = 1'000'000;
constexpr std::int64_t maxSeconds = 100LL * 366 * 86400; ///< a hundred years: runs and durations
constexpr std::int64_t maxRunEvents = 10'000'000; ///< items one run may process until it is ended
constexpr int maxCampaignYears = 100;             ///< of one run of a campaign
constexpr std::int64_t maxCampaignRuns = 1'000'000;
constexpr std::int64_t maxShards = 100'000;
constexpr int maxProperties = 1024;
constexpr int maxPropertyLength = 4096; ///< characters
constexpr int maxOrderPicks = 1024;
constexpr std::int64_t maxOrderChoice = 1'000'000;
constexpr int maxGroups = 1024; ///< of instances behind a load balancer
constexpr std::int64_t maxInputBytes = 64LL * 1024 * 1024;
constexpr int maxXmlDepth = 64;
constexpr int maxXmlElements = 1'000'000;
constexpr int maxJsonDepth = 96;       ///< room for a tree of maxTreeDepth, two levels each
constexpr int maxLogLines = 2'000'000; ///< lines of rgmanager in all syslog files together
constexpr int maxNameLength = 255;

} // namespace rgsim::limits
