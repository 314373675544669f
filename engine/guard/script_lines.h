// The lines of a shell script with their places, and the few things about shell text that whoever
// edits a foreign script has to know. It is no parser of the shell.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace rgsim {

struct ScriptLine {
    std::size_t begin = 0; ///< offset of its first byte
    std::size_t end = 0;   ///< offset behind its line end
    std::string_view text; ///< without the line end
    bool isData = false;   ///< within a here-document, and so no command
};

std::vector<ScriptLine> scriptLines(std::string_view script);

/// @p text without blanks at both ends.
std::string_view withoutBlanks(std::string_view text);

/// @p line without its comment: from a `#` outside quotes that begins a word.
std::string_view withoutComment(std::string_view line);

/// What stands behind `NAME()` or `function NAME`, if @p line begins the definition of function
/// @p name.
std::optional<std::string_view> definitionOf(std::string_view name, std::string_view line);

} // namespace rgsim
