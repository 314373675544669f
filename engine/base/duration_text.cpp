#include "base/duration_text.h"

#include "base/limits.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rgsim {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t ms;
};

// Largest first, as printing needs it; "m" is read but never printed.
constexpr std::array<Unit, 5> units = {
    {{"d", 86'400'000}, {"h", 3'600'000}, {"min", 60'000}, {"s", 1000}, {"ms", 1}}};
constexpr Unit shortMinute{"m", 60'000};

constexpr std::int64_t longestMs = limits::maxSeconds * 1000;
constexpr int maxDigits = 15; // the longest duration has 13 digits in milliseconds
constexpr std::string_view howToWrite =
    "write a number and a unit (ms, s, min, h, d), such as 5s, 1500ms, 10min, 2h or 90d";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

std::optional<Unit> unitByName(std::string_view name)
{
    if (name == shortMinute.name)
        return shortMinute;
    const auto found = std::find_if(units.begin(), units.end(),
                                    [name](const Unit& unit) { return unit.name == name; });
    return found == units.end() ? std::nullopt : std::optional<Unit>(*found);
}

// A decimal number as integer / 10^decimals, so that nothing is rounded.
struct Decimal {
    std::int64_t digits = 0;
    int decimals = 0;
};

std::optional<Decimal> takeDecimal(std::string_view& text)
{
    if (text.starts_with('.'))
        return std::nullopt;
    Decimal number;
    int count = 0;
    bool afterPoint = false;
    while (!text.empty() && (isDigit(text.front()) || (text.front() == '.' && !afterPoint))) {
        if (text.front() == '.') {
            afterPoint = true;
        } else {
            number.digits = number.digits * 10 + (text.front() - '0');
            number.decimals += afterPoint ? 1 : 0;
            if (++count > maxDigits)
                return std::nullopt;
        }
        text.remove_prefix(1);
    }
    const bool endsInPoint = afterPoint && number.decimals == 0;
    return count == 0 || endsInPoint ? std::nullopt : std::optional<Decimal>(number);
}

std::string_view takeLetters(std::string_view& text)
{
    std::size_t length = 0;
    while (length < text.size() && isLetter(text[length]))
        ++length;
    const std::string_view letters = text.substr(0, length);
    text.remove_prefix(length);
    return letters;
}

// Whole milliseconds, or nothing if the number is finer than that or far too large.
std::optional<std::int64_t> toMilliseconds(Decimal number, std::int64_t unitMs)
{
    // Trailing zeros go first: with at most 9 decimals left, fraction * unitMs stays below 2^63.
    constexpr int mostDecimals = 9;
    while (number.decimals > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.decimals;
    }
    if (number.decimals > mostDecimals)
        return std::nullopt;
    std::int64_t divisor = 1;
    for (int i = 0; i < number.decimals; ++i)
        divisor *= 10;
    const std::int64_t whole = number.digits / divisor;
    const std::int64_t fraction = number.digits % divisor * unitMs;
    if (whole > longestMs / unitMs || fraction % divisor != 0)
        return std::nullopt;
    return whole * unitMs + fraction / divisor;
}

Result<SimDuration> refusal(std::string_view text, std::string_view why)
{
    constexpr std::size_t longestQuote = 40;
    Result<SimDuration> result;
    std::string quoted(text.substr(0, longestQuote));
    if (text.size() > longestQuote)
        quoted += "...";
    result.diagnostics.error({}, '"' + quoted + "\" " + std::string(why), std::string(howToWrite));
    return result;
}

} // namespace

Result<SimDuration> parseDuration(std::string_view text)
{
    std::string_view rest = text;
    std::int64_t total = 0;
    bool first = true;
    do {
        const std::optional<Decimal> number = takeDecimal(rest);
        if (!number)
            return refusal(text, "is not a duration");
        const std::string_view name = takeLetters(rest);
        const bool bareSeconds = first && name.empty() && rest.empty();
        const std::optional<Unit> unit = unitByName(bareSeconds ? "s" : name);
        if (!unit)
            return refusal(text, "is not a duration");
        const std::optional<std::int64_t> ms = toMilliseconds(*number, unit->ms);
        if (!ms)
            return refusal(text, "is not a duration in whole milliseconds of up to 100 years");
        total += *ms;
        if (total > longestMs)
            return refusal(text, "is longer than 100 years");
        first = false;
    } while (!rest.empty());
    Result<SimDuration> result;
    result.value = SimDuration::milliseconds(total);
    return result;
}

std::string formatDuration(SimDuration duration)
{
    if (duration.isZero())
        return "0s";
    for (const Unit& unit : units) {
        if (duration.ms % unit.ms == 0)
            return std::to_string(duration.ms / unit.ms) + std::string(unit.name);
    }
    return {};
}

} // namespace rgsim
