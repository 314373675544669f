#include "rgmanager/stop_advice.h"

namespace rgsim {

namespace {

StopAdvice adviseForOwned(const ServiceRecord& record, StopKind kind, NodeIndex me,
                          const NodeSet& view)
{
    if (record.owner == me || record.owner == noNode)
        return {StopAction::Run, ReturnCode::Success, Reason::StopsHere};
    if (!view.contains(record.owner))
        return {StopAction::MarkStopped, ReturnCode::Success, Reason::OwnerIsDown};
    if (kind == StopKind::Plain)
        return {StopAction::Nothing, ReturnCode::Success, Reason::RunsElsewhere};
    return {StopAction::Refuse, ReturnCode::Forward, Reason::RunsElsewhere};
}

} // namespace

StopAdvice adviseStop(const ServiceRecord& record, StopKind kind, NodeIndex me, const NodeSet& view)
{
    if (record.frozen)
        return {StopAction::Refuse, ReturnCode::Frozen, Reason::Frozen};
    switch (record.state) {
    case ServiceState::Failed:
    case ServiceState::Recoverable:
        if (kind == StopKind::Disable)
            return {StopAction::Run, ReturnCode::Success, Reason::StopsHere};
        return {StopAction::Refuse, ReturnCode::Fail, Reason::RecordFailed};
    case ServiceState::Stopping:
    case ServiceState::Started:
    case ServiceState::Checking:
    case ServiceState::Starting:
    case ServiceState::Recovering:
    case ServiceState::Migrating:
        return adviseForOwned(record, kind, me, view);
    case ServiceState::Stopped:
    case ServiceState::Disabled:
    case ServiceState::Uninitialized:
        break;
    }
    if (kind == StopKind::Disable)
        return {StopAction::Run, ReturnCode::Success, Reason::StopsHere};
    return {StopAction::Nothing, ReturnCode::Success, Reason::NothingToStop};
}

} // namespace rgsim
