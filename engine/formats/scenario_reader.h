// Reads scenario files (docs/scenario_format.md). The meaning of the cluster as a whole is
// cluster_checker's; what is impossible in the file itself is reported here, all of it at once.
#pragma once

#include "base/diagnostic.h"
#include "cluster/resource_type.h"
#include "formats/json_input.h"
#include "formats/scenario_file.h"

#include <QByteArray>

#include <memory>
#include <string>

namespace rgsim {

struct ScenarioReadOptions {
    std::string fileName; ///< for messages
    /// The folder of the scenario file. A cluster.conf that the scenario refers to must be in it or
    /// below it. Empty: references to files are refused.
    std::string folder;
    std::shared_ptr<const ResourceTypes> types; ///< null: the built-in ones
};

/// Reads the text of a scenario file. Nothing is returned if there is any error.
Result<ScenarioFile> readScenario(const QByteArray& text, const ScenarioReadOptions& options);

/// The same for a value that is parsed already; problems go to the cursor's report.
std::optional<ScenarioFile> readScenario(const JsonCursor& root,
                                         const ScenarioReadOptions& options);

} // namespace rgsim
