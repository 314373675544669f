#include "report/flip_text.h"

#include "report/run_report.h"

namespace rgsim {

namespace {

std::string outcomeText(const Cluster& cluster, const Flip& flip)
{
    const Decision& decision = flip.decision;
    const NodeIndex chosen =
        decision.kind == DecisionKind::TargetChoice ? decision.other : flip.chosenNext;
    if (chosen != noNode)
        return cluster.node(chosen).name + " would have been chosen";
    if (decision.kind == DecisionKind::TargetChoice)
        return "no node would have been chosen";
    const std::string later = flip.later.isZero() ? "" : ", " + spanText(flip.later) + " later";
    return "the answer of " + std::string(nodeName(cluster, decision.by)) + later +
           (later.empty() ? "" : ",") + " would have been \"" + sentence(decision.reason) + '"';
}

} // namespace

std::string editText(const Cluster& cluster, const FlipEdit& edit)
{
    const auto attribute = [](const char* name, const std::string& value) {
        return std::string(name) + "=\"" + value + '"';
    };
    std::string onService =
        edit.service == noService ? "" : " on " + cluster.service(edit.service).fullName;
    const std::string onDomain =
        edit.domain == noDomain
            ? ""
            : " on the failover domain \"" + cluster.domain(edit.domain).name + '"';
    const std::string number = std::to_string(edit.value);
    switch (edit.kind) {
    case FlipEditKind::Recovery:
        return attribute("recovery", wordOf(static_cast<RecoveryPolicy>(edit.value))) + onService;
    case FlipEditKind::MaxRestarts:
        return attribute("max_restarts", number) + onService;
    case FlipEditKind::MemberPriority:
        return attribute("priority", number) + " for " + cluster.node(edit.node).name +
               " in the failover domain \"" + cluster.domain(edit.domain).name + '"';
    case FlipEditKind::Ordered:
        return attribute("ordered", number) + onDomain;
    case FlipEditKind::Restricted:
        return attribute("restricted", number) + onDomain;
    case FlipEditKind::Autostart:
        return attribute("autostart", number) + onService;
    case FlipEditKind::Exclusive:
        return attribute("exclusive", number) + onService;
    case FlipEditKind::GuardForm:
        return std::string("the ") + rgsim::wordOf(static_cast<GuardMode>(edit.value)) +
               " form of the guard";
    case FlipEditKind::GuardRules:
        return std::string("a guard for each keep-apart rule, in the ") +
               rgsim::wordOf(static_cast<GuardMode>(edit.value)) + " form";
    case FlipEditKind::GuardFails:
        return "the hardened form of the guard, with refused starts reported as failures";
    case FlipEditKind::Member:
        return cluster.node(edit.node).name + " in the failover domain \"" +
               cluster.domain(edit.domain).name + '"';
    case FlipEditKind::OwnDomain:
        return "an ordered failover domain of its own" + onService.replace(1, 2, "for") +
               ": first " + cluster.node(edit.node).name + ", then " +
               cluster.node(static_cast<NodeIndex>(edit.value)).name;
    case FlipEditKind::MoreNodes:
        return "one more node, " + nextNodeName(cluster);
    }
    return {};
}

std::string flipText(const Cluster& cluster, const Flip& flip)
{
    std::string text =
        "With " + editText(cluster, flip.edit) + ", " + outcomeText(cluster, flip) + '.';
    if (flip.earlierDifference)
        text += " The run would have gone another way before, from " +
                clockText(*flip.earlierDifference) + " on.";
    return text;
}

std::string flipText(const Cluster& cluster, const FlipSearch& search)
{
    switch (search.outcome) {
    case FlipSearch::Outcome::Found:
        return flipText(cluster, *search.flip);
    case FlipSearch::Outcome::NothingFound:
        return "None of " + countText(static_cast<std::size_t>(search.tried), "small edit") +
               " changes this decision" +
               (search.isCutShort ? "; some were left out, because they take too long." : ".");
    case FlipSearch::Outcome::NotTried:
        break;
    }
    return "No edits were tried for this decision.";
}

} // namespace rgsim
