// What can go wrong in a cluster, by name: one value for each thing that was found, with the
// sequence of events that shows it. Says nothing about how it is found or what helps.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "world/fault_plan.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace rgsim {

enum class HazardKind : std::uint8_t {
    RunTogether,      ///< services that must stay apart really run on one node
    ColdStartRace,    ///< … because both were starting when their guards looked
    BlindGuard,       ///< the published guard stumbles over two names at once and lets a start pass
    NamePattern,      ///< a name matched another service's line as a pattern
    HostPattern,      ///< a host's name matched another host's as a pattern
    PhantomStart,     ///< a refused start was reported as success: started, and nothing runs
    FutileRestarts,   ///< restarted in place although the guard cannot but refuse again
    NeverLeaves,      ///< … for ever: it never leaves its node
    PingPong,         ///< moves to and fro between nodes for ever while a free one exists
    BadTarget,        ///< moved onto a node where it must not run while a good one was free
    RestartStorm,     ///< restarted or moved for ever for another reason
    LeftOff,          ///< stopped, failed, disabled or phantom at rest though a node could run it
    EmptyDomain,      ///< no node of its restricted domain is left, others are
    ExclusiveNowhere, ///< exclusive services leave it no node
    DependencyDeadlock, ///< services wait for each other for ever
    QuorumLost,         ///< the survivors of one failure have no quorum and stop everything
    RunsTwice,          ///< one service really runs on two nodes
    AllOnOneNode,       ///< a cold start puts every service on one node while others idle
};
/// A hyphenated word: "run-together", "ping-pong".
const char* toString(HazardKind kind);
std::optional<HazardKind> hazardKindByName(std::string_view name);
/// All kinds, in the order in which they are reported.
const std::vector<HazardKind>& allHazardKinds();

struct Hazard {
    HazardKind kind = HazardKind::RunTogether;
    std::vector<ServiceIndex> services; ///< ascending; may be empty: about nodes only
    std::vector<NodeIndex> nodes;       ///< where it shows, in the order of the story
    SimTime at;                         ///< when it shows first
    SimDuration lasts;                  ///< how long in the run that shows it; zero: an instant
    bool forGood = false;               ///< it is still so when the cluster has come to rest
    std::vector<int> lines; ///< of the configuration, ascending: what it comes from; may be empty

    /// The same thing going wrong, wherever and whenever.
    bool isSameAs(const Hazard& other) const
    {
        return kind == other.kind && services == other.services;
    }
};

} // namespace rgsim
