// What the commands of the shell work on: the live run, the node on which they are typed, and what
// the shell remembers. No terminal, no files; what is to be saved goes through a function.
#pragma once

#include "base/diagnostic.h"
#include "formats/cluster_names.h"
#include "shell/live_run.h"
#include "shell/shell_outcome.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rgsim {

/// Writes a file, whole or not at all. Returns what went wrong, if anything did.
using ShellFileWriter =
    std::function<std::optional<std::string>(const std::string& path, const std::string& text)>;

struct ShellSession {
    ShellSession(ScenarioFile file, ShellFileWriter writer)
        : run(std::move(file)), names(run.cluster()), writeFile(std::move(writer))
    {
    }

    LiveRun run;
    ClusterNames names;
    ShellFileWriter writeFile; ///< null: nothing can be saved
    NodeIndex node = 0;        ///< where commands are typed
    int columns = 80;          ///< of the terminal; clustat takes 80 without one
    std::size_t lastRows = 0;  ///< rows of the last command that let time go on begin here
    std::string sourceText;    ///< the text that lines of explanations count in; may be empty
    std::vector<std::string> history;

    const NodeCondition& here() const { return run.world().node(node); }
    const std::string& nodeName() const { return run.cluster().node(node).name; }

    /// "rgsim: error: what; remedy", with the exit code of bad input.
    static ShellOutcome error(std::string what, std::string remedy = {});
    static ShellOutcome errors(const Diagnostics& problems);
    /// What is said when no time can pass any more.
    static ShellOutcome usedUp();

    /// Does @p event and lets the rest of its instant happen.
    ShellOutcome act(PlanEvent event);
};

/// A function that carries out one command. The arguments are those behind its name.
using ShellFunction = ShellOutcome (*)(ShellSession& session,
                                       const std::vector<std::string>& arguments);

} // namespace rgsim
