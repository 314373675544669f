// Cuts a typed line into words as a shell does: blanks separate, quotes and backslashes protect, a
// hash begins a comment. No variables, no patterns, no pipes.
#pragma once

#include "base/diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// The words of @p line. The only error is a quote without its end.
Result<std::vector<std::string>> shellWords(std::string_view line);

/// A line that is still being typed, up to the cursor.
struct TypedLine {
    std::vector<std::string> words; ///< complete ones before the cursor
    std::string begun;              ///< what of the word at the cursor stands before it; may be ""
    std::size_t begunAt = 0;        ///< where that word begins in the line
};

/// Never fails: a quote that is open at the cursor is taken to go on.
TypedLine typedLine(std::string_view line, std::size_t cursor);

} // namespace rgsim
