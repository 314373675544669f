// Ctrl+C while something takes long: it is asked to come to an end and to show what it has. A
// second Ctrl+C ends the program at once.
#pragma once

#include <atomic>
#include <functional>

namespace rgsim {

/// From now on Ctrl+C (and SIGTERM) sets the flag that is returned, once.
const std::atomic<bool>& catchInterrupts();

class ProgressLine;
/// Shows the part that is done, 0 to 1, and says whether to go on: not after Ctrl+C. @p line must
/// outlive the function.
std::function<bool(double)> showUntilInterrupted(ProgressLine& line);

} // namespace rgsim
