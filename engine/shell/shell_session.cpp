#include "shell/shell_session.h"

#include "base/limits.h"

namespace rgsim {

namespace {

constexpr int badInput = 2;

} // namespace

ShellOutcome ShellSession::error(std::string what, std::string remedy)
{
    Diagnostics problems;
    problems.error({"rgsim", 0, 0, {}}, std::move(what), std::move(remedy));
    return errors(problems);
}

ShellOutcome ShellSession::errors(const Diagnostics& problems)
{
    std::string text;
    for (const Diagnostic& problem : problems.items())
        text += toString(problem) + '\n';
    return ShellOutcome::failure(std::move(text), badInput);
}

ShellOutcome ShellSession::usedUp()
{
    return error("the run has used up its " + std::to_string(limits::maxRunEvents) + " events",
                 "save it, and begin a new one");
}

ShellOutcome ShellSession::act(PlanEvent event)
{
    if (!run.act(std::move(event)))
        return usedUp();
    run.finishInstant();
    return {};
}

} // namespace rgsim
