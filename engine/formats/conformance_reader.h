// Reads conformance cases: a cluster, what happens to it, and the trace that rgmanager's own code
// left. The expected rows are kept as they are; comparing them is conformance_writer's business.
#pragma once

#include "cluster/resource_type.h"
#include "formats/json_input.h"
#include "simulation/scenario.h"

#include <QByteArray>
#include <QJsonArray>

#include <memory>
#include <string>
#include <vector>

namespace rgsim {

struct ConformanceCase {
    std::string name;
    std::string family;
    std::string about;
    bool hasTrees = false; ///< `resource` rows instead of `agent` rows, and an `alive` list
    std::string confText;
    Scenario scenario;
    QJsonArray trace; ///< expected rows; empty if the case has none
    QJsonArray final;
    QJsonArray alive;
    QJsonArray log; ///< rgmanager's own log lines: [time, node id, priority, text]
};

/// One case object or an array of them. Times are whole seconds and detection, fencing and booting
/// take none. A case with an error is left out; nothing is returned if that leaves none.
Result<std::vector<ConformanceCase>>
readConformanceCases(const QByteArray& text, const std::string& fileName,
                     const std::shared_ptr<const ResourceTypes>& types);

/// The same for one object that is already open; problems go to its report.
std::optional<ConformanceCase>
readConformanceCase(const JsonCursor& object, const std::string& fileName,
                    const std::shared_ptr<const ResourceTypes>& types);

/// The keys a case may have; others are warned about.
const JsonShape& conformanceCaseShape();

} // namespace rgsim
