// Clusters under random failures of which the availability is known without simulating: what
// campaigns are held against. Computed by formulas and linear equations only.
#pragma once

#include "planning/campaign.h"

#include <vector>

namespace rgsim::support {

/// Exponential times, in hours.
FailureRate nodeRate(NodeIndex node, std::int64_t mtbfHours, std::int64_t mttrHours);
FailureRate serviceRate(ServiceIndex service, std::int64_t mtbfHours);

/// One service that follows the living nodes without losing any time, as long as @p quorum of the
/// nodes are up; node i has rates[i].
Scenario followingService(const std::vector<FailureRate>& rates, int quorum);

/// The availability of followingService() in the long run: the Markov chain over which nodes are up
/// is in balance, solved as a system of linear equations.
double availabilityInBalance(const std::vector<FailureRate>& rates, int quorum);

/// The same on average over a run of @p length that begins with all nodes up: the nodes are
/// independent, and each one's probability to be up at t is known; integrated numerically.
double availabilityOfRun(const std::vector<FailureRate>& rates, int quorum, SimDuration length);

} // namespace rgsim::support
