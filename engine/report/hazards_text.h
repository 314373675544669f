// Hazards as text for people: each with its sequence, what happens, where it comes from and what
// helps.
#pragma once

#include "planning/hazard_search.h"
#include "report/why_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// @p sourceLines: the text in which the lines of the configuration count; may be empty.
std::string hazardsText(const Cluster& cluster, const HazardReport& report,
                        const std::vector<std::string_view>& sourceLines);

} // namespace rgsim
