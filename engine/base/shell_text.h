// Words as they must be typed into a shell. Knows nothing of what the words mean.
#pragma once

#include <string>
#include <string_view>

namespace rgsim {

/// @p word as a POSIX shell reads it back: as it is if nothing in it is special, else quoted.
std::string shellQuoted(std::string_view word);

/// The same for a word in a script, where an exclamation mark means nothing. In double quotes, so
/// that no reader of the script wonders whether a dollar sign was meant to be expanded.
std::string scriptQuoted(std::string_view word);

} // namespace rgsim
