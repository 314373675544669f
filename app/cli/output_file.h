// Results that go to a file instead of standard output. A file is written whole or not at all: an
// older one of the same name stays as it is until the new one is complete.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rgsim {

class CommandLine;

/// Writes @p text to the file @p path. Returns what kept it from being written, if anything did.
std::optional<std::string> writeWhole(const std::string& path, std::string_view text);

/// The value of @p option, which names a file to be written when the work is done. One that cannot
/// be written is a problem of the arguments, so that it is told before the work; makes no file.
std::optional<std::string> fileToWrite(CommandLine& line, const char* option = "out");
/// The same for a folder to be filled; the folders above it may be missing, too.
std::optional<std::string> folderToFill(CommandLine& line, const char* option);

/// Writes @p text to the file @p path, or to standard output if there is no path. False, with a
/// message on standard error, if the file cannot be written.
bool deliver(std::string_view text, const std::optional<std::string>& path);

} // namespace rgsim
