#include "shell/view_commands.h"

#include "analysis/decisions_at.h"
#include "base/duration_text.h"
#include "base/shell_text.h"
#include "formats/scenario_writer.h"
#include "formats/suggestion.h"
#include "report/log_text.h"
#include "report/run_report.h"
#include "report/why_text.h"
#include "shell/status_lines.h"

#include <charconv>

namespace rgsim {

namespace {

using Words = std::vector<std::string>;

ShellOutcome oneWordTooMany(const char* command, const std::string& word)
{
    return ShellSession::error(std::string(command) + ": \"" + word + "\" is one word too many",
                               std::string("see help ") + command);
}

// The text of the last @p count lines.
std::string lastLines(const std::string& text, std::size_t count)
{
    std::size_t at = text.size();
    while (count > 0 && at > 0) {
        const std::size_t end = at > 1 ? text.rfind('\n', at - 2) : std::string::npos;
        at = end == std::string::npos ? 0 : end + 1;
        --count;
    }
    return text.substr(at);
}

} // namespace

ShellOutcome statusCommand(ShellSession& session, const Words& arguments)
{
    if (!arguments.empty())
        return oneWordTooMany("status", arguments[0]);
    return ShellOutcome::success(statusText(session.run));
}

ShellOutcome logCommand(ShellSession& session, const Words& arguments)
{
    if (arguments.size() > 1)
        return oneWordTooMany("log", arguments[1]);
    const std::vector<LogRow>& rows = session.run.rows();
    if (!arguments.empty() && arguments[0] == "last") {
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(session.lastRows);
        return ShellOutcome::success(
            logText(session.run.cluster(), std::vector<LogRow>(from, rows.end())));
    }
    std::string text = logText(session.run.cluster(), rows);
    if (arguments.empty())
        return ShellOutcome::success(std::move(text));
    const std::string& word = arguments[0];
    std::size_t count = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (problem != std::errc() || end != word.data() + word.size())
        return ShellSession::error("log: \"" + word + "\" is not a number of lines",
                                   "give a number, or \"last\"");
    return ShellOutcome::success(lastLines(text, count));
}

ShellOutcome whyCommand(ShellSession& session, const Words& arguments)
{
    ServiceIndex service = noService;
    SimTime at = session.run.now();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word == "at" && i + 1 < arguments.size()) {
            const Result<SimDuration> read = parseDuration(arguments[++i]);
            if (!read.ok())
                return ShellSession::error("why: \"" + arguments[i] +
                                           "\": " + read.diagnostics.items().front().what);
            at = SimTime{} + *read;
            continue;
        }
        service = session.names.service(word);
        if (service == noService)
            service = session.names.service("service:" + word);
        if (service == noService)
            return ShellSession::error("why: there is no service \"" + word + '"',
                                       suggestion(word, session.names.services()));
    }
    if (at > session.run.now())
        return ShellSession::error("why: it is " + clockText(session.run.now()) + " only",
                                   "nothing has been decided after that");
    const DecisionsAt found = decisionsAt(session.run.scenario(), at, SimDuration{}, service);
    return ShellOutcome::success(
        whyText({session.run.cluster(), found, linesOf(session.sourceText)}));
}

ShellOutcome saveCommand(ShellSession& session, const Words& arguments)
{
    if (arguments.size() != 1)
        return ShellSession::error("save: to which file?", "such as save played.json");
    if (!session.writeFile)
        return ShellSession::error("save: nothing can be saved here");
    const std::string text = writeScenario(session.run.recorded()).toStdString();
    if (const std::optional<std::string> problem = session.writeFile(arguments[0], text))
        return ShellSession::error("save: \"" + arguments[0] + "\" cannot be written: " + *problem,
                                   "choose a place that can be written to");
    return ShellOutcome::success("saved; the same again: rgsim run " + shellQuoted(arguments[0]) +
                                 '\n');
}

ShellOutcome historyCommand(ShellSession& session, const Words& arguments)
{
    if (!arguments.empty())
        return oneWordTooMany("history", arguments[0]);
    std::string text;
    for (std::size_t i = 0; i < session.history.size(); ++i) {
        std::string number = std::to_string(i + 1);
        number.insert(0, number.size() < 5 ? 5 - number.size() : 0, ' ');
        text += number + "  " + session.history[i] + '\n';
    }
    return ShellOutcome::success(std::move(text));
}

} // namespace rgsim
