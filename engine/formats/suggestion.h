// What to tell somebody who wrote a name that does not exist: the closest known one, or all of
// them. Text only; it never decides what was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The known name with the fewest edits, if it is close enough to be a slip of the pen; else "".
std::string closestName(std::string_view wrong, const std::vector<std::string>& known);

/// A remedy: `did you mean "x"?`, else `known are: a, b, c` (cut after a dozen), else "".
std::string suggestion(std::string_view wrong, const std::vector<std::string>& known);

} // namespace rgsim
