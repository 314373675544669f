// What a cluster survives as text: the worst failures in words, then a table of failures and
// services. Prints what planning found.
#pragma once

#include "cluster/cluster.h"
#include "planning/survive.h"

#include <string>

namespace rgsim {

/// "n2 32s": where it runs and how long it was down; "gone", "circles", "off" if nobody wants it;
/// with "!" and the time if a rule was broken, and "~" and the time it was phantom.
std::string survivedCell(const Cluster& cluster, const SurvivedService& service);

/// @p all: every pair of failures has its row; otherwise only the worst few of them.
std::string surviveText(const Cluster& cluster, const SurviveReport& report, bool all);

} // namespace rgsim
