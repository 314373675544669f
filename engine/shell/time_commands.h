// The commands that let simulated time go on: by a span, to a time, or until something is so. What
// happens meanwhile is the simulation's business.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

/// `advance 30s`, `advance to 2min`.
ShellOutcome advanceCommand(ShellSession& session, const std::vector<std::string>& arguments);

/// `until started service:meow within 5min`; see the user guide for what can be waited for. Ends
/// with 1 if it did not come, and then the whole time has gone by.
ShellOutcome untilCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
