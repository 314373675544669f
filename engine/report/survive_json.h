// What a cluster survives as JSON: every failure with every service, and the events that show it.
// Prints what planning found.
#pragma once

#include "cluster/cluster.h"
#include "planning/survive.h"

#include <QByteArray>

namespace rgsim {

QByteArray surviveJson(const Cluster& cluster, const SurviveReport& report);

} // namespace rgsim
