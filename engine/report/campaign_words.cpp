#include "report/campaign_words.h"

#include "report/run_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace rgsim {

namespace {

// Two significant digits of the interval, but no fewer than three and no more than eight decimals.
int decimalsOf(const TimeShare& share)
{
    const double half = (share.high - share.low) / 2 * 100;
    const int wanted = half > 0 ? static_cast<int>(std::ceil(-std::log10(half))) + 1 : 8;
    return std::clamp(wanted, 3, 8);
}

} // namespace

std::string fixedText(double number, int decimals)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
    return text.data();
}

std::string percentText(const TimeShare& share, double value)
{
    return fixedText(value * 100, decimalsOf(share)) + " %";
}

std::string intervalText(const TimeShare& share, Sureness sureness)
{
    if (sureness == Sureness::OneRun)
        return "unknown";
    const int decimals = decimalsOf(share);
    return fixedText(share.low * 100, decimals) + " to " + fixedText(share.high * 100, decimals) +
           " %";
}

std::string ninesText(const TimeShare& share)
{
    const std::optional<double> nines = ninesOf(share.value);
    return nines ? fixedText(*nines, 2) : "all";
}

std::string yearText(double share)
{
    const auto ms = std::llround(share * static_cast<double>(campaignYear.ms));
    constexpr std::int64_t precise = 10'000; // below it tenths of seconds, above it whole ones
    const std::int64_t unit = ms < precise ? 100 : 1000;
    const SimDuration rounded{(ms + unit / 2) / unit * unit};
    if (share <= 0)
        return "-";
    return rounded.isZero() ? "< 0.1s" : spanText(rounded);
}

std::string meanText(const std::optional<SimDuration>& time)
{
    constexpr std::int64_t second = 1000;
    if (!time)
        return "-";
    const std::int64_t unit = time->ms < 100 * second ? 100 : second;
    return spanText(SimDuration{(time->ms + unit / 2) / unit * unit});
}

std::string longestText(SimDuration time)
{
    return time.isZero() ? "-" : meanText(time);
}

std::string rateText(double perYear)
{
    return perYear <= 0 ? "-" : fixedText(perYear, perYear < 10 ? 3 : 1);
}

std::string causeWords(DowntimeCause cause)
{
    std::string words = toString(cause);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string outageClassText(std::size_t i)
{
    const auto span = [](std::int64_t seconds) { return spanText(SimDuration::seconds(seconds)); };
    if (i == 0)
        return "under " + span(outageClassSeconds.front());
    if (i == outageClasses - 1)
        return span(outageClassSeconds.back()) + " and more";
    return span(outageClassSeconds[i - 1]) + " to " + span(outageClassSeconds[i]);
}

const char* wordOf(Sureness sureness)
{
    switch (sureness) {
    case Sureness::Sure:
        return "sure";
    case Sureness::OneRun:
        return "one run";
    case Sureness::NoOutage:
        return "no outage seen";
    case Sureness::FewOutages:
        return "few outages";
    }
    return "?";
}

} // namespace rgsim
