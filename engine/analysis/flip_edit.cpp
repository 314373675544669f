#include "analysis/flip_edit.h"

#include <algorithm>
#include <charconv>
#include <utility>

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

void addMember(FailoverDomain& domain, NodeIndex node)
{
    int last = 0;
    for (const DomainMember& member : domain.members)
        last = std::max(last, member.priority);
    const int behind = std::min(last + 1, greatestPriority);
    domain.members.push_back({node, domain.ordered ? behind : 0, 0});
}

void addNode(Cluster& cluster)
{
    Node node = cluster.nodes.back();
    node.name = nextNodeName(cluster);
    node.line = 0;
    ++node.id;
    for (FailoverDomain& domain : cluster.domains) {
        if (domain.restricted)
            addMember(domain, static_cast<NodeIndex>(cluster.nodeCount()));
    }
    // The special rule for two nodes is wrong for three; without it all votes are expected.
    if (cluster.twoNode)
        cluster.expectedVotes = 0;
    else if (cluster.expectedVotes > 0)
        cluster.expectedVotes += node.votes;
    cluster.twoNode = false;
    cluster.nodes.push_back(std::move(node));
}

// Where the service may run stays as it is.
void giveOwnDomain(Cluster& cluster, Service& service, NodeIndex first, NodeIndex second)
{
    FailoverDomain own;
    own.name = service.name;
    while (cluster.domainByName(own.name) != noDomain)
        own.name += "_own";
    own.ordered = true;
    own.members = {{first, leastPriority, 0}, {second, leastPriority + 1, 0}};
    if (service.domain != noDomain) {
        const FailoverDomain& old = cluster.domain(service.domain);
        own.restricted = old.restricted;
        own.nofailback = old.nofailback;
        for (const DomainMember& member : old.members) {
            if (member.node != first && member.node != second)
                own.members.push_back({member.node, leastPriority + 2, 0});
        }
    }
    service.domainName = own.name;
    cluster.domains.push_back(std::move(own));
}

void guardTheRules(Cluster& cluster, GuardMode mode)
{
    if (cluster.guardMode == GuardMode::Off)
        cluster.guardKeepApartRules();
    cluster.guardMode = mode;
}

} // namespace

std::string nextNodeName(const Cluster& cluster)
{
    const std::string& last = cluster.nodes.back().name;
    const std::size_t stem = std::min(last.find('.'), last.size());
    std::size_t digits = stem;
    while (digits > 0 && last[digits - 1] >= '0' && last[digits - 1] <= '9')
        --digits;
    int number = 0;
    constexpr std::size_t mostDigits = 6;
    if (stem - digits <= mostDigits)
        std::from_chars(last.data() + digits, last.data() + stem, number);
    else
        digits = stem;
    std::string name;
    do {
        name = last.substr(0, digits) + std::to_string(++number) + last.substr(stem);
    } while (cluster.nodeByName(name) != noNode);
    return name;
}

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
    case FlipEditKind::GuardRules:
        guardTheRules(cluster, static_cast<GuardMode>(edit.value));
        break;
    case FlipEditKind::GuardFails:
        guardTheRules(cluster, GuardMode::Hardened);
        cluster.hardenedGuardFails = true;
        break;
    case FlipEditKind::Member:
        addMember(*domain, edit.node);
        break;
    case FlipEditKind::OwnDomain:
        giveOwnDomain(cluster, *service, edit.node, static_cast<NodeIndex>(edit.value));
        break;
    case FlipEditKind::MoreNodes:
        addNode(cluster);
        break;
    }
    cluster.finish();
}

} // namespace rgsim
