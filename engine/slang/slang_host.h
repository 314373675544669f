// Runs event scripts in the real S-Lang interpreter. There is one interpreter in a process; runs
// take turns, and each has a namespace of its own that is gone afterwards.
#pragma once

#include "central/event_script.h"

namespace rgsim {

/// The only one.
ScriptHost& slangHost();

} // namespace rgsim
