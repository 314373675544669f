// How a campaign's numbers are written, in one place, so that texts and windows say the same. It
// computes nothing.
#pragma once

#include "planning/campaign_summary.h"
#include "planning/downtime_cause.h"
#include "report/campaign_report.h"

#include <optional>
#include <string>

namespace rgsim {

std::string fixedText(double number, int decimals);
/// "99.99759 %", with as many decimals as @p share is sure of.
std::string percentText(const TimeShare& share, double value);
/// "99.99712 to 99.99805 %", or "unknown".
std::string intervalText(const TimeShare& share, Sureness sureness);
/// "4.62", or "all" where nothing is missing.
std::string ninesText(const TimeShare& share);
/// A share of all time as what it comes to in a year: "12min41s"; "-" for none.
std::string yearText(double share);
/// Rounded; "-" for none.
std::string meanText(const std::optional<SimDuration>& time);
std::string longestText(SimDuration time);
/// So many a year; "-" for none.
std::string rateText(double perYear);
/// "status cycle".
std::string causeWords(DowntimeCause cause);
/// The class of outage lengths with this number: "30s to 1min".
std::string outageClassText(std::size_t i);

} // namespace rgsim
