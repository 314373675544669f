// Where the command line's text goes: results to standard output, problems to standard error, one
// per line. Nothing is printed past these functions, so that failed writes are noticed once.
#pragma once

#include "base/diagnostic.h"

#include <string_view>

namespace rgsim {

/// Which problems are worth a line: `check` shows all, the others leave out notes.
enum class Wordiness { WithNotes, WithoutNotes };

/// Writes a result. A failure is reported by finishOutput().
void writeOut(std::string_view text);

/// Writes complete lines to standard error as they are, after all that writeOut() was given.
void writeErrorLines(std::string_view lines);

/// Writes each problem on a line of standard error; coloured on a terminal unless NO_COLOR is set.
void printDiagnostics(const Diagnostics& diagnostics,
                      Wordiness wordiness = Wordiness::WithoutNotes);

/// One error that belongs to no file: "rgsim: error: what; remedy".
void printError(std::string what, std::string remedy = {});

/// Brings out what is still buffered. Returns @p code, or exitBadInput with a message if standard
/// output could not be written (a closed pipe, a full disk).
int finishOutput(int code);

} // namespace rgsim
