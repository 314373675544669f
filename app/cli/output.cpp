#include "output.h"

#include "verb.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <unistd.h>

namespace rgsim {

namespace {

bool wantsColour()
{
    const char* const refused = std::getenv("NO_COLOR");
    return isatty(STDERR_FILENO) != 0 && (refused == nullptr || *refused == '\0');
}

// File names and contents may hold anything; on a terminal and in a list of one problem per line
// control characters would do harm.
std::string onOneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, '?');
    return text;
}

const char* colourOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return "\x1b[36m";
    case Severity::Warning:
        return "\x1b[35m";
    case Severity::Error:
        break;
    }
    return "\x1b[31m";
}

void writeError(const std::string& text)
{
    // Nothing can be said about a failure here: this is where it would be said.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

} // namespace

void writeOut(std::string_view text)
{
    // ferror() remembers a failure until finishOutput().
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stdout));
}

void writeErrorLines(std::string_view lines)
{
    if (lines.empty())
        return;
    static_cast<void>(std::fflush(stdout)); // ferror() remembers a failure
    writeError(std::string(lines));
}

void printDiagnostics(const Diagnostics& diagnostics, Wordiness wordiness)
{
    const bool colour = wantsColour();
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        if (diagnostic.severity == Severity::Note && wordiness == Wordiness::WithoutNotes)
            continue;
        std::string text = onOneLine(toString(diagnostic));
        if (colour)
            text = colourOf(diagnostic.severity) + text + "\x1b[0m";
        writeError(text + '\n');
    }
}

void printError(std::string what, std::string remedy)
{
    Diagnostics diagnostics;
    diagnostics.error({"rgsim", 0, 0, {}}, std::move(what), std::move(remedy));
    printDiagnostics(diagnostics);
}

int finishOutput(int code)
{
    errno = 0;
    const bool flushed = std::fflush(stdout) == 0;
    const int reason = errno;
    if (flushed && std::ferror(stdout) == 0)
        return code;
    if (reason == EPIPE)
        return code; // who read it has seen enough
    const std::string why = reason == 0 ? std::string() : std::string(": ") + std::strerror(reason);
    printError("the output cannot be written" + why, "see where standard output leads");
    return exitBadInput;
}

} // namespace rgsim
