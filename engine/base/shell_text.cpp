#include "base/shell_text.h"

#include <algorithm>

namespace rgsim {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:,@%+=").find(c) != std::string_view::npos;
}

} // namespace

std::string shellQuoted(std::string_view word)
{
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return std::string(word);
    // Within double quotes these mean something; an exclamation mark does to an interactive bash.
    if (word.find_first_of("\"$`\\!") == std::string_view::npos)
        return '"' + std::string(word) + '"';
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + '\'';
}

std::string scriptQuoted(std::string_view word)
{
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return std::string(word);
    std::string text = "\"";
    for (const char c : word) {
        if (std::string_view("\"$`\\").find(c) != std::string_view::npos)
            text += '\\';
        text += c;
    }
    return text + '"';
}

} // namespace rgsim
