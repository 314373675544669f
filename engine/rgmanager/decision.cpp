#include "rgmanager/decision.h"

#include <array>
#include <cstddef>

namespace rgsim {

namespace {

struct ReasonText {
    Reason reason;
    const char* text;
};

constexpr std::array reasonTexts = {
    ReasonText{Reason::Frozen, "the service is frozen"},
    ReasonText{Reason::AlreadyMine, "the record says it is started here already"},
    ReasonText{Reason::Disabled, "the service is disabled"},
    ReasonText{Reason::AutostartOff,
               "autostart is off and it was never started: written as disabled"},
    ReasonText{Reason::DependencyNotStarted, "the service it depends on is not started"},
    ReasonText{Reason::ExclusiveButNodeBusy, "it is exclusive and this node has a service"},
    ReasonText{Reason::NodeRunsExclusive, "this node has an exclusive service"},
    ReasonText{Reason::ScoreBest, "this node scores best: a start is queued"},
    ReasonText{Reason::ScoreNotBest, "a better node of its domain is online"},
    ReasonText{Reason::DomainUnavailable,
               "its domain is restricted and none of its nodes is online: a stop is queued"},
    ReasonText{Reason::ScoreIllegal, "its domain does not allow this node"},
    ReasonText{Reason::BetterNode, "the node that came up scores better: a relocation is queued"},
    ReasonText{Reason::NoBetterNode, "the node that came up does not score better"},
    ReasonText{Reason::NotMineToMove, "it is not started or starting on this node"},
    ReasonText{Reason::LeftAlone, "disabled, failed and recovering services are left alone"},
    ReasonText{Reason::ManagerLocked,
               "this node's rgmanager is locked: nothing is evaluated or started"},
    ReasonText{Reason::DependencyMet,
               "its dependency is met, and only a stopped service is started by a start"},
    ReasonText{Reason::DependencyLost, "its dependency is gone: a stop is queued"},
    ReasonText{Reason::NothingToDo, "nothing to do"},
    ReasonText{Reason::HighestScore, "highest score"},
    ReasonText{Reason::HighestIdAmongEquals, "highest id among equals"},
    ReasonText{Reason::OnlyCandidate, "the only node that qualifies"},
    ReasonText{Reason::NoCandidate, "no node qualifies"},
    ReasonText{Reason::RecordAllows, "the record allows a start"},
    ReasonText{Reason::TakeOver, "the owner is down: it is taken over"},
    ReasonText{Reason::AlreadyRunning, "the record shows it with an owner that is online"},
    ReasonText{Reason::RecordFailed, "the record is failed: only disabling it helps"},
    ReasonText{Reason::NeedsEnable, "it is disabled: only an enable or a relocation starts it"},
    ReasonText{Reason::BeingRecovered, "it is being recovered: only the recovery may start it"},
    ReasonText{Reason::BeingMigrated, "it is being migrated"},
    ReasonText{Reason::ExclusiveConflict, "an exclusive service and another would meet"},
    ReasonText{Reason::MayStartHere, "domain, exclusiveness and dependency allow it here"},
    ReasonText{Reason::StopsHere, "it is this node's to stop"},
    ReasonText{Reason::RunsElsewhere, "another node that is online owns it"},
    ReasonText{Reason::NothingToStop, "there is nothing to stop"},
    ReasonText{Reason::OwnerIsDown, "its owner is down: the record is written as stopped"},
    ReasonText{Reason::TargetStarted, "the asked node started it"},
    ReasonText{Reason::TargetRefused, "the asked node could not: the next best is asked"},
    ReasonText{Reason::TargetHasIt, "some node has it already: that counts as success"},
    ReasonText{Reason::TargetAborted, "the asked node could not stop it again: the service failed"},
    ReasonText{Reason::TargetUncertain, "an unexpected answer: the relocation ends, owner unknown"},
    ReasonText{Reason::TargetDied, "the asked node died: counts as a failed start"},
    ReasonText{Reason::NobodyLeft, "no other node is left to ask"},
    ReasonText{Reason::RestartLocally, "nobody else took it: it is started here again"},
    ReasonText{Reason::NoRestartWhileLocked,
               "nobody else took it, and a locked rgmanager does not start it here again"},
    ReasonText{Reason::PreferredOffline, "the wished node is not online: any node will do"},
    ReasonText{Reason::PolicyDisable, "recovery policy disable: it is disabled"},
    ReasonText{Reason::PolicyRelocate, "recovery policy relocate: it goes to another node"},
    ReasonText{Reason::PolicyRestart, "recovery policy restart: it is started again here"},
    ReasonText{Reason::RestartsExceeded, "too many restarts on this node: it goes to another"},
    ReasonText{Reason::GuardFree, "the guard sees no collision"},
    ReasonText{Reason::GuardCollision, "the guard sees a collision and starts nothing"},
    ReasonText{Reason::GuardRunsElsewhere, "the guard sees the service on another node"},
    ReasonText{Reason::GuardBlind, "the guard overlooks a collision and starts the service"},
    ReasonText{Reason::CheckFailed, "a status check failed: the service has failed"},
    ReasonText{Reason::CheckForgiven, "a failed status check was forgiven (__max_failures)"},
    ReasonText{Reason::CheckKnownFailure, "no check was due and the known result is a failure"},
    ReasonText{Reason::CheckRecovered, "a failed check was mended by the agent's recover action"},
    ReasonText{Reason::CheckInline, "only an independent subtree failed: it is restarted in place"},
};

} // namespace

const char* sentence(Reason reason)
{
    for (const ReasonText& entry : reasonTexts) {
        if (entry.reason == reason)
            return entry.text;
    }
    return "";
}

const char* sentence(Exclusion exclusion)
{
    switch (exclusion) {
    case Exclusion::None:
        return "";
    case Exclusion::NotOnline:
        return "not online";
    case Exclusion::IsOwner:
        return "the present owner, excluded";
    case Exclusion::ScoreIllegal:
        return "outside its restricted domain";
    case Exclusion::HasServices:
        return "has services, and this one is exclusive";
    case Exclusion::RunsExclusive:
        return "runs an exclusive service";
    case Exclusion::LowerScore:
        return "lower score";
    case Exclusion::LowerId:
        return "equal score, lower id";
    case Exclusion::AlreadyAsked:
        return "asked before in this relocation";
    case Exclusion::NotWished:
        return "another node is wished";
    }
    return "";
}

const char* rgmanagerFunction(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::ConsiderStart:
        return "consider_start";
    case DecisionKind::ConsiderRelocate:
        return "consider_relocate";
    case DecisionKind::Dependency:
        return "group_event";
    case DecisionKind::TargetChoice:
        return "best_target_node";
    case DecisionKind::StartRequest:
        return "handle_start_req";
    case DecisionKind::Start:
        return "svc_advise_start";
    case DecisionKind::Stop:
        return "svc_advise_stop";
    case DecisionKind::Relocate:
        return "handle_relocate_req";
    case DecisionKind::Recovery:
        return "handle_recover_req";
    case DecisionKind::Guard:
        return "the init script";
    case DecisionKind::Check:
        return "do_status";
    }
    return "";
}

const char* toString(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::ConsiderStart:
        return "consider start";
    case DecisionKind::ConsiderRelocate:
        return "consider relocation";
    case DecisionKind::Dependency:
        return "dependency";
    case DecisionKind::TargetChoice:
        return "target";
    case DecisionKind::StartRequest:
        return "start request";
    case DecisionKind::Start:
        return "start";
    case DecisionKind::Stop:
        return "stop";
    case DecisionKind::Relocate:
        return "relocation";
    case DecisionKind::Recovery:
        return "recovery";
    case DecisionKind::Guard:
        return "guard";
    case DecisionKind::Check:
        return "status check";
    }
    return "";
}

} // namespace rgsim
