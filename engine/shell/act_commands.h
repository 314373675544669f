// The commands that let something happen to the simulated cluster that nobody types on a real one:
// crashes, cut networks, killed processes, scripts that misbehave. They take the words of the
// options of "rgsim run", without the time: it is now.
#pragma once

#include "shell/shell_session.h"

namespace rgsim {

ShellOutcome crashCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome powerCycleCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// The node is up after its boot time.
ShellOutcome powerOnCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome leaveCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// The nodes are up at once.
ShellOutcome bootCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome isolateCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome healCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome killCommand(ShellSession& session, const std::vector<std::string>& arguments);
/// A request as in --admin; unlike clusvcadm it does not wait for the answer.
ShellOutcome adminCommand(ShellSession& session, const std::vector<std::string>& arguments);
// Script faults begin now unless "from" says otherwise; "for 20s" may stand instead of "to".
ShellOutcome failCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome hangCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome slowCommand(ShellSession& session, const std::vector<std::string>& arguments);
ShellOutcome failFencingCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
