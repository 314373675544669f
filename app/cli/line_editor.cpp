#include "line_editor.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include <readline/history.h>
#include <readline/readline.h>

namespace rgsim {

namespace {

constexpr int mostHistoryLines = 1000;

// Readline calls plain functions, so what they need stands here.
LineEditor::Completer completer;
ShellCompletions offered;
std::size_t nextOffered = 0;
volatile std::sig_atomic_t wasInterrupted = 0;

char* nextCandidate(const char*, int)
{
    if (nextOffered >= offered.candidates.size())
        return nullptr;
    return strdup(offered.candidates[nextOffered++].c_str()); // Readline frees it
}

char** complete(const char* text, int start, int)
{
    offered = completer(rl_line_buffer, static_cast<std::size_t>(rl_point));
    if (offered.wantsFile)
        return nullptr; // Readline knows files itself
    rl_attempted_completion_over = 1;
    if (offered.from != static_cast<std::size_t>(start)) // within a quoted word
        return nullptr;
    nextOffered = 0;
    return rl_completion_matches(text, nextCandidate);
}

void noteInterrupt(int)
{
    wasInterrupted = 1;
}

int emptyLineAfterInterrupt()
{
    if (wasInterrupted == 0)
        return 0;
    wasInterrupted = 0;
    std::fputc('\n', stdout); // Readline has shown ^C
    rl_replace_line("", 0);
    rl_on_new_line();
    rl_redisplay();
    return 0;
}

} // namespace

std::string shellHistoryPath()
{
    const char* const state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state == '/') // the XDG specification ignores relative paths
        return std::string(state) + "/rgsim/history";
    const char* const home = std::getenv("HOME");
    return home == nullptr || *home == '\0' ? std::string()
                                            : std::string(home) + "/.local/state/rgsim/history";
}

LineEditor::LineEditor(Completer complete_, std::string historyPath)
    : m_historyPath(std::move(historyPath))
{
    completer = std::move(complete_);
    rl_readline_name = "rgsim";
    rl_completer_word_break_characters = " \t";
    rl_completer_quote_characters = "\"'";
    rl_attempted_completion_function = complete;
    rl_signal_event_hook = emptyLineAfterInterrupt;
    using_history();
    stifle_history(mostHistoryLines);
    if (!m_historyPath.empty())
        read_history(m_historyPath.c_str());
}

LineEditor::~LineEditor()
{
    completer = {};
    if (m_historyPath.empty())
        return;
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(m_historyPath).parent_path(),
                                        ignored);
    write_history(m_historyPath.c_str());
}

std::optional<std::string> LineEditor::read(const std::string& prompt)
{
    // Only while a line is edited: a command that takes long can be ended as usual.
    const auto before = std::signal(SIGINT, noteInterrupt);
    char* const typed = readline(prompt.c_str());
    std::signal(SIGINT, before);
    if (typed == nullptr)
        return std::nullopt;
    std::string line = typed;
    std::free(typed);
    if (line.find_first_not_of(" \t") != std::string::npos) {
        const HIST_ENTRY* const last = history_get(history_length);
        if (last == nullptr || line != last->line)
            add_history(line.c_str());
    }
    return line;
}

} // namespace rgsim
