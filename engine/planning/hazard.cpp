#include "planning/hazard.h"

#include <array>
#include <utility>

namespace rgsim {

namespace {

constexpr std::array names{
    std::pair{HazardKind::RunTogether, "run-together"},
    std::pair{HazardKind::ColdStartRace, "cold-start-race"},
    std::pair{HazardKind::BlindGuard, "blind-guard"},
    std::pair{HazardKind::NamePattern, "name-pattern"},
    std::pair{HazardKind::HostPattern, "host-pattern"},
    std::pair{HazardKind::PhantomStart, "phantom-start"},
    std::pair{HazardKind::FutileRestarts, "futile-restarts"},
    std::pair{HazardKind::NeverLeaves, "never-leaves"},
    std::pair{HazardKind::PingPong, "ping-pong"},
    std::pair{HazardKind::BadTarget, "bad-target"},
    std::pair{HazardKind::RestartStorm, "restart-storm"},
    std::pair{HazardKind::LeftOff, "left-off"},
    std::pair{HazardKind::EmptyDomain, "empty-domain"},
    std::pair{HazardKind::ExclusiveNowhere, "exclusive-nowhere"},
    std::pair{HazardKind::DependencyDeadlock, "dependency-deadlock"},
    std::pair{HazardKind::QuorumLost, "quorum-lost"},
    std::pair{HazardKind::RunsTwice, "runs-twice"},
    std::pair{HazardKind::AllOnOneNode, "all-on-one-node"},
};

} // namespace

const char* toString(HazardKind kind)
{
    for (const auto& [known, name] : names) {
        if (known == kind)
            return name;
    }
    return "?";
}

std::optional<HazardKind> hazardKindByName(std::string_view name)
{
    for (const auto& [kind, known] : names) {
        if (name == known)
            return kind;
    }
    return std::nullopt;
}

const std::vector<HazardKind>& allHazardKinds()
{
    static const std::vector<HazardKind> kinds = [] {
        std::vector<HazardKind> made;
        for (const auto& [kind, name] : names)
            made.push_back(kind);
        return made;
    }();
    return kinds;
}

} // namespace rgsim
