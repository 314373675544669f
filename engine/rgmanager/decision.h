// Why rgmanager did what it did: one value per decision with the candidates, what ruled each out,
// the rule that decided, and where it stands in the configuration. Nothing in here decides.
#pragma once

#include "base/ids.h"
#include "base/sim_time.h"
#include "rgmanager/request.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

struct Cluster;

enum class DecisionKind : std::uint8_t {
    ConsiderStart,    ///< a node event: does this node start the service?
    ConsiderRelocate, ///< a better node came up: does the service go there?
    Dependency,       ///< a service event: does a dependent service start or stop?
    TargetChoice,     ///< which node gets the service?
    StartRequest,     ///< may this node carry out the start at all?
    Start,            ///< does the record allow a start?
    Stop,             ///< does the record allow a stop?
    Relocate,         ///< how a relocation goes on after each answer
    Recovery,         ///< what the recovery policy does
    Guard,            ///< what the anti-affinity guard in the script says
    Check,            ///< what a status check means for the service
};

/// What settled a decision. The texts are in decision.cpp, with rgmanager's function.
enum class Reason : std::uint8_t {
    // considering a start or a relocation
    Frozen,
    AlreadyMine,
    Disabled,
    AutostartOff,
    DependencyNotStarted,
    ExclusiveButNodeBusy,
    NodeRunsExclusive,
    ScoreBest,
    ScoreNotBest,
    DomainUnavailable,
    ScoreIllegal,
    BetterNode,
    NoBetterNode,
    NotMineToMove,
    LeftAlone,
    ManagerLocked,
    DependencyMet,
    DependencyLost,
    NothingToDo,
    // choosing a target
    HighestScore,
    HighestIdAmongEquals,
    OnlyCandidate,
    NoCandidate,
    // start request and start
    RecordAllows,
    TakeOver,
    AlreadyRunning,
    RecordFailed,
    NeedsEnable,
    BeingRecovered,
    BeingMigrated,
    ExclusiveConflict,
    MayStartHere,
    // stop
    StopsHere,
    RunsElsewhere,
    NothingToStop,
    OwnerIsDown,
    // relocation
    TargetStarted,
    TargetRefused,
    TargetHasIt,
    TargetAborted,
    TargetUncertain,
    TargetDied,
    NobodyLeft,
    RestartLocally,
    NoRestartWhileLocked,
    PreferredOffline,
    // recovery
    PolicyDisable,
    PolicyRelocate,
    PolicyRestart,
    RestartsExceeded,
    // guard
    GuardFree,
    GuardCollision,
    GuardRunsElsewhere,
    GuardBlind,
    // checks
    CheckFailed,
    CheckForgiven,
    CheckKnownFailure,
    CheckRecovered,
    CheckInline,
};

/// Why a node was not chosen.
enum class Exclusion : std::uint8_t {
    None,
    NotOnline,
    IsOwner,      ///< the node that passed itself in as owner
    ScoreIllegal, ///< its domain is restricted and does not hold it
    HasServices,  ///< the service is exclusive and the node has one already
    RunsExclusive,
    LowerScore,
    LowerId,      ///< equal score, but a higher id follows
    AlreadyAsked, ///< it could not start the service when it was asked before
    NotWished,    ///< another node was wished and is asked first
};

struct Candidate {
    NodeIndex node = noNode;
    int score = 0;
    Exclusion exclusion = Exclusion::None;
    bool chosen = false;
};

struct Decision {
    SimTime at;
    DecisionKind kind = DecisionKind::ConsiderStart;
    Reason reason = Reason::NothingToDo;
    NodeIndex by = noNode;
    ServiceIndex service = noService;
    Request request = Request::Start;
    NodeIndex other = noNode; ///< the node that came, went, was chosen or answered
    ReturnCode code = ReturnCode::Success;
    int line = 0;                ///< the line of the configuration that said so; 0: none
    std::size_t logPosition = 0; ///< rows of the run log that stood before it
    std::vector<Candidate> candidates;
    std::string detail; ///< what the guard saw, which resource failed; may be empty
};

/// One sentence for people: "the record is frozen".
const char* sentence(Reason reason);
const char* sentence(Exclusion exclusion);
/// rgmanager's function in which a decision of this kind is taken.
const char* rgmanagerFunction(DecisionKind kind);
const char* toString(DecisionKind kind);

/// Collects decisions while a run is repeated for its reasons; absent in ordinary runs.
class DecisionSink {
public:
    /// Keeps only decisions with from <= at <= to, about @p service unless it is noService.
    DecisionSink(SimTime from, SimTime to, ServiceIndex service)
        : m_from(from), m_to(to), m_service(service)
    {
    }
    bool wants(SimTime at, ServiceIndex service) const
    {
        return at >= m_from && at <= m_to && (m_service == noService || m_service == service);
    }
    void add(Decision decision) { m_decisions.push_back(std::move(decision)); }
    const std::vector<Decision>& decisions() const { return m_decisions; }

private:
    SimTime m_from;
    SimTime m_to;
    ServiceIndex m_service;
    std::vector<Decision> m_decisions;
};

} // namespace rgsim
