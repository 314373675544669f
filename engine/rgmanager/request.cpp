#include "rgmanager/request.h"

#include <algorithm>
#include <array>

namespace rgsim {

namespace {

struct RequestName {
    Request request;
    const char* name;
    bool leavesReply;
};

constexpr std::array<RequestName, 14> requestNames = {{
    {Request::Start, "start", false},
    {Request::StartRemote, "start-remote", false},
    {Request::StartRecover, "start-recover", false},
    {Request::Enable, "enable", true},
    {Request::Relocate, "relocate", true},
    {Request::Stop, "stop-local", false},
    {Request::StopUser, "stop", true},
    {Request::Disable, "disable", true},
    {Request::Restart, "restart", true},
    {Request::Status, "status", false},
    {Request::Freeze, "freeze", true},
    {Request::Unfreeze, "unfreeze", true},
    {Request::Migrate, "migrate", true},
    {Request::Inquiry, "inquiry", false},
}};

const RequestName& row(Request request)
{
    return requestNames[static_cast<std::size_t>(request)];
}

} // namespace

const char* replyName(Request request)
{
    return row(request).name;
}

std::optional<Request> requestByReplyName(std::string_view name)
{
    const auto found = std::find_if(requestNames.begin(), requestNames.end(),
                                    [name](const RequestName& item) { return item.name == name; });
    if (found == requestNames.end())
        return std::nullopt;
    return found->request;
}

bool leavesReply(Request request)
{
    return row(request).leavesReply;
}

Request toRequest(AdminRequest request)
{
    switch (request) {
    case AdminRequest::Enable:
        return Request::Enable;
    case AdminRequest::Disable:
        return Request::Disable;
    case AdminRequest::Stop:
        return Request::StopUser;
    case AdminRequest::Restart:
        return Request::Restart;
    case AdminRequest::Relocate:
        return Request::Relocate;
    case AdminRequest::Migrate:
        return Request::Migrate;
    case AdminRequest::Freeze:
        return Request::Freeze;
    case AdminRequest::Unfreeze:
        break;
    }
    return Request::Unfreeze;
}

const char* toString(ReturnCode code)
{
    switch (code) {
    case ReturnCode::Success:
        return "RG_SUCCESS";
    case ReturnCode::Yes:
        return "RG_YES";
    case ReturnCode::No:
        return "RG_NO";
    case ReturnCode::Fail:
        return "RG_EFAIL";
    case ReturnCode::Abort:
        return "RG_EABORT";
    case ReturnCode::Forward:
        return "RG_EFORWARD";
    case ReturnCode::NoService:
        return "RG_ENOSERVICE";
    case ReturnCode::Deadlock:
        return "RG_EDEADLCK";
    case ReturnCode::Again:
        return "RG_EAGAIN";
    case ReturnCode::Depend:
        return "RG_EDEPEND";
    case ReturnCode::Invalid:
        return "RG_EINVAL";
    case ReturnCode::Quorum:
        return "RG_EQUORUM";
    case ReturnCode::Run:
        return "RG_ERUN";
    case ReturnCode::Frozen:
        return "RG_EFROZEN";
    case ReturnCode::Node:
        return "RG_ENODE";
    case ReturnCode::Fence:
        return "RG_EFENCE";
    case ReturnCode::Script:
        return "RG_ESCRIPT";
    case ReturnCode::Domain:
        return "RG_EDOMAIN";
    case ReturnCode::Exclusive:
        return "RG_EEXCL";
    case ReturnCode::Relocated:
        return "RG_ERELO";
    case ReturnCode::Permission:
        return "RG_EPERM";
    }
    return "RG_?";
}

} // namespace rgsim
