#include "report/plan_text.h"

#include "report/run_report.h"

#include <array>

namespace rgsim {

namespace {

const char* nounOf(ScriptOp op)
{
    constexpr std::array words = {"start",    "stop",      "status check",
                                  "recovery", "migration", "migration"};
    return words[static_cast<std::size_t>(op)];
}

const char* wordOf(Distribution::Kind kind)
{
    constexpr std::array words = {"always", "exponential", "Weibull", "lognormal"};
    return words[static_cast<std::size_t>(kind)];
}

std::string windowText(SimTime from, SimTime to)
{
    const bool isForEver = to == SimTime::never();
    if (isForEver && from <= SimTime{})
        return ", all the time";
    const std::string text = ", from " + spanText(from - SimTime{});
    return text + (isForEver ? std::string(" on") : " to " + spanText(to - SimTime{}));
}

std::string durationText(const Distribution& distribution)
{
    if (distribution.kind == Distribution::Kind::Fixed)
        return spanText(distribution.mean);
    return spanText(distribution.mean) + " on average (" + wordOf(distribution.kind) + ')';
}

} // namespace

std::string guardText(const Cluster& cluster)
{
    const std::string text = rgsim::wordOf(cluster.guardMode);
    switch (cluster.guardMode) {
    case GuardMode::Off:
        return text + ": the init scripts start whatever they are asked to";
    case GuardMode::Published:
        return text + ": as in the published script, mistakes included; a refused start reports "
                      "success";
    case GuardMode::Exact:
        return text + ": what the published script is meant to do; a refused start reports success";
    case GuardMode::Hardened:
        return text + (cluster.hardenedGuardFails
                           ? ": rgsim's own form; a refused start reports failure"
                           : ": rgsim's own form; a refused start reports success");
    }
    return text;
}

std::string arbitrationText(Arbitration arbitration)
{
    const std::string text = rgsim::wordOf(arbitration);
    switch (arbitration) {
    case Arbitration::LowestNodeFirst:
        return text + ": of nodes that could act at the same time, the lowest id does";
    case Arbitration::HighestNodeFirst:
        return text + ": of nodes that could act at the same time, the highest id does";
    case Arbitration::Shuffled:
        return text + ": nodes that could act at the same time do so in an order drawn from the "
                      "seed";
    }
    return text;
}

std::string faultText(const Cluster& cluster, const ScriptFault& fault)
{
    std::string text = "the ";
    text += nounOf(fault.op);
    text += " of ";
    text += fault.resource == noResource ? "nothing" : cluster.resource(fault.resource).fullName();
    switch (fault.kind) {
    case ScriptFaultKind::Fails:
        text += fault.op == ScriptOp::MigrateRefused ? " is refused" : " fails";
        break;
    case ScriptFaultKind::Hangs:
        text += " hangs";
        break;
    case ScriptFaultKind::Slow:
        text += " takes " + spanText(fault.extra) + " longer";
        break;
    }
    if (fault.node != noNode)
        text += " on " + cluster.node(fault.node).name;
    text += windowText(fault.from, fault.to);
    if (!fault.flapPeriod.isZero())
        text += ", in the first half of every " + spanText(fault.flapPeriod);
    return text;
}

std::string faultText(const Cluster& cluster, const FenceFault& fault)
{
    const std::string node = fault.node == noNode ? "any node" : cluster.node(fault.node).name;
    return "fencing of " + node + " fails" + windowText(fault.from, fault.to);
}

std::string rateText(const Cluster& cluster, const FailureRate& rate)
{
    const bool isNode = rate.node != noNode;
    std::string text = isNode ? cluster.node(rate.node).name
                              : "a process of " + cluster.service(rate.service).fullName;
    text += " fails at random: after " + durationText(rate.timeToFailure);
    if (isNode)
        text += ", and is repaired in " + durationText(rate.timeToRepair);
    return text;
}

} // namespace rgsim
