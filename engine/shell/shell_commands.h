// The table of the shell's commands: name, help, what may stand behind the name, and the function
// that carries it out. Knows no line and no completion.
#pragma once

#include "shell/shell_session.h"

#include <string_view>
#include <vector>

namespace rgsim {

/// Kinds of names that can stand behind a command, for completion; joined with |.
namespace completes {
constexpr unsigned nothing = 0;
constexpr unsigned nodes = 1;
constexpr unsigned services = 2;
constexpr unsigned resources = 4;
constexpr unsigned commands = 8;
constexpr unsigned files = 16; ///< the terminal's business
} // namespace completes

struct ShellCommand {
    const char* name;
    const char* synopsis; ///< what stands behind the name; may be ""
    const char* help;     ///< one or more sentences
    /// Fixed words that may stand behind it, separated by blanks.
    const char* words;
    unsigned names; ///< of `completes`
    /// Typed on the current node: it must be switched on, and its clock is the run's.
    bool isOnNode;
    ShellFunction run;
};

/// In the order of the help.
const std::vector<ShellCommand>& shellCommands();
/// Null: there is none.
const ShellCommand* shellCommand(std::string_view name);
std::vector<std::string> shellCommandNames();

/// The exit code of a shell that does not know a command.
constexpr int noSuchCommand = 127;

/// Carries out @p command. What is typed on a node fails if that is off, or dies meanwhile.
ShellOutcome runCommand(ShellSession& session, const ShellCommand& command,
                        const std::vector<std::string>& arguments);

/// The text of `help`, or of `help COMMAND`.
ShellOutcome helpCommand(ShellSession& session, const std::vector<std::string>& arguments);

} // namespace rgsim
