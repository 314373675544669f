// A line of input on a terminal, with editing, history and completion; the only place that knows
// GNU Readline. Never to be made where standard input is no terminal: it keeps a file.
#pragma once

#include "shell/cluster_shell.h"

#include <functional>
#include <optional>
#include <string>

namespace rgsim {

/// Where the shell keeps its history: $XDG_STATE_HOME/rgsim/history, or ~/.local/state/….
/// Empty if neither variable is set.
std::string shellHistoryPath();

/// At most one at a time: Readline has one state.
class LineEditor {
public:
    using Completer = std::function<ShellCompletions(const std::string& line, std::size_t cursor)>;

    /// Reads the history; a missing file is none.
    LineEditor(Completer completer, std::string historyPath);
    /// Writes the history; who cannot write it goes without.
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    /// Nothing at the end of the input. Ctrl+C empties the line.
    std::optional<std::string> read(const std::string& prompt);

private:
    std::string m_historyPath;
};

} // namespace rgsim
