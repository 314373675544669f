// clustat as it is typed on a simulated node: options, output and exit codes of clustat(8). What it
// shows comes from guard/clustat_text.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

/// `clustat -i N` lets time go on and shows the tables six times, N seconds apart: in simulated
/// time nobody can press Ctrl+C.
ShellOutcome clustatCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
