// What users behind a load balancer notice of its instances' outages. Arithmetic on when each
// instance ran; runs nothing.
#pragma once

#include "base/node_set.h"
#include "base/sim_time.h"
#include "cluster/balanced_group.h"
#include "planning/outages.h"

#include <cstdint>
#include <vector>

namespace rgsim {

/// While from <= t < to: an instance ran on these nodes; on none: it did not answer.
struct InstancePiece {
    SimTime from;
    SimTime to;
    NodeSet runsOn;
};

/// One run of one group. The balancer looks at all instances at multiples of its health check's
/// interval since time 0, and sends an instance requests, or no more, from a switch time after the
/// look at which its answer changed. An instance serves while it answers and gets requests; the
/// group is up while at least `needs` serve.
struct GroupOutcome {
    SimDuration tooFewAnswer;  ///< down, because fewer than `needs` answer
    SimDuration notYetNoticed; ///< down although `needs` answer: not all get requests yet
    Outages outages;           ///< the stretches of both
    SimDuration misdirected;   ///< while some requests went to an instance that did not answer
    SimDuration instanceDown;  ///< of all instances together
    SimDuration together;      ///< while two or more instances ran on the same node
    /// Thousandths of milliseconds: the time weighted with the share of requests that went to
    /// instances that did not answer (all, if no instance got any), if each instance that gets
    /// requests gets the same number.
    std::int64_t lostMicros = 0;

    SimDuration downtime() const { return tooFewAnswer + notYetNoticed; }
};

/// @p instances: each one's pieces between @p from and @p to, without gaps. The balancer knows at
/// @p from who answers.
GroupOutcome balance(const BalancedGroup& group,
                     const std::vector<std::vector<InstancePiece>>& instances, SimTime from,
                     SimTime to);

} // namespace rgsim
