// What an edited cluster means for the files it was read from: a scenario that opens and runs, and
// the lines that differ. Writes nothing.
#pragma once

#include "base/diagnostic.h"
#include "formats/scenario_file.h"

#include <string>

namespace rgsim {

/// @p before with the cluster and plan of @p after. Its cluster.conf is brought in line, comments
/// and all; an error if that is not possible (see updateClusterConf()).
Result<ScenarioFile> changedFile(const ScenarioFile& before, const std::string& fileName,
                                 const Scenario& after);

/// The scenario alone in one file, so that it opens wherever it lies.
ScenarioFile standingAlone(ScenarioFile file);

/// What leads from @p before to @p after as diff -u shows it: the lines of the cluster.conf, and
/// those of the scenario as rgsim writes it, unless the file is a plain cluster.conf.
std::string changeText(const ScenarioFile& before, const ScenarioFile& after,
                       const std::string& fileName, bool isPlainConf);

} // namespace rgsim
