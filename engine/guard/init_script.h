// Init scripts as text: a complete one for a program that is given by its command line, and the
// guard put into, brought up to date in, and taken out of a script that somebody else wrote. It
// neither reads nor runs anything.
#pragma once

#include "base/diagnostic.h"
#include "cluster/cluster.h"

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// What the init script of one program is made from.
struct InitScriptSpec {
    /// The name of the script, of its sysconfig file, and in its messages. See isProgramName().
    std::string program;
    /// Off: no guard. Exact: an error, there is no script of that form.
    GuardMode form = GuardMode::Published;
    /// The program and its arguments, one word each; they are quoted, nothing in them is expanded.
    /// Empty: the script is complete, but its start says that the command is still to be entered.
    std::vector<std::string> command{};
    /// Where the running program leaves its process id; empty: /var/run/<program>.pid.
    std::string pidFile{};
    /// The program does not go into the background by itself: the script does that for it, and
    /// writes the pid file.
    bool staysInForeground = false;
    std::string description{}; ///< one line for chkconfig; empty: "<program>, started by rgmanager"
    std::string sysconfigFile{}; ///< empty: /etc/sysconfig/<program>
};

/// Whether @p name can be an init script's name: letters of ASCII, digits and `_ . + @ -`, the
/// first of them a letter, digit or `_`, at most 100 in all. Nothing else would survive the shell,
/// `ps -C` and chkconfig.
bool isProgramName(std::string_view name);

/// An error that says so if @p name is none.
void checkProgramName(const std::string& name, Diagnostics& problems);

/// /etc/sysconfig/<program>, or what the specification says instead.
std::string sysconfigFileOf(const InitScriptSpec& spec);

/// /etc/rc.d/init.d/<program>: LSB header, chkconfig line, start, stop, status and restart, and the
/// guard. Errors: a name, path, word or description that is refused, and why.
Result<std::string> initScriptText(const InitScriptSpec& spec);

/// @p existing with the guard of @p spec (of which only program, form and sysconfigFile count). A
/// guard of ours that is there is brought up to date where it stands; with GuardMode::Off it is
/// removed. Otherwise its functions go before the script's start function and its call into it; if
/// there is none that can take a line, both go before the `case` over the first argument. All other
/// bytes stay. Errors: no shell script, no place found, a guard typed by hand, a function of the
/// guard's name, markers without their partner. Warning: a script for /bin/sh, which must be bash.
Result<std::string> withGuard(const std::string& existing, const InitScriptSpec& spec);

/// @p text without our guard: the original, if withGuard() put it there. The same text if it has
/// none, or if its markers lack their partner.
std::string withoutGuard(const std::string& text);

} // namespace rgsim
