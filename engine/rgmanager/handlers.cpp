#include "rgmanager/handlers.h"

namespace rgsim {

Step callAndContinue(Frame& frame, int next, const Frame& callee)
{
    frame.step = static_cast<std::uint8_t>(next);
    Step step;
    step.flow = Step::Flow::Call;
    step.callee = callee;
    return step;
}

Frame plainFrame(Handler handler)
{
    Frame frame;
    frame.handler = handler;
    return frame;
}

Frame startRequestFrame(Request request)
{
    Frame frame = plainFrame(Handler::StartRequest);
    frame.request = request;
    return frame;
}

Frame remoteStartFrame(Request request)
{
    Frame frame = plainFrame(Handler::RemoteStart);
    frame.request = request;
    return frame;
}

Frame startFrame(Request request)
{
    Frame frame = plainFrame(Handler::Start);
    frame.request = request;
    return frame;
}

Frame stopFrame(StopKind kind)
{
    Frame frame = plainFrame(Handler::Stop);
    frame.position = static_cast<std::int32_t>(kind);
    return frame;
}

Frame relocateFrame(Request request, NodeIndex target)
{
    Frame frame = plainFrame(Handler::Relocate);
    frame.request = request;
    frame.original = request;
    frame.target = target;
    return frame;
}

void explainStep(Manager& m, const Task& task, DecisionKind kind, Reason reason, Request request,
                 ReturnCode code, NodeIndex other)
{
    if (!m.wantsReasons(task.service))
        return;
    Decision decision;
    decision.kind = kind;
    decision.reason = reason;
    decision.by = task.node;
    decision.service = task.service;
    decision.request = request;
    decision.code = code;
    decision.other = other;
    decision.line = m.cluster.service(task.service).line;
    m.explain(std::move(decision));
}

} // namespace rgsim
