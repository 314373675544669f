// Results that go to a file instead of standard output. A file is written whole or not at all: an
// older one of the same name stays as it is until the new one is complete.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rgsim {

/// Writes @p text to the file @p path. Returns what kept it from being written, if anything did.
std::optional<std::string> writeWhole(const std::string& path, std::string_view text);

/// Whether deliver() can be expected to write there, asked before long work; makes no file. False
/// comes with a message on standard error.
bool canDeliver(const std::optional<std::string>& path);

/// Writes @p text to the file @p path, or to standard output if there is no path. False, with a
/// message on standard error, if the file cannot be written.
bool deliver(std::string_view text, const std::optional<std::string>& path);

} // namespace rgsim
