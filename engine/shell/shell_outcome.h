// What one command of the shell printed, and how it ended. Plain text without colours; whoever has
// a terminal shows it.
#pragma once

#include <string>

namespace rgsim {

struct ShellOutcome {
    std::string out;   ///< complete lines
    std::string err;   ///< complete lines
    int code = 0;      ///< 0 to 255, as `$?` after the real command
    bool ends = false; ///< the shell is to be left

    static ShellOutcome success(std::string text) { return {std::move(text), {}, 0, false}; }
    static ShellOutcome failure(std::string text, int code)
    {
        return {{}, std::move(text), code, false};
    }
};

} // namespace rgsim
