#include "guard/shell_assignments.h"

#include <algorithm>

namespace rgsim {

namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view exportWord = "export";

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<ShellAssignment> scan()
    {
        while (!atEnd()) {
            readCommand();
            skipCommand();
        }
        return std::move(m_found);
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(blanks, m_at), m_text.size()); }
    bool endsCommand() const
    {
        return atEnd() || std::string_view("\n\r;#&|").find(peek()) != std::string_view::npos;
    }

    /// Assignments from here on; m_at is then where something else stands.
    void readCommand()
    {
        skipBlanks();
        bool isExport = false;
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with(exportWord) && rest.size() > exportWord.size() &&
            blanks.find(rest[exportWord.size()]) != std::string_view::npos) {
            isExport = true;
            m_at += exportWord.size();
            skipBlanks();
        }
        const std::size_t first = m_found.size();
        while (readAssignment())
            skipBlanks();
        for (std::size_t i = first; i < m_found.size(); ++i)
            m_found[i].isForOneCommand = !isExport && !endsCommand();
    }

    bool readAssignment()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && isNameCharacter(m_text[end]))
            ++end;
        if (end == m_at || end >= m_text.size() || m_text[end] != '=')
            return false;
        ShellAssignment found;
        found.name = m_text.substr(m_at, end - m_at);
        found.line =
            1 + static_cast<int>(std::count(
                    m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
        found.begin = m_at = end + 1;
        readValue(found);
        found.end = m_at;
        m_found.push_back(std::move(found));
        return true;
    }

    void readValue(ShellAssignment& found)
    {
        while (!atEnd() &&
               std::string_view(" \t\n\r;&|()<>").find(peek()) == std::string_view::npos) {
            const char c = peek();
            if (c == '\'')
                readSingleQuotes(found);
            else if (c == '"')
                readDoubleQuotes(found);
            else if (c == '\\')
                readEscape(found, {});
            else
                readCharacter(found);
        }
    }

    void readSingleQuotes(ShellAssignment& found)
    {
        const std::size_t close = m_text.find('\'', m_at + 1);
        found.isOpen = close == std::string_view::npos;
        found.value += m_text.substr(m_at + 1, found.isOpen ? close : close - m_at - 1);
        m_at = found.isOpen ? m_text.size() : close + 1;
    }

    void readDoubleQuotes(ShellAssignment& found)
    {
        for (++m_at; !atEnd() && peek() != '"';) {
            if (peek() == '\\')
                readEscape(found, "\"\\$`\n");
            else
                readCharacter(found);
        }
        found.isOpen = atEnd();
        if (!found.isOpen)
            ++m_at;
    }

    /// A backslash; it stays if it does not stand before one of @p special (empty: before any).
    void readEscape(ShellAssignment& found, std::string_view special)
    {
        ++m_at;
        const char next = peek();
        if (!special.empty() && special.find(next) == std::string_view::npos)
            found.value += '\\';
        if (!atEnd() && next != '\n')
            found.value += next;
        if (!atEnd())
            ++m_at;
    }

    /// One character, or all of a `$(…)` or of what stands in backquotes.
    void readCharacter(ShellAssignment& found)
    {
        const std::size_t begin = m_at;
        const char c = m_text[m_at++];
        found.isComputed = found.isComputed || c == '$' || c == '`';
        if (c == '`') {
            const std::size_t close = m_text.find('`', m_at);
            found.isOpen = close == std::string_view::npos;
            m_at = found.isOpen ? m_text.size() : close + 1;
        } else if (c == '$' && peek() == '(') {
            int depth = 0;
            do {
                depth += peek() == '(' ? 1 : peek() == ')' ? -1 : 0;
                ++m_at;
            } while (!atEnd() && depth > 0);
            found.isOpen = depth > 0;
        }
        found.value += m_text.substr(begin, m_at - begin);
    }

    /// To behind the end of the command: a line end, or a semicolon outside a comment.
    void skipCommand()
    {
        const std::size_t end = m_text.find_first_of(peek() == '#' ? "\n" : "\n;", m_at);
        m_at = end == std::string_view::npos ? m_text.size() : end + 1;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<ShellAssignment> m_found;
};

} // namespace

std::vector<ShellAssignment> shellAssignments(std::string_view text)
{
    return Scanner(text).scan();
}

} // namespace rgsim
