// Decisions with their reasons as text for people and as JSON: who decided what, which nodes were
// candidates, what ruled each out, and which line of the configuration said so.
#pragma once

#include "analysis/decisions_at.h"
#include "cluster/cluster.h"

#include <string>
#include <string_view>
#include <vector>

namespace rgsim {

/// What explanations are printed from. Everything referred to must outlive it.
struct WhyReport {
    const Cluster& cluster;
    const DecisionsAt& found;
    /// The lines of the text that the lines of the decisions count in; may be empty.
    std::vector<std::string_view> sourceLines;

    /// The text of a line without the blanks around it; empty if it is not known.
    std::string_view sourceLine(int line) const;
};

/// The lines of @p text without their ends.
std::vector<std::string_view> linesOf(std::string_view text);

/// By service, in the order of configuration and time. Decisions that several nodes take alike at
/// the same time share an entry.
std::string whyText(const WhyReport& report);

} // namespace rgsim
