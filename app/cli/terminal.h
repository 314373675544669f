// What standard output and standard error lead to: is it a terminal, how wide is it, may it be
// coloured, and a line of progress for work that takes long. Nothing is drawn elsewhere.
#pragma once

#include "base/sim_time.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace rgsim {

/// Columns of the terminal behind standard output; nothing if it is none.
std::optional<int> terminalWidth();
/// Standard output is a terminal and NO_COLOR is not set.
bool terminalTakesColour();

/// A line "running: 42 %" on standard error, if that is a terminal, once a second has gone by.
class ProgressLine {
public:
    ~ProgressLine();
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(SimTime now, SimTime end);
    /// The same with the time that is left if it goes on as before.
    void showLeft(std::int64_t done, std::int64_t of);
    /// Likewise, of the part that is done, 0 to 1.
    void showPart(double done);

private:
    bool isDue();

    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_last;
    bool m_isTerminal = false;
    bool m_isShown = false;
};

} // namespace rgsim
