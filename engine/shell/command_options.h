// Reads the short options of a simulated command in the way of getopt: "-e web", "-eweb", "-lu",
// options and operands in any order, "--" ends options. Knows no command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

struct CommandOptions {
    struct Option {
        char letter = 0;
        std::string value; ///< empty for an option that takes none
    };
    std::vector<Option> options; ///< as typed
    std::vector<std::string> operands;
    std::string problem; ///< getopt's own words about what it cannot read; empty: nothing

    bool has(char letter) const;
    /// The last value given for @p letter.
    std::optional<std::string> value(char letter) const;
};

/// @p letters as getopt takes them, "e:lv": a colon behind those that take a value.
CommandOptions readCommandOptions(std::string_view command, std::string_view letters,
                                  const std::vector<std::string>& arguments);

} // namespace rgsim
