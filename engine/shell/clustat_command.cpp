#include "shell/clustat_command.h"

#include "guard/clustat_text.h"
#include "shell/command_options.h"
#include "simulation/clustat_view_of.h"

#include <algorithm>
#include <charconv>

namespace rgsim {

namespace {

constexpr int timesShown = 6;
// What the real one returns as -1, as a shell sees it.
constexpr int noRecords = 255;

const char* const usage = "usage: clustat <options>\n"
                          "    -i <interval>      Refresh every <interval> seconds\n"
                          "    -I                 Display local node ID and exit\n"
                          "    -m <member>        Display status of <member> and exit\n"
                          "    -s <service>       Display status of <service> and exit\n"
                          "    -v                 Display version and exit\n"
                          "    -x                 Dump information as XML\n"
                          "    -Q                 Return 0 if quorate, 1 if not (no output)\n"
                          "    -f                 Enable fast clustat reports\n"
                          "    -l                 Use long format for services\n";

struct ClustatRequest {
    ClustatOptions text;
    std::string member;
    bool asXml = false;
    bool isLong = false;
    bool isOfService() const { return !text.service.empty(); }
};

// clustat: txt_rg_states, xml_rg_states. Without -s the states do not matter.
int codeOfServices(const ClustatView& view, const ClustatRequest& request)
{
    if (!clustatShowsServices(view))
        return noRecords;
    if (!request.isOfService())
        return 0;
    for (const ClustatService& service : view.services) {
        if (service.name != request.text.service)
            continue;
        const bool isWell = service.state == ServiceState::Starting ||
                            service.state == ServiceState::Started ||
                            service.state == ServiceState::Stopping;
        return isWell ? 0 : stateCode(service.state);
    }
    return request.asXml ? 0 : noRecords;
}

ShellOutcome show(const ShellSession& session, const ClustatRequest& request)
{
    const ClustatView view = clustatViewOf(session.run.cluster(), session.run.world(),
                                           session.run.state().manager, session.node);
    ShellOutcome outcome;
    if (!request.member.empty()) {
        outcome.out = clustatMemberText(view, request.member, request.text.columns);
        const auto isIt = [&](const ClustatNode& node) { return node.name == request.member; };
        const auto found = std::find_if(view.nodes.begin(), view.nodes.end(), isIt);
        outcome.code = found != view.nodes.end() && !found->online ? 1 : 0;
        return outcome;
    }
    const int code = codeOfServices(view, request);
    if (request.asXml) {
        outcome.out = clustatXml(view, request.text);
        outcome.code = request.isOfService() ? code : 0;
        return outcome;
    }
    outcome.out =
        request.isLong ? clustatLongText(view, request.text) : clustatText(view, request.text);
    outcome.code = code;
    return outcome;
}

ShellOutcome showAgainAndAgain(ShellSession& session, const ClustatRequest& request,
                               const std::string& interval)
{
    std::int64_t seconds = 0; // like atoi, and then at least 1
    std::from_chars(interval.data(), interval.data() + interval.size(), seconds);
    seconds = std::clamp<std::int64_t>(seconds, 1, 86400);
    session.lastRows = session.run.rows().size();
    ShellOutcome all;
    for (int i = 0; i < timesShown; ++i) {
        if (i > 0)
            session.run.runUntil(session.run.now() + SimDuration::seconds(seconds));
        if (session.run.isUsedUp())
            return ShellSession::usedUp();
        ShellOutcome once = show(session, request);
        all.out += once.out;
        all.code = once.code;
    }
    return all;
}

} // namespace

ShellOutcome clustatCommand(ShellSession& session, const std::vector<std::string>& arguments)
{
    const CommandOptions options = readCommandOptions("clustat", "fIls:m:i:xvQh", arguments);
    if (!options.problem.empty())
        return {usage, options.problem + '\n', 0, false};
    if (options.has('h'))
        return ShellOutcome::success(usage);
    if (options.has('i') && options.has('x'))
        return {"Error: Options '-i' and '-x' are mutually exclusive\n", {}, 1, false};
    if (!clustatWorksOn(session.run.world(), session.node))
        return ShellOutcome::failure("Could not connect to CMAN: No such file or directory\n", 1);
    if (options.has('Q'))
        return {{}, {}, session.here().managerRuns ? 0 : 1, false};
    if (options.has('v'))
        return ShellOutcome::success("clustat version 3.0.12\n");
    if (options.has('I')) {
        std::string digits(8, '0');
        auto rest = static_cast<std::uint32_t>(session.run.cluster().node(session.node).id);
        for (std::size_t i = digits.size(); i-- > 0; rest >>= 4)
            digits[i] = "0123456789abcdef"[rest & 15U];
        return ShellOutcome::success("0x" + digits + '\n');
    }
    ClustatRequest request;
    request.text.columns = session.columns;
    request.text.service = options.value('s').value_or(std::string());
    if (request.isOfService() && request.text.service.find(':') == std::string::npos)
        request.text.service = "service:" + request.text.service;
    request.member = options.value('m').value_or(std::string());
    request.asXml = options.has('x');
    request.isLong = options.has('l');
    if (const std::optional<std::string> interval = options.value('i'))
        return showAgainAndAgain(session, request, *interval);
    return show(session, request);
}

} // namespace rgsim
