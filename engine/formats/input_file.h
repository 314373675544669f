// The one way in for files that people name: a cluster.conf, a scenario or a conformance case,
// told apart by what is in them. Everything that is wrong comes back as diagnostics.
#pragma once

#include "base/diagnostic.h"
#include "cluster/resource_type.h"
#include "formats/conformance_reader.h"
#include "formats/scenario_file.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <string>

namespace rgsim {

struct LoadedInput {
    enum class Kind { ClusterConf, Scenario, ConformanceCase };
    Kind kind = Kind::Scenario;
    ScenarioFile file; ///< whatever the kind
    /// The case with its expected rows; its own scenario is the one in `file`.
    std::optional<ConformanceCase> conformanceCase;
};

/// A plain cluster.conf becomes a scenario in which all nodes boot at 0 and nothing else happens
/// for 300 s. What checkCluster() finds stands beside the value, errors too: such a cluster can be
/// simulated, to see what comes of it. (Conformance cases are not judged: they are odd on purpose.)
/// Null @p types: the built-in ones.
Result<LoadedInput> loadInput(const std::string& path,
                              std::shared_ptr<const ResourceTypes> types = nullptr);

/// The same for a text. @p path is used in messages, and for references to files beside it unless
/// @p folder is empty.
Result<LoadedInput> readInput(const QByteArray& text, const std::string& path,
                              const std::string& folder,
                              std::shared_ptr<const ResourceTypes> types = nullptr);

} // namespace rgsim
