// Scenarios that a verb found, written into a folder under numbered names, each whole or not at
// all. Knows nothing of what they show.
#pragma once

#include "formats/scenario_file.h"

#include <string>
#include <vector>

namespace rgsim {

struct NamedScenario {
    std::string name; ///< of the file, behind its number
    ScenarioFile file;
};

/// Writes "01_<name>.json" and so on into @p folder, which is made if it is missing. False, with a
/// message on standard error that names @p option, if that is not possible.
bool saveScenarios(const std::vector<NamedScenario>& scenarios, const std::string& folder,
                   const char* option);

} // namespace rgsim
