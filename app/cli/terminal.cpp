#include "terminal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace rgsim {

std::optional<int> terminalWidth()
{
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0)
        return std::nullopt;
    return size.ws_col;
}

bool terminalTakesColour()
{
    const char* const refused = std::getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) != 0 && (refused == nullptr || *refused == '\0');
}

ProgressLine::ProgressLine()
    : m_last(std::chrono::steady_clock::now()), m_isTerminal(isatty(STDERR_FILENO) != 0)
{
}

ProgressLine::~ProgressLine()
{
    if (m_isShown)
        std::fputs("\r\x1b[K", stderr);
}

void ProgressLine::show(SimTime now, SimTime end)
{
    const auto clock = std::chrono::steady_clock::now();
    if (!m_isTerminal || clock - m_last < std::chrono::seconds(1))
        return;
    m_last = clock;
    m_isShown = true;
    const std::int64_t percent = now.ms * 100 / std::max<std::int64_t>(1, end.ms);
    std::fprintf(stderr, "\rrunning: %d %%\x1b[K", static_cast<int>(percent));
    std::fflush(stderr);
}

} // namespace rgsim
