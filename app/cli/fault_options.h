// The options with which verbs change a scenario before it runs: its end, seed, guard and times,
// and everything that happens to the cluster. Shared by all verbs that run something.
#pragma once

#include "base/diagnostic.h"
#include "simulation/scenario.h"

#include <QCommandLineParser>

namespace rgsim {

/// Adds --until, --seed, --guard, --arbitration, --crash, --admin, --fail and so on.
void addScenarioOptions(QCommandLineParser& parser);

/// Changes @p scenario as the options say; what they add to the plan comes after what is there
/// already. Problems name the option and its value; warnings are for what will have no effect. If
/// there is any error the scenario is half changed and must not be run.
Diagnostics applyScenarioOptions(const QCommandLineParser& parser, Scenario& scenario);

} // namespace rgsim
