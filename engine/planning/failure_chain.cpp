#include "planning/failure_chain.h"

#include "base/ensure.h"

#include <algorithm>
#include <cmath>

namespace rgsim {

// In the order in which Room::randomFailure() and Room::randomRepair() draw.
ChainCount countFailures(const FailureRate& rate, RandomStream stream, SimDuration length)
{
    ChainCount count;
    for (SimDuration at = draw(rate.timeToFailure, stream); at < length;
         at = at + draw(rate.timeToFailure, stream)) {
        ++count.failures;
        if (rate.node == noNode)
            continue;
        const SimDuration repair = draw(rate.timeToRepair, stream);
        count.broken = count.broken + std::min(repair, length - at);
        at = at + repair;
    }
    return count;
}

bool hasExpectedCount(const FailureRate& rate)
{
    return rate.timeToFailure.kind == Distribution::Kind::Exponential &&
           (rate.node == noNode || rate.timeToRepair.kind == Distribution::Kind::Exponential);
}

ExpectedCount expectedCount(const FailureRate& rate, SimDuration length)
{
    ENSURE(hasExpectedCount(rate));
    const auto time = static_cast<double>(length.ms);
    const double failing = 1.0 / static_cast<double>(rate.timeToFailure.mean.ms);
    if (rate.node == noNode)
        return {failing * time, 0.0};
    const double mending = 1.0 / static_cast<double>(rate.timeToRepair.mean.ms);
    const double both = failing + mending;
    // The integral of the probability to be broken from 0 to time.
    const double broken = failing / both * (time + std::expm1(-both * time) / both);
    return {failing * (time - broken), broken};
}

} // namespace rgsim
