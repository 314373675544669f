#include "terminal.h"

#include "base/duration_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

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
    : m_begin(std::chrono::steady_clock::now()), m_last(m_begin),
      m_isTerminal(isatty(STDERR_FILENO) != 0)
{
}

ProgressLine::~ProgressLine()
{
    if (m_isShown)
        std::fputs("\r\x1b[K", stderr);
}

bool ProgressLine::isDue()
{
    const auto clock = std::chrono::steady_clock::now();
    if (!m_isTerminal || clock - m_last < std::chrono::seconds(1))
        return false;
    m_last = clock;
    m_isShown = true;
    return true;
}

void ProgressLine::show(SimTime now, SimTime end)
{
    if (!isDue())
        return;
    const std::int64_t percent = now.ms * 100 / std::max<std::int64_t>(1, end.ms);
    std::fprintf(stderr, "\rrunning: %d %%\x1b[K", static_cast<int>(percent));
    std::fflush(stderr);
}

void ProgressLine::showLeft(std::int64_t done, std::int64_t of)
{
    if (done <= 0 || !isDue())
        return;
    const std::chrono::duration<double> gone = m_last - m_begin;
    const double left = gone.count() / static_cast<double>(done) * static_cast<double>(of - done);
    const std::string time = formatDuration(SimDuration::seconds(std::llround(left)));
    std::fprintf(stderr, "\rrunning: %d %%, %s left\x1b[K", static_cast<int>(done * 100 / of),
                 time.c_str());
    std::fflush(stderr);
}

void ProgressLine::showPart(double done)
{
    constexpr std::int64_t steps = 1000;
    showLeft(static_cast<std::int64_t>(done * static_cast<double>(steps)), steps);
}

} // namespace rgsim
