// clusvcadm as it is typed on a simulated node: options, messages and exit codes of clusvcadm(8).
// It gives the request to the node's rgmanager and waits for the answer in simulated time.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

ShellOutcome clusvcadmCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
