// Two runs side by side as text: what each was, a table of the numbers in which they differ, and
// where they part. Prints what analysis computed.
#pragma once

#include "analysis/first_difference.h"
#include "analysis/run_comparison.h"
#include "report/run_report.h"

#include <optional>
#include <string>

namespace rgsim {

/// What is printed. Everything referred to must outlive it.
struct CompareReport {
    const RunReport& first;
    const RunReport& second;
    const RunComparison& comparison;
    const std::optional<FirstDifference>& difference;
    std::string firstName = "A";
    std::string secondName = "B";
};

/// @p all: also the services that fare the same in both, and however many there are.
std::string compareText(const CompareReport& report, bool all = false);

/// "First difference at 00:01:30. A: the record of service:meow says started on node2, written by
/// node2. B: nothing of the kind.", or that there is none. One line with its end.
std::string firstDifferenceText(const CompareReport& report);

} // namespace rgsim
