// A shell on the nodes of a simulated cluster, without a terminal: executes one line after the
// other on a run that goes on only when it is told to. The command line and the window put a
// prompt and a line editor around it.
#pragma once

#include "shell/shell_outcome.h"
#include "shell/shell_session.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

struct ShellCompletions {
    std::size_t from = 0; ///< the candidates replace the line from here to the cursor
    std::vector<std::string> candidates; ///< sorted, each once, quoted where a shell needs it
    bool wantsFile = false;              ///< the name of a file belongs here
};

class ClusterShell {
public:
    /// Time 0 has happened already. @p writer is what `save` uses; null: nothing can be saved.
    explicit ClusterShell(ScenarioFile file, ShellFileWriter writer = {})
        : m_session(std::move(file), std::move(writer))
    {
    }

    /// Executes @p line: a command, nothing, or a comment. Never asks back. An empty line and a
    /// comment end with the code of the line before.
    ShellOutcome execute(std::string_view line);
    /// The exit code of the last line.
    int lastCode() const { return m_lastCode; }

    /// "[root@node1 00:01:30]# ", with the node's name up to its first dot.
    std::string prompt() const;
    ShellCompletions completions(std::string_view line, std::size_t cursor) const;

    const LiveRun& run() const { return m_session.run; }
    NodeIndex node() const { return m_session.node; }
    const std::vector<std::string>& history() const { return m_session.history; }
    /// Width of the terminal; 80 if there is none.
    void setColumns(int columns) { m_session.columns = columns; }
    /// The text in which the lines of explanations count: the cluster.conf or the scenario.
    void setSourceText(std::string text) { m_session.sourceText = std::move(text); }

private:
    ShellOutcome dispatch(const std::vector<std::string>& words);

    ShellSession m_session;
    int m_lastCode = 0;
};

} // namespace rgsim
