// Finds the assignments of a shell file that only sets variables, as bash would understand them,
// without executing anything. Not a shell: of commands it only knows where they end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// One `NAME=value`, alone on its line or behind `export`.
struct ShellAssignment {
    std::string name;
    std::string value;     ///< without quotes; what a shell would compute stands as it is written
    int line = 0;          ///< 1-based
    std::size_t begin = 0; ///< of the value as written, in the text
    std::size_t end = 0;
    bool isComputed = false;      ///< contains a `$` or backquote that a shell would act on
    bool isOpen = false;          ///< a closing quote or parenthesis is missing
    bool isForOneCommand = false; ///< `NAME=value command`: holds for that command only
};

std::vector<ShellAssignment> shellAssignments(std::string_view text);

} // namespace rgsim
