// The steps of rgmanager's request handlers. Each function continues one frame: it looks at the
// step it has reached and either calls another handler, returns a code, or waits. One handler, one
// file; worker.cpp drives them.
#pragma once

#include "rgmanager/manager.h"
#include "rgmanager/stop_advice.h"
#include "rgmanager/task.h"

namespace rgsim {

struct Step {
    enum class Flow : std::uint8_t { Call, Return, Wait };
    Flow flow = Flow::Return;
    ReturnCode code = ReturnCode::Success;
    Frame callee;
};

inline Step finishWith(ReturnCode code)
{
    Step step;
    step.code = code;
    return step;
}
inline Step waitHere()
{
    Step step;
    step.flow = Step::Flow::Wait;
    return step;
}
/// Goes on in @p frame's step @p next when the called handler has returned.
Step callAndContinue(Frame& frame, int next, const Frame& callee);

// Frames of the handlers, ready to be called.
Frame startRequestFrame(Request request);               ///< handle_start_req
Frame remoteStartFrame(Request request);                ///< handle_start_remote_req
Frame startFrame(Request request);                      ///< svc_start
Frame stopFrame(StopKind kind);                         ///< svc_stop, svc_disable
Frame relocateFrame(Request request, NodeIndex target); ///< handle_relocate_req
Frame plainFrame(Handler handler);                      ///< handlers without parameters

// The handlers. @p result is what the handler called last returned; meaningless in the first step.
Step stepStartRequest(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepRemoteStart(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepStart(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepStop(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepRelocate(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepStatus(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepRecover(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepTreeStart(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepTreeStop(Manager& m, Task& task, Frame& frame, ReturnCode result);
Step stepTreeWalk(Manager& m, Task& task, Frame& frame, ReturnCode result);

/// rgmanager: svc_fail.
void failService(Manager& m, ServiceIndex service, NodeIndex me);

/// Ends a stop by the record: rgmanager's _svc_stop_finish.
void finishStop(Manager& m, ServiceIndex service, NodeIndex me, bool failed, ServiceState wanted);

/// Results of a tree's check.
constexpr ReturnCode checkPassed = ReturnCode::Success;
constexpr ReturnCode checkFailed = ReturnCode::Fail;
constexpr ReturnCode checkRecoverable = ReturnCode::Again;

/// Records why the task's handler went on as it did; does nothing if nobody asked.
void explainStep(Manager& m, const Task& task, DecisionKind kind, Reason reason, Request request,
                 ReturnCode code = ReturnCode::Success, NodeIndex other = noNode);

} // namespace rgsim
