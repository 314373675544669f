// The time at the beginning of a syslog line, "Nov 23 03:37:14", and the year that it leaves out.
// Knows no other form of date and nothing of the rest of the line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rgsim {

/// A date without its year. It may be a 29 February.
struct SyslogTime {
    int month = 1;
    int day = 1;
    int secondOfDay = 0;

    auto operator<=>(const SyslogTime&) const = default;
};

/// The length of such a date, always the same.
constexpr std::size_t syslogTimeLength = 15;

/// The time in the first fifteen characters of @p text, with the day padded by a blank or a zero.
std::optional<SyslogTime> readSyslogTime(std::string_view text);

/// Seconds since 1970 in that @p year. 29 February is 1 March in years that have none.
std::int64_t secondsSince1970(const SyslogTime& time, int year);

/// The year, beside @p year, in which @p time is nearest to @p seconds since 1970: lines follow
/// each other, so that January comes after December.
int nearestYear(const SyslogTime& time, int year, std::int64_t seconds);

} // namespace rgsim
