#include "shell/cluster_shell.h"

#include "base/shell_text.h"
#include "formats/suggestion.h"
#include "report/run_report.h"
#include "shell/shell_commands.h"
#include "shell/shell_words.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace rgsim {

namespace {

using Names = std::vector<std::string>;

void append(Names& names, const Names& more)
{
    names.insert(names.end(), more.begin(), more.end());
}

// What the option before the cursor takes, for the two commands with getopt's options.
unsigned namesBehindOption(const std::string& command, const std::string& option)
{
    if (option.size() != 2 || option.front() != '-')
        return completes::nothing;
    const char letter = option.back();
    if (letter == 'm' || letter == 'n')
        return completes::nodes;
    const std::string_view takesService = command == "clusvcadm" ? "edrRsZUM" : "s";
    return takesService.find(letter) == std::string_view::npos ? completes::nothing
                                                               : completes::services;
}

Names namesOf(const ClusterNames& names, unsigned kinds)
{
    Names found;
    if ((kinds & completes::nodes) != 0)
        append(found, names.nodes());
    if ((kinds & completes::services) != 0)
        append(found, names.services());
    if ((kinds & completes::resources) != 0)
        append(found, names.resources());
    if ((kinds & completes::commands) != 0)
        append(found, shellCommandNames());
    return found;
}

// All that may stand behind the words that are complete.
Names whatMayFollow(const ClusterNames& names, const Names& words)
{
    if (words.empty())
        return shellCommandNames();
    const ShellCommand* const command = shellCommand(words[0]);
    if (command == nullptr)
        return {};
    if (words.size() > 1 && (words[0] == "ssh" || words[0] == "node"))
        return whatMayFollow(names, {words.begin() + 2, words.end()});
    if (words[0] == "clustat" || words[0] == "clusvcadm") {
        const unsigned kinds = namesBehindOption(words[0], words.back());
        if (kinds != completes::nothing)
            return namesOf(names, kinds);
    }
    Names found = namesOf(names, command->names);
    std::istringstream fixed(command->words);
    for (std::string word; fixed >> word;)
        found.push_back(word);
    return found;
}

// Services may be named without "service:".
Names beginningWith(const Names& all, const std::string& begun)
{
    Names found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&begun](const std::string& name) { return name.starts_with(begun); });
    const std::string type = "service:";
    if (found.empty() && !begun.empty()) {
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](const std::string& name) { return name.starts_with(type + begun); });
    }
    return found;
}

} // namespace

ShellOutcome ClusterShell::dispatch(const std::vector<std::string>& words)
{
    const ShellCommand* const command = shellCommand(words[0]);
    if (command == nullptr) {
        ShellOutcome outcome = ShellSession::error("there is no command \"" + words[0] + '"',
                                                   suggestion(words[0], shellCommandNames()));
        outcome.code = noSuchCommand;
        return outcome;
    }
    return runCommand(m_session, *command, {words.begin() + 1, words.end()});
}

ShellOutcome ClusterShell::execute(std::string_view line)
{
    const Result<std::vector<std::string>> words = shellWords(line);
    ShellOutcome outcome;
    if (!words.ok()) {
        outcome = ShellSession::errors(words.diagnostics);
    } else if (words->empty()) {
        outcome.code = m_lastCode;
        return outcome;
    } else {
        m_session.history.emplace_back(line);
        outcome = dispatch(*words);
    }
    if (outcome.ends && words->size() == 1)
        outcome.code = m_lastCode;
    m_lastCode = outcome.code;
    return outcome;
}

std::string ClusterShell::prompt() const
{
    const std::string& name = m_session.nodeName();
    return "[root@" + name.substr(0, name.find('.')) + ' ' + clockText(m_session.run.now()) + "]# ";
}

ShellCompletions ClusterShell::completions(std::string_view line, std::size_t cursor) const
{
    const TypedLine typed = typedLine(line, cursor);
    ShellCompletions result;
    result.from = typed.begunAt;
    for (const std::string& name :
         beginningWith(whatMayFollow(m_session.names, typed.words), typed.begun))
        result.candidates.push_back(shellQuoted(name));
    std::sort(result.candidates.begin(), result.candidates.end());
    result.candidates.erase(std::unique(result.candidates.begin(), result.candidates.end()),
                            result.candidates.end());
    const ShellCommand* const command =
        typed.words.empty() ? nullptr : shellCommand(typed.words[0]);
    result.wantsFile = command != nullptr && (command->names & completes::files) != 0;
    return result;
}

} // namespace rgsim
