// Reads the state in which a scenario's run begins. Whether such a state makes sense is judged only
// as far as a file can be mistaken about it.
#pragma once

#include "formats/json_input.h"
#include "formats/scenario_references.h"
#include "simulation/start_state.h"

namespace rgsim {

/// The state at @p cursor, the file's "start". Problems go to the cursor's report: unknown names, a
/// service that runs on a node that is off, and as warnings services without a record and records
/// that contradict themselves; the value means nothing if there are errors.
StartState readStartState(const JsonCursor& cursor, const ScenarioReferences& references);

} // namespace rgsim
