// Writes JSON by appending to a string: fast, in the order of calls, with commas and escapes seen
// to. It checks nothing: whoever calls it must close what it opens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rgsim {

class JsonText {
public:
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    /// On a line of its own, so that long files can be read and compared by line.
    void newLine() { m_wantsNewLine = true; }

    JsonText& key(std::string_view name);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(std::int64_t number);
    void value(int number) { value(static_cast<std::int64_t>(number)); }
    void value(std::uint64_t number);
    /// In the shortest form that is read back as the same number; null if it is not finite.
    void value(double number);
    void value(bool truth);
    void null();

    template <typename T>
    void member(std::string_view name, const T& what)
    {
        key(name).value(what);
    }

    std::string take() { return std::move(m_text); }

private:
    void separate();
    void open(char sign);
    void close(char sign);

    std::string m_text;
    bool m_needsComma = false;
    bool m_wantsNewLine = false;
};

/// The number as JSON writes it, in the shortest form that is read back as the same.
template <typename Number>
std::string jsonNumber(Number number)
{
    JsonText text;
    text.value(number);
    return text.take();
}

} // namespace rgsim
