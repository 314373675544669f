#include "guard/guard.h"

#include "base/joined.h"
#include "guard/clustat_text.h"
#include "guard/published_guard.h"

#include <algorithm>
#include <tuple>

namespace rgsim {
namespace {

bool contains(const std::vector<std::string_view>& words, std::string_view name)
{
    return std::find(words.begin(), words.end(), name) != words.end();
}

/// The local node as clustat marks it; the host's name only if clustat marks none.
std::string_view localName(const ClustatView& view, const std::string& hostname)
{
    for (const ClustatNode& node : view.nodes) {
        if (node.local)
            return node.name;
    }
    return hostname;
}

/// When this service began to start, in clustat's seconds. A service whose record does not say
/// `starting` on this node was not started by rgmanager, and stands last.
std::int64_t startingSince(const ClustatService* own, std::string_view here, std::int64_t now)
{
    const bool isStarting =
        own != nullptr && own->state == ServiceState::Starting && own->owner == here;
    return isStarting ? clustatSeconds(own->lastTransition) : now;
}

const ClustatService* findService(const ClustatView& view, std::string_view name)
{
    for (const ClustatService& service : view.services) {
        if (service.name == name)
            return &service;
    }
    return nullptr;
}

void refuse(GuardVerdict& verdict, GuardFinding finding, std::string reason)
{
    verdict.refuses = true;
    verdict.finding = finding;
    verdict.reason = std::move(reason);
}

struct Colliders {
    std::vector<std::string> shown; ///< as in the message
    bool anyStarting = false;
};

/// The hardened form's colliders: who is started here, or is starting here and comes first.
Colliders collidersAhead(const GuardConfig& config, const ClustatView& view, std::string_view here,
                         GuardVerdict& verdict)
{
    const std::vector<std::string_view> words = collisionWords(config);
    const std::int64_t now = clustatSeconds(view.now);
    const std::int64_t since = startingSince(findService(view, config.myService), here, now);
    const bool isSettled = now > since;
    Colliders colliders;
    for (const ClustatService& other : view.services) {
        if (other.owner != here || other.name == config.myService || !contains(words, other.name))
            continue;
        const std::int64_t otherSince = clustatSeconds(other.lastTransition);
        const bool comesFirst =
            !isSettled || std::tie(otherSince, other.name) < std::tie(since, config.myService);
        const bool isAhead = other.state == ServiceState::Starting && comesFirst;
        if (other.state != ServiceState::Started && !isAhead)
            continue;
        colliders.shown.push_back(other.name + (isAhead ? " (starting)" : ""));
        colliders.anyStarting = colliders.anyStarting || isAhead;
        verdict.found.push_back(other.name);
    }
    return colliders;
}

} // namespace

const char* describe(GuardHazard hazard)
{
    switch (hazard) {
    case GuardHazard::CollidersUnnoticed:
        return "two or more colliding services were found here, and the shell's test failed on "
               "them";
    case GuardHazard::InstancesUnnoticed:
        return "two or more instances were found, and the shell's test failed on them";
    case GuardHazard::NamePattern:
        return "a service's name, taken as a pattern, matched the line of another service";
    case GuardHazard::HostPattern:
        return "the host's name, taken as a pattern, matched a line that this node does not own";
    case GuardHazard::StateElsewhere:
        return "the word \"started\" was found in a line whose state is another";
    case GuardHazard::OtherLine:
        return "a line outside clustat's service table matched";
    case GuardHazard::NameCut:
        return "a name is wider than clustat's column, so it never matches as written";
    case GuardHazard::PatternRejected:
        return "grep takes a name for a faulty pattern or an option, so it never matches";
    case GuardHazard::PatternNotModelled:
        return "a name is a pattern that the simulator does not evaluate; it is taken not to match";
    case GuardHazard::GlobCharacter:
        return "the shell replaces a name by the names of files if some match it";
    case GuardHazard::StartingUnseen:
        return "a colliding service is starting on this node and is not seen";
    case GuardHazard::ClustatBlind:
        return "clustat shows no services, so the guard lets every start pass";
    case GuardHazard::MissedCollision:
        return "the start goes on although a collision is there to see";
    case GuardHazard::NeedlessRefusal:
        break;
    }
    return "the start is refused without a collision";
}

bool GuardVerdict::has(GuardHazard hazard) const
{
    return std::find(hazards.begin(), hazards.end(), hazard) != hazards.end();
}

std::vector<std::string_view> splitWords(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n";
    std::vector<std::string_view> words;
    for (std::size_t begin = text.find_first_not_of(blanks); begin != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(blanks, end);
    }
    return words;
}

std::vector<std::string_view> collisionWords(const GuardConfig& config)
{
    std::vector<std::string_view> words;
    for (const std::string& entry : config.collisions) {
        for (const std::string_view word : splitWords(entry))
            words.push_back(word);
    }
    return words;
}

SimDuration guardLookDelay(GuardMode mode, const GuardConfig& config)
{
    const bool waits =
        mode == GuardMode::Hardened && config.enabled && !collisionWords(config).empty();
    return waits ? hardenedLookDelay : SimDuration{};
}

GuardVerdict exactVerdict(const GuardConfig& config, const ClustatView& view,
                          const std::string& hostname)
{
    GuardVerdict verdict;
    const std::vector<std::string_view> words = collisionWords(config);
    const ClustatService* own = nullptr;
    bool anyStarting = false;
    for (const ClustatService& service : view.services) {
        const bool isOwn = service.name == config.myService;
        if (isOwn)
            own = &service;
        const bool counts =
            service.state == ServiceState::Started || service.state == ServiceState::Starting;
        if (!counts || service.owner != hostname || !contains(words, service.name))
            continue;
        if (service.state == ServiceState::Started)
            verdict.found.push_back(service.name);
        else
            anyStarting = anyStarting || !isOwn;
    }
    const bool isElsewhere = own != nullptr && own->state == ServiceState::Started &&
                             !own->owner.empty() && own->owner != hostname;
    if (!verdict.found.empty()) {
        refuse(verdict, GuardFinding::Collision,
               "started on " + hostname + ": " + joined(verdict.found, ", "));
    } else if (isElsewhere) {
        verdict.found.push_back(own->owner);
        refuse(verdict, GuardFinding::ExistsElsewhere,
               config.myService + " is already started on " + own->owner);
    } else if (anyStarting) {
        verdict.hazards.push_back(GuardHazard::StartingUnseen);
    }
    return verdict;
}

GuardVerdict hardenedVerdict(const GuardConfig& config, const ClustatView& view,
                             const std::string& hostname, bool failsInsteadOfLying)
{
    GuardVerdict verdict;
    if (!clustatShowsServices(view)) {
        verdict.hazards.push_back(GuardHazard::ClustatBlind);
        return verdict;
    }
    const std::string_view here = localName(view, hostname);
    const Colliders colliders = collidersAhead(config, view, here, verdict);
    const ClustatService* own = findService(view, config.myService);
    if (!colliders.shown.empty()) {
        refuse(verdict, GuardFinding::Collision,
               "Cluster, collision " + config.prog + ": " + joined(colliders.shown, ", "));
        if (colliders.anyStarting)
            verdict.delay = hardenedYieldDelay;
    } else if (own != nullptr && !own->owner.empty() && own->owner != here &&
               (own->state == ServiceState::Started || own->state == ServiceState::Starting)) {
        verdict.found.push_back(own->owner);
        refuse(verdict, GuardFinding::ExistsElsewhere,
               "Cluster, " + config.prog + " exists: " + own->owner);
    }
    verdict.reportsFailure = verdict.refuses && failsInsteadOfLying;
    return verdict;
}

GuardVerdict guardVerdict(GuardMode mode, const GuardConfig& config, const ClustatView& view,
                          const std::string& hostname, bool failsInsteadOfLying)
{
    if (!config.enabled)
        return {};
    switch (mode) {
    case GuardMode::Published:
        return publishedVerdict(config, view, hostname);
    case GuardMode::Exact:
        return exactVerdict(config, view, hostname);
    case GuardMode::Hardened:
        return hardenedVerdict(config, view, hostname, failsInsteadOfLying);
    case GuardMode::Off:
        break;
    }
    return {};
}

} // namespace rgsim
