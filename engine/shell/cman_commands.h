// cman_tool, fence_node and "service rgmanager" as they are typed on a simulated node, with the
// messages and exit codes of the real ones. What cman knows and rgsim does not simulate (addresses,
// generations) is left out.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

/// `cman_tool status` and `cman_tool nodes`.
ShellOutcome cmanToolCommand(ShellSession& session, const std::vector<std::string>& arguments);

/// `fence_node NODE`: the node loses its power at once, and gets it back if the scenario lets
/// fenced nodes come back. The others notice after their token timeout, and fence it themselves.
ShellOutcome fenceNodeCommand(ShellSession& session, const std::vector<std::string>& arguments);

/// `service rgmanager start|stop|restart|status`. Stopping stops cman, too, and waits until all
/// services have been stopped; starting starts both.
ShellOutcome serviceCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
