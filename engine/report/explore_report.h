// What is told about an exploration: the question, what was found, and how long it took.
#pragma once

#include "planning/counterexample.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace rgsim {

struct ExploreReport {
    const Cluster& cluster;
    const std::vector<Property>& properties;
    const ExploreOptions& options;
    const Explored& explored;
    double seconds = 0; ///< that it took

    /// States a second; 0 if it took no time.
    double speed() const
    {
        return seconds > 0 ? static_cast<double>(explored.result.states) / seconds : 0;
    }
};

/// "at 00:00:41 node2 hears of it before node1", "at … the scan of node2 comes before the wake-up
/// of service:web on node1": what comes first in a choice, and what usually does.
std::string orderText(const Cluster& cluster, const OrderChoice& choice);

/// The verdict, the counterexample or the properties that hold, and the figures of the search.
std::string exploreText(const ExploreReport& report);

/// The same for scripts: {"verdict": "holds" | "violated" | "unknown", "depth", "states",
/// "seconds", "property", "counterexample": [events as in a scenario], …}. The property is the
/// violated one, otherwise all of them with "; " between; the counterexample is then empty.
QByteArray exploreJson(const ExploreReport& report);

} // namespace rgsim
