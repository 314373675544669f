// The files of the sandbox in which init scripts are tried out, and the bubblewrap arguments that
// make a root of them: harmless tools, a simulated clustat, and nothing else of the machine. It
// starts nothing.
#pragma once

#include "base/diagnostic.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace rgsim {

/// A script that is to be tried out.
struct SandboxScript {
    std::string name; ///< below /etc/rc.d/init.d; see isProgramName()
    std::string text;
    std::vector<std::string> settings; ///< the files below /etc/sysconfig that get its settings
};

/// Where in the sandbox's folder what is; the script sees the names in brackets.
namespace sandbox {
/// Written by rgsim, read-only for the script [/rgsim/state].
inline const QString state = QStringLiteral("/state");
/// Written by the script, not to be trusted [/rgsim/exchange].
inline const QString exchange = QStringLiteral("/exchange");
/// [/etc]
inline const QString etc = QStringLiteral("/etc");
} // namespace sandbox

/// The path of bubblewrap's program; empty if it is not installed.
QString sandboxProgram();

/// Writes everything below @p folder, which exists and is empty. Programs that a script names by
/// their path become stand-ins that only note their call. Errors: a file that cannot be written.
Diagnostics layOutSandbox(const QString& folder, const std::vector<SandboxScript>& scripts);

/// What makes bubblewrap run a command in there: own processes, own network (none), own root, an
/// empty environment. The command and its arguments are to be appended.
QStringList sandboxArguments(const QString& folder, const std::vector<SandboxScript>& scripts);

/// The command that runs scripts; see resources/sandbox/driver.sh.
QStringList sandboxDriver(bool isQuick);

/// Writes @p text to the file @p path, which is replaced.
bool writeSandboxFile(const QString& path, const std::string& text);

} // namespace rgsim
