// What became of one service after the last failure of a trial: where it ended, and what that cost
// meanwhile. Measures; which of two is better is for others.
#pragma once

#include "planning/trial.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// How a service ends when its cluster has come to rest, or goes round in circles.
enum class ServiceEnd : std::uint8_t {
    Runs,
    Circles, ///< it is stopped and started for ever
    Down,
};

/// "runs", "circles", "down".
const char* toString(ServiceEnd end);

struct FailureOutcome {
    ServiceEnd end = ServiceEnd::Runs;
    NodeIndex node = noNode; ///< Runs: the lowest node on which it does
    // Since the last event, or since 0 if there was none; until all was at rest or one whole circle
    // had passed.
    SimDuration downtime;         ///< it ran nowhere; Down: and never will
    SimDuration phantom;          ///< its record said started, and it did not run on the owner
    SimDuration together;         ///< it ran on a node with one from which it must be kept apart
    bool phantomForGood = false;  ///< that goes on for ever, or comes again for ever
    bool togetherForGood = false; ///< likewise

    bool operator==(const FailureOutcome&) const = default;
};

/// By service. @p apart: for each service those it must not share a node with, as from
/// mustStayApart(). A service without any process runs where its record says that it is started.
std::vector<FailureOutcome> outcomesOf(const Trial& trial,
                                       const std::vector<std::vector<ServiceIndex>>& apart);

} // namespace rgsim
