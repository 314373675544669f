#include "report/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rgsim {

namespace {

template <typename Number>
void appendNumber(std::string& text, Number number)
{
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    text.append(digits.data(), result.ptr);
}

void appendEscaped(std::string& text, char c)
{
    switch (c) {
    case '"':
        text += "\\\"";
        return;
    case '\\':
        text += "\\\\";
        return;
    case '\n':
        text += "\\n";
        return;
    case '\t':
        text += "\\t";
        return;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(c);
    if (code >= ' ') {
        text += c;
        return;
    }
    constexpr const char* hex = "0123456789abcdef";
    text += "\\u00";
    text += hex[code >> 4];
    text += hex[code & 15];
}

} // namespace

void JsonText::separate()
{
    if (m_needsComma)
        m_text += ',';
    if (m_wantsNewLine)
        m_text += '\n';
    m_wantsNewLine = false;
    m_needsComma = true;
}

void JsonText::open(char sign)
{
    separate();
    m_text += sign;
    m_needsComma = false;
}

void JsonText::close(char sign)
{
    if (m_wantsNewLine)
        m_text += '\n';
    m_wantsNewLine = false;
    m_text += sign;
    m_needsComma = true;
}

void JsonText::beginObject()
{
    open('{');
}

void JsonText::endObject()
{
    close('}');
}

void JsonText::beginArray()
{
    open('[');
}

void JsonText::endArray()
{
    close(']');
}

JsonText& JsonText::key(std::string_view name)
{
    value(name);
    m_text += ':';
    m_needsComma = false;
    return *this;
}

void JsonText::value(std::string_view text)
{
    separate();
    m_text += '"';
    for (const char c : text)
        appendEscaped(m_text, c);
    m_text += '"';
}

void JsonText::value(std::int64_t number)
{
    separate();
    appendNumber(m_text, number);
}

void JsonText::value(std::uint64_t number)
{
    separate();
    appendNumber(m_text, number);
}

void JsonText::value(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    appendNumber(m_text, number);
}

void JsonText::value(bool truth)
{
    separate();
    m_text += truth ? "true" : "false";
}

void JsonText::null()
{
    separate();
    m_text += "null";
}

} // namespace rgsim
