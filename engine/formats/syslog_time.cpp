#include "formats/syslog_time.h"

#include <array>
#include <chrono>
#include <cstdlib>

namespace rgsim {

namespace {

// Two digits, of which the first may be a blank.
std::optional<int> number(std::string_view text, int smallest, int largest)
{
    const char tens = text[0] == ' ' ? '0' : text[0];
    if (tens < '0' || tens > '9' || text[1] < '0' || text[1] > '9')
        return std::nullopt;
    const int value = (tens - '0') * 10 + (text[1] - '0');
    return value < smallest || value > largest ? std::nullopt : std::optional(value);
}

int monthNamed(std::string_view name)
{
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

} // namespace

std::optional<SyslogTime> readSyslogTime(std::string_view text)
{
    if (text.size() < syslogTimeLength || text[3] != ' ' || text[6] != ' ' || text[9] != ':' ||
        text[12] != ':')
        return std::nullopt;
    using namespace std::chrono;
    constexpr int leapYear = 2012;
    const int month = monthNamed(text.substr(0, 3));
    const std::optional<int> day = number(text.substr(4), 1, 31);
    const std::optional<int> hour = number(text.substr(7), 0, 23);
    const std::optional<int> minute = number(text.substr(10), 0, 59);
    const std::optional<int> second = number(text.substr(13), 0, 60);
    if (month == 0 || !day || !hour || !minute || !second)
        return std::nullopt;
    const year_month_day date{year(leapYear), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    return SyslogTime{month, *day, (*hour * 60 + *minute) * 60 + *second};
}

std::int64_t secondsSince1970(const SyslogTime& time, int year)
{
    using namespace std::chrono;
    constexpr std::int64_t secondsOfDay = 86'400;
    const sys_days first{std::chrono::year(year) /
                         std::chrono::month(static_cast<unsigned>(time.month)) / 1};
    return (first.time_since_epoch().count() + time.day - 1) * secondsOfDay + time.secondOfDay;
}

int nearestYear(const SyslogTime& time, int year, std::int64_t seconds)
{
    int best = year;
    constexpr int earliest = 1970;
    constexpr int latest = 9999;
    for (const int other : {year - 1, year + 1}) {
        if (other < earliest || other > latest)
            continue;
        if (std::abs(secondsSince1970(time, other) - seconds) <
            std::abs(secondsSince1970(time, best) - seconds))
            best = other;
    }
    return best;
}

} // namespace rgsim
