// Writes scenario files. What is written is read back as the same scenario, and a cluster.conf that
// stood in or beside the file keeps every byte.
#pragma once

#include "formats/scenario_file.h"

#include <QByteArray>

namespace rgsim {

/// The text of a scenario file. A cluster of kind ConfFile is written as the reference to its file:
/// writing source.confText there is the caller's business.
QByteArray writeScenario(const ScenarioFile& file);

} // namespace rgsim
