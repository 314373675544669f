// What a stop does, by the record alone. Pure. rgmanager: svc_advise_stop.
#pragma once

#include "base/node_set.h"
#include "rgmanager/decision.h"
#include "rgmanager/request.h"
#include "rgmanager/service_record.h"

namespace rgsim {

/// The ways to ask for a stop.
enum class StopKind : std::uint8_t {
    Plain,   ///< rgmanager's own
    User,    ///< an administrator's, and the first half of a relocation
    Recover, ///< first half of a recovery: ends as recovering
    Disable,
};

enum class StopAction : std::uint8_t {
    Run,         ///< run the tree's stop
    Nothing,     ///< success without doing anything
    MarkStopped, ///< the owner is down: only the record is written
    Refuse,
};

struct StopAdvice {
    StopAction action = StopAction::Nothing;
    ReturnCode code = ReturnCode::Success; ///< Refuse: the answer
    Reason reason = Reason::NothingToStop;
};

StopAdvice adviseStop(const ServiceRecord& record, StopKind kind, NodeIndex me,
                      const NodeSet& view);

} // namespace rgsim
