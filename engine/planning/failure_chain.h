// The failures and repairs of one rate as the process that they are, without any cluster: they
// happen whatever the cluster does, so what they come to on average is known exactly.
#pragma once

#include "base/random_stream.h"
#include "base/sim_time.h"
#include "world/fault_plan.h"

#include <cstdint>

namespace rgsim {

/// What one rate did in a stretch of time. A service's process is never broken for any time: what
/// brings it back is rgmanager.
struct ChainCount {
    std::int64_t failures = 0;
    SimDuration broken; ///< nodes: from a failure to the beginning of the boot

    bool operator==(const ChainCount&) const = default;
};

/// What the rate does in [0, @p length) if nothing is broken at first; @p stream is that of a run
/// (see rateStreamName()), before anything was drawn from it.
ChainCount countFailures(const FailureRate& rate, RandomStream stream, SimDuration length);

/// True if expectedCount() knows @p rate: its times are exponentially distributed.
bool hasExpectedCount(const FailureRate& rate);

/// The means of ChainCount's two numbers, broken in milliseconds.
struct ExpectedCount {
    double failures = 0;
    double broken = 0;
};

/// Requires hasExpectedCount(). Source: the alternating renewal process with exponential times, D.
/// R. Cox, Renewal Theory (1962), chapter 7: the probability to be broken at t is
/// a / (a + b) × (1 − exp(−(a + b) t)) with a = 1 / mtbf, b = 1 / mttr.
ExpectedCount expectedCount(const FailureRate& rate, SimDuration length);

} // namespace rgsim
