#include "report/repair_words.h"

#include "base/joined.h"
#include "report/hazard_words.h"
#include "report/layout_words.h"
#include "report/run_report.h"

namespace rgsim {

namespace {

std::string recoveryPrice(const std::string& service, RecoveryPolicy policy)
{
    return policy == RecoveryPolicy::Relocate
               ? service + " moves on its first failure"
               : service + " is restarted on its node first, and moves only if that fails";
}

std::string domainPrice(const Cluster& cluster, const FlipEdit& edit)
{
    const std::string services =
        "the services of the failover domain \"" + cluster.domain(edit.domain).name + '"';
    switch (edit.kind) {
    case FlipEditKind::MemberPriority:
        return services + " prefer their nodes in another order";
    case FlipEditKind::Ordered:
        return services + (edit.value != 0 ? " move to the node that they prefer as soon as it is "
                                             "there"
                                           : " prefer no node of it any more");
    case FlipEditKind::Restricted:
        return "every node must be able to run " + services;
    default:
        return cluster.node(edit.node).name + " must be able to run " + services;
    }
}

std::string guardPrice(const FlipEdit& edit)
{
    const char* const where = " on every node (rgsim export writes them)";
    if (edit.kind == FlipEditKind::GuardRules)
        return std::string("new init scripts with a guard") + where;
    if (edit.kind == FlipEditKind::GuardFails)
        return std::string("new guards in the init scripts") + where +
               "; rgmanager sees a refused start as a failed one";
    return std::string("new guards in the init scripts") + where;
}

} // namespace

std::string priceText(const Cluster& cluster, const FlipEdit& edit)
{
    const std::string service =
        edit.service == noService ? "" : cluster.service(edit.service).fullName;
    switch (edit.kind) {
    case FlipEditKind::Recovery:
        return recoveryPrice(service, static_cast<RecoveryPolicy>(edit.value));
    case FlipEditKind::MaxRestarts:
        return service + " moves after " +
               countText(static_cast<std::size_t>(edit.value), "restart") + " on its node";
    case FlipEditKind::MemberPriority:
    case FlipEditKind::Ordered:
    case FlipEditKind::Restricted:
    case FlipEditKind::Member:
        return domainPrice(cluster, edit);
    case FlipEditKind::Autostart:
        return service + " starts by itself when the cluster starts";
    case FlipEditKind::Exclusive:
        return service + " shares its node with others";
    case FlipEditKind::GuardForm:
    case FlipEditKind::GuardRules:
    case FlipEditKind::GuardFails:
        return guardPrice(edit);
    case FlipEditKind::OwnDomain:
        return service + " goes to " + cluster.node(edit.node).name + " whenever it is there";
    case FlipEditKind::MoreNodes:
        break;
    }
    return "one more machine, with its fencing and with access to everything that services need";
}

std::string proofText(const Cluster& cluster, const Repair& repair)
{
    if (!repair.proof)
        return "not explored: there is nothing to look for";
    const ExploreResult& result = repair.proof->result;
    const std::vector<Property>& properties = repair.proof->properties;
    const std::string where = "explored to depth " + std::to_string(repair.proof->depth) + " (" +
                              countText(static_cast<std::size_t>(result.states), "state") + "): ";
    switch (result.end) {
    case ExploreEnd::Holds:
        return where + (properties.front().kind == Property::Kind::NeverTogether
                            ? "what must be kept apart never runs together"
                            : "services with hazards are back within " +
                                  spanText(properties.front().limit));
    case ExploreEnd::Violated: {
        Scenario repaired;
        repaired.cluster = cluster;
        applyEdits(repaired, repair.edits);
        return where + '"' + propertyText(cluster, properties[result.breach.property]) +
               "\" does not hold after " + failureText(repaired.cluster, result.events);
    }
    case ExploreEnd::Cancelled:
    case ExploreEnd::OutOfMemory:
        break;
    }
    return where + "ended early";
}

std::string shortHazardText(const Cluster& cluster, const Hazard& hazard, bool isNew)
{
    const std::string services = joined(serviceNames(cluster, hazard.services), ", ");
    return (isNew ? "a new " : "") + std::string(toString(hazard.kind)) +
           (services.empty() ? "" : " of " + services);
}

std::string searchText(const RepairReport& report, const RepairOptions& options)
{
    std::string text = std::to_string(report.tried) + " of " +
                       countText(static_cast<std::size_t>(report.possible), "combination") +
                       " of up to " + countText(static_cast<std::size_t>(options.edits), "edit") +
                       " tried";
    if (report.refuted > 0)
        text += ", " + std::to_string(report.refuted) +
                " that left no hazard did not hold when explored";
    if (report.leavesOut)
        text += ", the rest left out because there are too many";
    if (report.triedOnTop > 0)
        text +=
            ", then " + std::to_string(report.triedOnTop) + " more with one edit after the other";
    if (report.wasCutShort)
        return text + ", ended early";
    return text + (report.isComplete ? "" : "; --max-edits N allows more together");
}

} // namespace rgsim
