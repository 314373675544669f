// Words as they must be typed into a shell. Knows nothing of what the words mean.
#pragma once

#include <string>
#include <string_view>

namespace rgsim {

/// @p word as a POSIX shell reads it back: as it is if nothing in it is special, else quoted.
std::string shellQuoted(std::string_view word);

} // namespace rgsim
