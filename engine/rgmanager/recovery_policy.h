// Which way a failed service is recovered. Pure. rgmanager: handle_recover_req.
#pragma once

#include "cluster/cluster.h"
#include "rgmanager/decision.h"

namespace rgsim {

enum class RecoveryAction : std::uint8_t { Disable, Relocate, Restart };

struct RecoveryChoice {
    RecoveryAction action = RecoveryAction::Restart;
    Reason reason = Reason::PolicyRestart;
};

/// @p limitReached: the node's restart counter for the service says "exceeded".
inline RecoveryChoice chooseRecovery(RecoveryPolicy policy, bool limitReached)
{
    if (policy == RecoveryPolicy::Disable)
        return {RecoveryAction::Disable, Reason::PolicyDisable};
    if (policy == RecoveryPolicy::Relocate)
        return {RecoveryAction::Relocate, Reason::PolicyRelocate};
    if (!limitReached)
        return {RecoveryAction::Restart, Reason::PolicyRestart};
    if (policy == RecoveryPolicy::RestartDisable)
        return {RecoveryAction::Disable, Reason::RestartsExceeded};
    return {RecoveryAction::Relocate, Reason::RestartsExceeded};
}

} // namespace rgsim
