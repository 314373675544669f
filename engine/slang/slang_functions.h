// The variables and functions that rgmanager adds to S-Lang for event scripts, and what it takes
// away from it: a script reaches nothing outside the run it is part of.
#pragma once

#include "central/event_script.h"

#include <cstdint>
#include <string>

namespace rgsim {

/// The run in progress.
struct SlangRun {
    ScriptCalls* calls = nullptr;
    ScriptVariables variables;
    std::int64_t steps = 0;
    bool waits = false; ///< a call has no answer yet: the run is being given up
    std::string error;
    std::string place; ///< of the error: "file:line"
};
SlangRun& slangRun();

/// Starts the interpreter and prepares it. False if it does not start. Call once.
bool initSlang();

/// Lets the scripts' variables show @p variables, which must live as long as the run.
void useVariables(ScriptVariables& variables);

} // namespace rgsim
