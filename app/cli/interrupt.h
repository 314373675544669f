// Ctrl+C while something takes long: it is asked to come to an end and to show what it has. A
// second Ctrl+C ends the program at once.
#pragma once

#include <atomic>

namespace rgsim {

/// From now on Ctrl+C (and SIGTERM) sets the flag that is returned, once.
const std::atomic<bool>& catchInterrupts();

} // namespace rgsim
