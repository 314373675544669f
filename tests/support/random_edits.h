// Random edits of a draft, for property tests: every draw comes from one stream, so a failing
// sequence is found again by its seed. Each is one that a person can make and that leaves no name
// behind.
#pragma once

#include "base/random_stream.h"
#include "formats/scenario_draft.h"

#include <QString>

namespace rgsim::support {

/// Makes one edit and says which, for the message of a failed test. The last node is never removed.
QString randomEdit(ScenarioDraft& draft, RandomStream& stream);

/// The paths of all resources in trees, those of services without a list included.
QStringList resourcePaths(const ScenarioDraft& draft);

} // namespace rgsim::support
