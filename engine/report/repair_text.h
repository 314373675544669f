// Repairs as text: the edits, what they cost, what is left, what exploring them showed,
// and the lines of the files. Prints what planning found.
#pragma once

#include "report/repair_words.h"

#include <string>
#include <vector>

namespace rgsim {

/// What is printed. Everything referred to must outlive it.
struct RepairText {
    const Cluster& cluster; ///< unrepaired
    const RepairReport& report;
    const RepairOptions& options;
    std::vector<std::string> changes; ///< of each repair the lines of the files; may be empty
};

std::string repairText(const RepairText& text);

} // namespace rgsim
