// The commands that look at the run or keep it: status, log, why, save, history. None of them lets
// time go on.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

/// The clock, the nodes, and each service's record beside where it really runs.
ShellOutcome statusCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// rgmanager's log lines: all, the last N, or with "last" those of the last command that let time
/// go on.
ShellOutcome logCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// `why [SERVICE] [at TIME]`: the decisions of now, or the last ones before.
ShellOutcome whyCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// Writes the scenario with all that was done, ending now.
ShellOutcome saveCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome historyCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
