#include "guard/script_lines.h"

#include <algorithm>
#include <string>

namespace rgsim {

namespace {

constexpr std::string_view blanks = " \t\r";

/// The word that ends the here-document which @p code begins; empty if it begins none.
std::string_view hereDocumentEnd(std::string_view code)
{
    std::size_t at = code.find("<<");
    if (at == std::string_view::npos || code.substr(at).starts_with("<<<"))
        return {};
    at = code.find_first_not_of("- \t'\"\\", at + 2);
    if (at == std::string_view::npos)
        return {};
    const std::string_view word = code.substr(at);
    const bool isWord = (word[0] >= 'A' && word[0] <= 'Z') || (word[0] >= 'a' && word[0] <= 'z') ||
                        word[0] == '_'; // a number is shifted by bits
    return isWord ? word.substr(0, word.find_first_of(" \t'\";|&<>)")) : std::string_view();
}

} // namespace

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

std::string_view withoutComment(std::string_view line)
{
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '\\')
            ++i;
        else if (c == '#' && (i == 0 || std::string_view(" \t;&|(").find(line[i - 1]) !=
                                            std::string_view::npos))
            return line.substr(0, i);
    }
    return line;
}

std::vector<ScriptLine> scriptLines(std::string_view script)
{
    std::vector<ScriptLine> lines;
    std::string_view dataEnd;
    for (std::size_t begin = 0; begin < script.size();) {
        const std::size_t lineEnd = std::min(script.find('\n', begin), script.size());
        const std::string_view text = script.substr(begin, lineEnd - begin);
        const std::size_t end = std::min(lineEnd + 1, script.size());
        lines.push_back({begin, end, text, !dataEnd.empty()});
        if (dataEnd.empty())
            dataEnd = hereDocumentEnd(withoutComment(text));
        else if (withoutBlanks(text) == dataEnd)
            dataEnd = {};
        begin = end;
    }
    return lines;
}

std::optional<std::string_view> definitionOf(std::string_view name, std::string_view line)
{
    constexpr std::string_view word = "function";
    std::string_view rest = withoutBlanks(withoutComment(line));
    const bool hasWord = rest.starts_with(word) && rest.size() > word.size() &&
                         blanks.find(rest[word.size()]) != std::string_view::npos;
    if (hasWord)
        rest = withoutBlanks(rest.substr(word.size()));
    if (!rest.starts_with(name))
        return std::nullopt;
    rest.remove_prefix(name.size());
    const std::string_view tail = withoutBlanks(rest);
    if (tail.starts_with('(') && withoutBlanks(tail.substr(1)).starts_with(')')) {
        const std::string_view body = withoutBlanks(tail.substr(1)).substr(1);
        return withoutBlanks(body);
    }
    const bool endsName = rest.empty() || blanks.find(rest[0]) != std::string_view::npos;
    return hasWord && endsName ? std::optional(tail) : std::nullopt;
}

} // namespace rgsim
