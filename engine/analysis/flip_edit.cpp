#include "analysis/flip_edit.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr int leastPriority = 1; ///< what rgmanager takes for a priority: 1…100, 1 comes first
constexpr int greatestPriority = 100;

void addServiceEdit(std::vector<FlipEdit>& edits, FlipEditKind kind, ServiceIndex service,
                    int value, bool isChange)
{
    if (isChange)
        edits.push_back({kind, service, noDomain, noNode, value});
}

const DomainMember* memberOf(const FailoverDomain& domain, NodeIndex node)
{
    const auto found =
        std::find_if(domain.members.begin(), domain.members.end(),
                     [node](const DomainMember& member) { return member.node == node; });
    return found == domain.members.end() ? nullptr : &*found;
}

// Every other member is put before the preferred one; where no number is left before it, the
// preferred one is put behind the other. At last it is put level with the first.
void addPriorities(std::vector<FlipEdit>& edits, const FailoverDomain& domain, DomainIndex index,
                   NodeIndex preferred)
{
    const DomainMember* const first = memberOf(domain, preferred);
    if (!domain.ordered || first == nullptr)
        return;
    int least = first->priority;
    for (const DomainMember& member : domain.members) {
        least = std::min(least, member.priority);
        if (member.node == preferred)
            continue;
        FlipEdit edit{FlipEditKind::MemberPriority, noService, index, member.node,
                      first->priority - 1};
        if (edit.value < leastPriority) {
            edit.node = preferred;
            edit.value = member.priority + 1;
        }
        const DomainMember* const changed = memberOf(domain, edit.node);
        const bool isKnown = std::find(edits.begin(), edits.end(), edit) != edits.end();
        if (!isKnown && changed->priority != edit.value && edit.value >= leastPriority &&
            edit.value <= greatestPriority)
            edits.push_back(edit);
    }
    if (least < first->priority && least >= leastPriority)
        edits.push_back({FlipEditKind::MemberPriority, noService, index, preferred, least});
}

} // namespace

std::vector<FlipEdit> smallEdits(const Cluster& cluster, ServiceIndex index, NodeIndex preferred)
{
    const Service& service = cluster.service(index);
    std::vector<FlipEdit> edits;
    for (const RecoveryPolicy policy : {RecoveryPolicy::Relocate, RecoveryPolicy::Restart})
        addServiceEdit(edits, FlipEditKind::Recovery, index, static_cast<int>(policy),
                       service.recovery != policy);
    addServiceEdit(edits, FlipEditKind::MaxRestarts, index, 1, service.maxRestarts != 1);
    if (service.domain != noDomain) {
        const FailoverDomain& domain = cluster.domain(service.domain);
        addPriorities(edits, domain, service.domain, preferred);
        edits.push_back(
            {FlipEditKind::Ordered, noService, service.domain, noNode, domain.ordered ? 0 : 1});
        if (domain.restricted)
            edits.push_back({FlipEditKind::Restricted, noService, service.domain, noNode, 0});
    }
    addServiceEdit(edits, FlipEditKind::Autostart, index, 1, !service.autostart);
    addServiceEdit(edits, FlipEditKind::Exclusive, index, 0, service.exclusive != 0);
    if (cluster.guardMode == GuardMode::Off)
        return edits;
    for (const GuardMode mode : {GuardMode::Exact, GuardMode::Hardened, GuardMode::Published}) {
        if (cluster.guardMode != mode)
            edits.push_back(
                {FlipEditKind::GuardForm, noService, noDomain, noNode, static_cast<int>(mode)});
    }
    return edits;
}

void applyEdit(Cluster& cluster, const FlipEdit& edit)
{
    Service* const service = edit.service == noService
                                 ? nullptr
                                 : &cluster.services[static_cast<std::size_t>(edit.service)];
    FailoverDomain* const domain =
        edit.domain == noDomain ? nullptr : &cluster.domains[static_cast<std::size_t>(edit.domain)];
    switch (edit.kind) {
    case FlipEditKind::Recovery:
        service->recovery = static_cast<RecoveryPolicy>(edit.value);
        break;
    case FlipEditKind::MaxRestarts:
        service->maxRestarts = edit.value;
        break;
    case FlipEditKind::MemberPriority:
        for (DomainMember& member : domain->members) {
            if (member.node == edit.node)
                member.priority = edit.value;
        }
        break;
    case FlipEditKind::Ordered:
        domain->ordered = edit.value != 0;
        break;
    case FlipEditKind::Restricted:
        domain->restricted = edit.value != 0;
        break;
    case FlipEditKind::Autostart:
        service->autostart = edit.value != 0;
        break;
    case FlipEditKind::Exclusive:
        service->exclusive = edit.value;
        break;
    case FlipEditKind::GuardForm:
        cluster.guardMode = static_cast<GuardMode>(edit.value);
        break;
    }
    cluster.finish();
}

} // namespace rgsim
