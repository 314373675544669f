#include "shell/command_options.h"

#include <algorithm>

namespace rgsim {

bool CommandOptions::has(char letter) const
{
    return std::any_of(options.begin(), options.end(),
                       [letter](const Option& option) { return option.letter == letter; });
}

std::optional<std::string> CommandOptions::value(char letter) const
{
    std::optional<std::string> found;
    for (const Option& option : options) {
        if (option.letter == letter)
            found = option.value;
    }
    return found;
}

CommandOptions readCommandOptions(std::string_view command, std::string_view letters,
                                  const std::vector<std::string>& arguments)
{
    CommandOptions read;
    const auto complain = [&](const char* what, char letter) {
        read.problem = std::string(command) + ": " + what + " -- '" + letter + "'";
    };
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word == "--") {
            read.operands.insert(read.operands.end(),
                                 arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 arguments.end());
            break;
        }
        if (word.size() < 2 || word.front() != '-') {
            read.operands.push_back(word);
            continue;
        }
        for (std::size_t at = 1; at < word.size(); ++at) {
            const char letter = word[at];
            const std::size_t known = letter == ':' ? std::string_view::npos : letters.find(letter);
            if (known == std::string_view::npos) {
                complain("invalid option", letter);
                return read;
            }
            if (known + 1 >= letters.size() || letters[known + 1] != ':') {
                read.options.push_back({letter, {}});
                continue;
            }
            if (at + 1 == word.size() && i + 1 == arguments.size()) {
                complain("option requires an argument", letter);
                return read;
            }
            read.options.push_back(
                {letter, at + 1 < word.size() ? word.substr(at + 1) : arguments[++i]});
            break;
        }
    }
    return read;
}

} // namespace rgsim
