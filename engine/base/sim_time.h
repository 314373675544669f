// Simulated time as integers with a unit. Nothing here reads a wall clock, and no floating point
// value ever becomes a point in time without being rounded in one named place.
#pragma once

#include <compare>
#include <cstdint>

namespace rgsim {

/// A span of simulated time in whole milliseconds; may be negative only as an intermediate result.
struct SimDuration {
    std::int64_t ms = 0;

    static constexpr SimDuration seconds(std::int64_t value) { return {value * 1000}; }
    static constexpr SimDuration milliseconds(std::int64_t value) { return {value}; }

    constexpr auto operator<=>(const SimDuration&) const = default;
    constexpr bool isZero() const { return ms == 0; }
    /// Seconds for display and statistics; never used to decide anything.
    constexpr double toSeconds() const { return static_cast<double>(ms) / 1000.0; }
};

/// A point of simulated time: milliseconds since the start of the run.
struct SimTime {
    std::int64_t ms = 0;

    static constexpr SimTime seconds(std::int64_t value) { return {value * 1000}; }
    /// Later than everything a run can reach.
    static constexpr SimTime never() { return {INT64_MAX}; }
    /// Earlier than everything a run can reach.
    static constexpr SimTime longAgo() { return {INT64_MIN}; }

    constexpr auto operator<=>(const SimTime&) const = default;
    constexpr double toSeconds() const { return static_cast<double>(ms) / 1000.0; }
};

/// Time 0 where people are shown a date, in seconds since 1970: Sunday, 1 January 2012, 00:00:00
/// UTC. Fixed, so that equal runs print equal text.
constexpr std::int64_t dateOfTimeZero = 1'325'376'000;

constexpr SimDuration operator+(SimDuration a, SimDuration b)
{
    return {a.ms + b.ms};
}
constexpr SimDuration operator-(SimDuration a, SimDuration b)
{
    return {a.ms - b.ms};
}
constexpr SimDuration operator*(SimDuration a, std::int64_t n)
{
    return {a.ms * n};
}
constexpr SimTime operator+(SimTime t, SimDuration d)
{
    return {t.ms + d.ms};
}
constexpr SimTime operator-(SimTime t, SimDuration d)
{
    return {t.ms - d.ms};
}
constexpr SimDuration operator-(SimTime a, SimTime b)
{
    return {a.ms - b.ms};
}

} // namespace rgsim
