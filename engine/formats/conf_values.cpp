#include "formats/conf_values.h"

#include "formats/resource_types_reader.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace rgsim {

namespace {

constexpr int maxMessages = 500;

std::string quoted(const char* attribute, const std::string& value)
{
    // Long garbage would hide the rest of the message.
    const std::string shown = value.size() <= 60 ? value : value.substr(0, 60) + "...";
    return std::string(attribute) + "=\"" + shown + '"';
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool equalsIgnoringCase(const std::string& text, const char* lower)
{
    const std::string wanted = lower;
    return text.size() == wanted.size() &&
           std::equal(text.begin(), text.end(), wanted.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

} // namespace

LooseNumber looseNumber(const std::string& text)
{
    LooseNumber result;
    std::size_t i = 0;
    while (i < text.size() && isSpace(text[i]))
        ++i;
    bool negative = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        negative = text[i++] == '-';
    const std::size_t firstDigit = i;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        const std::int64_t digit = text[i] - '0';
        result.overflow = result.overflow || result.value > (most - digit) / 10;
        result.value = result.overflow ? most : result.value * 10 + digit;
    }
    const bool hasDigits = i > firstDigit;
    while (i < text.size() && isSpace(text[i]))
        ++i;
    result.complete = hasDigits && i == text.size();
    if (negative)
        result.value = -result.value;
    return result;
}

void ConfValues::error(int line, std::string what, std::string remedy)
{
    if (++m_errors < maxMessages)
        m_diagnostics.error({m_fileName, line, 0, {}}, std::move(what), std::move(remedy));
    else if (m_errors == maxMessages)
        m_diagnostics.error({m_fileName, line, 0, {}}, "there are more errors than are shown");
}

void ConfValues::warning(int line, std::string what, std::string remedy)
{
    if (++m_warnings < maxMessages)
        m_diagnostics.warning({m_fileName, line, 0, {}}, std::move(what), std::move(remedy));
    else if (m_warnings == maxMessages)
        m_diagnostics.warning({m_fileName, line, 0, {}}, "there are more warnings than are shown");
}

std::int64_t ConfValues::number(const std::string* text, int line, const NumberRule& rule)
{
    if (!text)
        return rule.fallback;
    const LooseNumber read = looseNumber(*text);
    const std::string range =
        "give a number from " + std::to_string(rule.min) + " to " + std::to_string(rule.max);
    if (!read.complete && rule.strict) {
        error(line, quoted(rule.attribute, *text) + " is not a number", range);
        return rule.fallback;
    }
    if (read.overflow || read.value > rule.max) {
        error(line, quoted(rule.attribute, *text) + " is too large", range);
        return rule.fallback;
    }
    if (read.value < rule.min) {
        if (rule.strict)
            error(line, quoted(rule.attribute, *text) + " is too small", range);
        else
            warning(line,
                    quoted(rule.attribute, *text) + " is too small and counts as " +
                        std::to_string(rule.fallback),
                    range);
        return rule.fallback;
    }
    if (!read.complete)
        warning(line,
                quoted(rule.attribute, *text) + " is not a number; rgmanager takes it as " +
                    std::to_string(read.value),
                range);
    return read.value;
}

bool ConfValues::flag(const std::string* text, int line, const char* attribute)
{
    if (!text)
        return false;
    const LooseNumber read = looseNumber(*text);
    const bool set = read.value != 0;
    if (!read.complete)
        warning(line,
                quoted(attribute, *text) + " is not a number; rgmanager takes it as " +
                    (set ? "set" : "not set"),
                "write 1 or 0");
    return set;
}

bool ConfValues::yesNo(const std::string* text, int line, const char* attribute, bool fallback)
{
    if (!text)
        return fallback;
    if (equalsIgnoringCase(*text, "yes"))
        return true;
    if (equalsIgnoringCase(*text, "no"))
        return false;
    const LooseNumber read = looseNumber(*text);
    if (!read.complete)
        error(line, quoted(attribute, *text) + " is neither a number nor yes or no",
              "write 1 or 0");
    return read.complete ? read.value != 0 : fallback;
}

SimDuration ConfValues::span(const std::string* text, int line, const char* attribute,
                             bool mayBeNegative)
{
    if (!text)
        return {};
    if (const std::optional<SimDuration> read = parseTimeSpan(*text))
        return *read;
    if (text->starts_with('-')) {
        const std::optional<SimDuration> below = parseTimeSpan(text->substr(1));
        if (below && mayBeNegative)
            return SimDuration{-below->ms};
        if (below) {
            warning(line, quoted(attribute, *text) + " is negative and counts as 0");
            return {};
        }
    }
    error(line, quoted(attribute, *text) + " is not a span of time",
          "give seconds, or a number with s, m, h or d, of a hundred years at most");
    return {};
}

} // namespace rgsim
